package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.Role;
import dev.rehearsal.insight.review.AvailableAction;
import dev.rehearsal.insight.review.ChangeSetAction;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signs, reschedules or holds those of several sets with which the signed-in user can do that, and says why not the rest. */
class TogetherCard extends Card {

    private static final Messages MESSAGES = Messages.beside(TogetherCard.class);

    private final TogetherDialogs decisions;

    /** @param asSeen whether the set still is what somebody looked at first */
    record LookedAt(Review review, boolean asSeen) {}

    TogetherCard(TogetherDialogs decisions) {
        super(MESSAGES.get("actions"));
        this.decisions = decisions;
        addClassName("actions");
    }

    void show(List<LookedAt> looked) {
        List<Component> rows = new ArrayList<>();
        SortedSet<Role> roles = new TreeSet<>();
        looked.forEach(one -> roles.addAll(rolesOf(one.review())));
        for (Role role : roles) {
            rows.add(row(
                    looked,
                    one -> whyNotSign(one, role),
                    count -> MESSAGES.get("together.sign", count, looked.size(), role),
                    true,
                    some -> decisions.sign(some, role)));
        }
        if (roles.isEmpty()) {
            rows.add(row(
                    looked,
                    one -> whyNotSign(one, null),
                    count -> MESSAGES.get("together.sign.none"),
                    true,
                    some -> {}));
        }
        rows.add(row(
                looked,
                one -> whyNot(one, ChangeSetAction.RESCHEDULE),
                count -> MESSAGES.get("together.reschedule", count, looked.size()),
                false,
                decisions::reschedule));
        rows.add(row(
                looked,
                one -> whyNot(one, ChangeSetAction.HOLD),
                count -> MESSAGES.get("together.hold", count, looked.size()),
                false,
                decisions::hold));
        show(rows.toArray(Component[]::new));
    }

    /** An action on some of the sets. */
    private interface Deed {

        void with(List<Review> some);
    }

    private static Component row(
            List<LookedAt> looked,
            Function<LookedAt, @Nullable String> whyNot,
            Function<Integer, String> label,
            boolean primary,
            Deed deed) {
        List<Review> able = new ArrayList<>();
        List<ListItem> reasons = new ArrayList<>();
        for (LookedAt one : looked) {
            String reason = whyNot.apply(one);
            if (reason == null) {
                able.add(one.review());
            } else {
                reasons.add(new ListItem(
                        MESSAGES.get("together.why-not", one.review().set().title(), Sentence.of(reason))));
            }
        }
        Button button = new Button(label.apply(able.size()), click -> deed.with(able));
        button.addThemeNames("small");
        if (primary) {
            button.addThemeNames("primary");
        }
        button.setEnabled(!able.isEmpty());
        Div row = new Div(button);
        row.addClassName("action");
        if (!reasons.isEmpty()) {
            UnorderedList why = new UnorderedList(reasons.toArray(ListItem[]::new));
            why.addClassName("why-not");
            row.add(why);
        }
        return row;
    }

    private static List<Role> rolesOf(Review review) {
        AvailableAction.ToSign signing = review.signing();
        return signing == null ? List.of() : signing.roles();
    }

    private static @Nullable String whyNotSign(LookedAt one, @Nullable Role role) {
        AvailableAction.ToSign signing = one.review().signing();
        if (signing == null) {
            return MESSAGES.get("together.nobody-signs");
        }
        if (role == null || !signing.roles().contains(role)) {
            return Objects.requireNonNullElse(signing.whyNot(), MESSAGES.get("together.other-role"));
        }
        return one.asSeen() ? null : MESSAGES.get("actions.edited");
    }

    private static @Nullable String whyNot(LookedAt one, ChangeSetAction action) {
        Optional<AvailableAction> offer = one.review().offers().stream()
                .filter(offered -> offered.action() == action)
                .findFirst();
        return offer.isEmpty() ? MESSAGES.get("together.not-open") : offer.get().whyNot();
    }
}
