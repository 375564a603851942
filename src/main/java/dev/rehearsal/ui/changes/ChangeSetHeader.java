package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.insight.review.ChangeSetAction;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ui.changeset.BreakGlassChips;
import dev.rehearsal.ui.changeset.RequestChips;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ReceiptNavigation;
import dev.rehearsal.ui.links.ReceiptsAddress;
import dev.rehearsal.ui.links.RolloutNavigation;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header of a set shows its title, where in its life it is, when it is due, and who wrote it. */
class ChangeSetHeader extends Header {

    private static final Messages MESSAGES = Messages.beside(ChangeSetHeader.class);

    private final Runnable onRetitle;
    private @Nullable Shown shown;

    private record Shown(Review review, boolean late) {}

    ChangeSetHeader(Runnable onRetitle) {
        this.onRetitle = onRetitle;
        addClassName("set-header");
    }

    void show(Review review, Instant now) {
        ChangeSet set = review.set();
        Shown next = new Shown(
                review, set.isOpen() && !set.isAsSoonAsPossible() && set.due().isBefore(now));
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        removeAll();
        H1 title = new H1(set.title());
        Div first = new Div(title, new Span("#" + set.id()), state(set.state()));
        first.addClassName("first");
        if (next.late()) {
            first.add(new Chip(Tone.CAREFUL, "!", MESSAGES.get("state.late")));
        }
        first.add(RequestChips.of(review.discussion()));
        rollout(review).ifPresent(first::add);
        if (isReady(review)) {
            first.add(new Chip(Tone.GOOD, "✓", MESSAGES.get("set.ready")));
        }
        if (offers(review, ChangeSetAction.RETITLE)) {
            Button edit = new Button(MESSAGES.get("retitle"), click -> onRetitle.run());
            edit.addThemeNames("small", "tertiary");
            first.add(edit);
        }
        Div facts = new Div(facts(set, review));
        facts.addClassName("facts");
        add(first, facts);
        if (review.breakGlass() != null) {
            add(new Div(
                    new BreakGlassChips(Tone.BAD, review.breakGlass()),
                    new Text(MESSAGES.get(
                            "set.break-glass.by",
                            review.breakGlass().by(),
                            review.breakGlass().reason())),
                    Moment.date(review.breakGlass().at())));
        }
    }

    private static boolean isReady(Review review) {
        return !(review.set().state() instanceof ChangeSet.Disarmed)
                && review.standing() != null
                && review.standing().canGo();
    }

    private static boolean offers(Review review, ChangeSetAction action) {
        return review.offers().stream().anyMatch(offer -> offer.action() == action && offer.isOpen());
    }

    private static Component[] facts(ChangeSet set, Review review) {
        String others = set.contentBy().stream()
                .filter(writer -> !writer.equals(set.author()))
                .map(Actor::name)
                .sorted()
                .collect(Collectors.joining(", "));
        Span by = new Span(
                others.isEmpty()
                        ? MESSAGES.parts("set.by", set.author(), Moment.date(set.createdAt()))
                        : MESSAGES.parts("set.by.several", set.author(), others, Moment.date(set.createdAt())));
        Span when = when(set);
        Span audience = new Span(review.audience().sentence());
        Span receipt = new Span();
        if (set.state() instanceof ChangeSet.Enacted) {
            receipt.add(ReceiptNavigation.link(MESSAGES.get("set.receipt"), ReceiptsAddress.of(set.id())));
        }
        return Stream.of(when, audience, by, receipt)
                .filter(fact -> fact.getElement().getChildCount() > 0
                        && (fact != audience || !review.audience().places().isEmpty()))
                .toArray(Component[]::new);
    }

    private static Span when(ChangeSet set) {
        return switch (set.state()) {
            case ChangeSet.Draft(), ChangeSet.Pending(), ChangeSet.Held(), ChangeSet.Disarmed _ ->
                set.isAsSoonAsPossible()
                        ? new Span(MESSAGES.get("set.due.soon"))
                        : new Span(MESSAGES.parts("set.due", Moment.due(set)));
            case ChangeSet.Enacted(Actor by, Instant at) ->
                new Span(MESSAGES.parts("set.enacted", by, Moment.date(at)));
            case ChangeSet.Withdrawn(Actor by, Instant at) ->
                new Span(MESSAGES.parts("set.withdrawn", by, Moment.date(at)));
        };
    }

    static Chip state(ChangeSet.State state) {
        return switch (state) {
            case ChangeSet.Draft() -> new Chip(Tone.CALM, "✎", MESSAGES.get("state.draft"));
            case ChangeSet.Pending() -> new Chip(Tone.CALM, "◷", MESSAGES.get("state.pending"));
            case ChangeSet.Held() -> new Chip(Tone.CAREFUL, "‖", MESSAGES.get("state.held"));
            case ChangeSet.Disarmed _ -> new Chip(Tone.BAD, "!", MESSAGES.get("state.disarmed"));
            case ChangeSet.Enacted _ -> new Chip(Tone.GOOD, "✓", MESSAGES.get("state.enacted"));
            case ChangeSet.Withdrawn _ -> new Chip(Tone.CALM, "−", MESSAGES.get("state.withdrawn"));
        };
    }

    /** To the rollout that has not let it go. */
    private static Optional<Div> rollout(Review review) {
        return review.standing() == null
                ? Optional.empty()
                : review.standing().obstacles().stream()
                        .filter(Obstacle.PlanWaits.class::isInstance)
                        .map(obstacle -> ((Obstacle.PlanWaits) obstacle).hold().plan())
                        .findFirst()
                        .map(plan -> new Div(
                                RolloutNavigation.linkTo(MESSAGES.get("set.rollout", Long.toString(plan)), plan)));
    }
}
