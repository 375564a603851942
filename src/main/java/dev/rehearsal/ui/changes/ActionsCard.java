package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.access.Role;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.AvailableAction;
import dev.rehearsal.insight.review.ChangeSetAction;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.GoBackAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Offers what the signed-in user can do with a set, and says why they cannot do the rest. */
class ActionsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ActionsCard.class);

    /** They have places of their own, beside what they are about. */
    private static final Set<ChangeSetAction> ELSEWHERE = Set.of(ChangeSetAction.RETITLE, ChangeSetAction.RESOLVE);

    private final Consumer<Role> onSign;
    private final Consumer<ChangeSetAction> onAction;
    private @Nullable Shown shown;

    private record Shown(
            ChangeSet.State state,
            AvailableAction.@Nullable ToSign signing,
            List<AvailableAction> offers,
            String breakGlass,
            boolean asSeen) {}

    ActionsCard(Consumer<Role> onSign, Consumer<ChangeSetAction> onAction) {
        super(MESSAGES.get("actions"));
        this.onSign = onSign;
        this.onAction = onAction;
        addClassName("actions");
    }

    /** @param asSeen whether the set is what the signed-in user has seen; otherwise they cannot sign it yet */
    void show(Review review, boolean asSeen) {
        Shown next = new Shown(
                review.set().state(),
                review.signing(),
                review.offers(),
                BreakGlassDialog.say(review, "button"),
                asSeen);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        List<Component> rows = new ArrayList<>();
        if (next.signing() != null) {
            rows.add(signing(next.signing(), asSeen));
        }
        Map<String, List<AvailableAction>> byReason = new LinkedHashMap<>();
        next.offers().stream()
                .filter(offer -> !ELSEWHERE.contains(offer.action()))
                .forEach(offer -> byReason.computeIfAbsent(
                                Objects.requireNonNullElse(offer.whyNot(), ""), reason -> new ArrayList<>())
                        .add(offer));
        byReason.forEach((reason, offers) -> rows.add(row(offers, reason, next.breakGlass())));
        if (review.set().state() instanceof ChangeSet.Enacted) {
            rows.add(new Paragraph(MESSAGES.get("actions.live")));
            if (!review.set().isConfiguration()) {
                rows.add(ChangesNavigation.linkBack(
                        MESSAGES.get("back"),
                        new GoBackAddress(List.of(review.set().id()))));
            }
        } else if (rows.isEmpty()) {
            rows.add(new Paragraph(MESSAGES.get("actions.none")));
        }
        show(rows.toArray(Component[]::new));
    }

    private Component signing(AvailableAction.ToSign signing, boolean asSeen) {
        Div row = new Div();
        row.addClassName("action");
        if (signing.roles().isEmpty()) {
            Button sign = new Button(MESSAGES.get("sign"));
            sign.setEnabled(false);
            row.add(sign);
        }
        for (Role role : signing.roles()) {
            Button sign = new Button(MESSAGES.get("sign.as", role), click -> onSign.accept(role));
            sign.addThemeNames("primary", "small");
            sign.setEnabled(asSeen);
            row.add(sign);
        }
        return explained(row, asSeen || signing.roles().isEmpty() ? signing.whyNot() : MESSAGES.get("actions.edited"));
    }

    /** What cannot be done for one reason stands together, so that it is said once. */
    private Component row(List<AvailableAction> offers, String reason, String breakGlass) {
        Div row = new Div();
        row.addClassName("action");
        for (AvailableAction offer : offers) {
            Button button = new Button(label(offer.action(), breakGlass), click -> onAction.accept(offer.action()));
            button.addThemeNames("small");
            button.setEnabled(offer.isOpen());
            row.add(button);
        }
        return explained(row, reason.isEmpty() ? null : reason);
    }

    private static Component explained(Div row, @Nullable String whyNot) {
        if (whyNot != null) {
            Span why = new Span(whyNot);
            why.addClassName("why-not");
            row.add(why);
        }
        return row;
    }

    private static String label(ChangeSetAction action, String breakGlass) {
        return switch (action) {
            case SUBMIT -> MESSAGES.get("submit");
            case ENACT -> MESSAGES.get("enact");
            case BREAK_GLASS -> breakGlass;
            case HOLD -> MESSAGES.get("hold");
            case RESUME -> MESSAGES.get("resume");
            case RESCHEDULE -> MESSAGES.get("reschedule");
            case RETITLE -> MESSAGES.get("retitle");
            case RESOLVE -> MESSAGES.get("resolve");
            case WITHDRAW -> MESSAGES.get("withdraw");
        };
    }
}
