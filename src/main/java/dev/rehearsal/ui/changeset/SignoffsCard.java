package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.enactment.StepDigest;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Review.GivenSignoff;
import dev.rehearsal.insight.review.Review.GuardedChannel;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.JoinedText;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A card that says who has signed a set in which role, who still has to, and who can. */
public class SignoffsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(SignoffsCard.class);

    private static final int SHORT = 8;

    private final Consumer<Signoff> onRevoke;
    private @Nullable Shown shown;

    /** @param required null where nobody signs */
    private record Shown(
            @Nullable Requirements required,
            List<GuardedChannel> guarded,
            @Nullable StepDigest signed,
            List<GivenSignoff> given,
            SortedMap<Role, List<Actor>> canSign) {}

    /** @param onRevoke hears whose signoff somebody wants to take back */
    public SignoffsCard(Consumer<Signoff> onRevoke) {
        super(MESSAGES.get("signoffs"));
        this.onRevoke = onRevoke;
        addClassName("signoffs");
    }

    public void show(Review review) {
        Shown next = new Shown(
                review.standing() == null ? null : review.standing().required(),
                review.guarded(),
                review.signed(),
                review.signoffs(),
                review.canSign());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        List<Component> parts = new ArrayList<>();
        Requirements required = next.required();
        if (required == null) {
            if (next.given().isEmpty()) {
                parts.add(new Paragraph(MESSAGES.get(review.isOpen() ? "signoffs.draft" : "signoffs.nobody")));
            }
        } else if (required.isEmpty()) {
            parts.add(new Paragraph(MESSAGES.get("signoffs.none")));
        } else {
            next.guarded().forEach(guarded -> parts.add(new Paragraph(needed(guarded))));
            required.perRole().forEach((role, needed) -> parts.add(role(role, needed, next)));
        }
        List<GivenSignoff> others = next.given().stream()
                .filter(given -> required == null
                        || !required.perRole().containsKey(given.signoff().role()))
                .toList();
        if (!others.isEmpty()) {
            parts.add(list(others));
        }
        if (next.signed() != null && required != null && !required.isEmpty()) {
            parts.add(content(next.signed()));
        }
        show(parts.toArray(Component[]::new));
    }

    private static String needed(GuardedChannel guarded) {
        String product = guarded.pair().product();
        return MESSAGES.get(
                "signoffs.channel",
                product == null ? MESSAGES.get("signoffs.any-other") : product,
                guarded.pair().channel(),
                JoinedText.and(guarded.required().perRole().entrySet().stream()
                        .map(needed -> MESSAGES.get("signoffs.needed", needed.getValue(), needed.getKey()))
                        .toList()));
    }

    /** Returns what a signature given now covers, folded. */
    private static Component content(StepDigest signed) {
        UnorderedList items = new UnorderedList(
                signed.items().keySet().stream().map(ListItem::new).toArray(ListItem[]::new));
        NativeDetails content = new NativeDetails(MESSAGES.get("signoffs.content", shortForm(signed.value())), items);
        content.addClassName("signed-content");
        return content;
    }

    private static String shortForm(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }

    private Component role(Role role, int needed, Shown now) {
        List<GivenSignoff> given = now.given().stream()
                .filter(signoff -> signoff.signoff().role().equals(role))
                .toList();
        long counting = given.stream().filter(GivenSignoff::counts).count();
        boolean complete = counting >= needed;
        Div head = new Div(new Chip(
                complete ? Tone.GOOD : Tone.CAREFUL,
                complete ? "✓" : "○",
                MESSAGES.get("signoffs.progress", role, Math.min(counting, needed), needed)));
        if (!complete) {
            head.add(new Span(whoCan(now.canSign().getOrDefault(role, List.of()), needed - counting)));
        }
        Div shownRole = new Div(head);
        shownRole.addClassName("role");
        if (!given.isEmpty()) {
            shownRole.add(list(given));
        }
        return shownRole;
    }

    private static String whoCan(List<Actor> people, long missing) {
        return people.size() < missing
                ? MESSAGES.get("signoffs.missing.few", missing)
                : MESSAGES.get(
                        "signoffs.missing",
                        missing,
                        people.stream().map(Actor::name).collect(Collectors.joining(", ")));
    }

    private Component list(List<GivenSignoff> given) {
        return new UnorderedList(given.stream().map(this::item).toArray(ListItem[]::new));
    }

    private ListItem item(GivenSignoff given) {
        Signoff signoff = given.signoff();
        ListItem item = new ListItem(MESSAGES.parts(
                "signoffs.given", new Span(signoff.by().name()), signoff.role(), Moment.date(signoff.at())));
        if (signoff.digest() != null) {
            item.add(new Span(MESSAGES.get("signoffs.given.to", shortForm(signoff.digest()))));
        }
        if (given.whyNot() != null) {
            Div why = new Div(Sentence.of(given.whyNot()));
            why.addClassName("why-not");
            item.add(new Chip(Tone.BAD, "!", MESSAGES.get("signoffs.uncounted")), why);
        }
        if (given.revocable()) {
            Button revoke = new Button(MESSAGES.get("revoke"), click -> onRevoke.accept(signoff));
            revoke.addThemeNames("small", "tertiary");
            revoke.setAriaLabel(MESSAGES.get("revoke.whose", signoff.by()));
            item.add(revoke);
        }
        return item;
    }
}
