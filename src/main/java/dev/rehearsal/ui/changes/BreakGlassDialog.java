package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.changeset.WhatHappens;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.frame.Unsaved;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks why a set shall go past what is in its way, and once more where others would go along. */
record BreakGlassDialog(EnactmentService enactment, Actor who) {

    private static final Messages MESSAGES = Messages.beside(BreakGlassDialog.class);

    private static final int LONGEST_REASON = 2_000;

    void ask(Review review) {
        ChangeSet set = review.set();
        List<ChangeSet> along = review.breakGlassAlong();
        TextArea reason = new TextArea(MESSAGES.get("break-glass.reason"));
        Unsaved.keep(reason, "reason");
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        new ConfirmationDialog(say(review, "title", set.title()), say(review, "confirm"), () -> {
                    if (reason.getValue().isBlank()) {
                        throw RefusedException.invalid("", say(review, "reason.missing"));
                    }
                    if (along.isEmpty()) {
                        breakGlass(review, reason.getValue());
                    } else {
                        askAboutOthers(review, reason.getValue());
                    }
                })
                .dangerous()
                .saying(
                        WhatHappens.enacting(review),
                        along.isEmpty() ? "" : say(review, "along", WhatHappens.titles(along)),
                        past(review),
                        WhatHappens.signedBy(review))
                .with(reason)
                .keeping(who, "set-" + set.id() + "-break-glass")
                .open();
    }

    /** Whoever passes over gates alone ships what is untested; anything else has words of its own. */
    static String say(Review review, String what, Object... values) {
        boolean gatesAlone = Set.of(BreakGlassScope.Over.GATES).containsAll(review.passable());
        return MESSAGES.get((gatesAlone ? "untested." : "passing.") + what, values);
    }

    private static String past(Review review) {
        return review.passable().stream()
                .sorted()
                .map(over -> MESSAGES.get("break-glass.past." + over.wireName()))
                .collect(Collectors.joining(" "));
    }

    private void breakGlass(Review review, String reason) {
        ChangeSet set = review.set();
        List<ChangeSetId> along =
                review.breakGlassAlong().stream().map(ChangeSet::id).toList();
        enactment.breakGlass(who, set.id(), set.dataVersion(), reason, along, review.passable());
        Toast.say(say(review, "done"));
    }

    /** One reason speaks for all of them, so that each is named before it does. */
    private void askAboutOthers(Review review, String reason) {
        List<ChangeSet> along = review.breakGlassAlong();
        UnorderedList others = new UnorderedList();
        along.forEach(other ->
                others.add(new ListItem(MESSAGES.get("break-glass.other", other.id(), other.title(), other.author()))));
        new ConfirmationDialog(
                        say(review, "others.title", along.size() + 1),
                        say(review, "others.confirm", along.size() + 1),
                        () -> breakGlass(review, reason))
                .dangerous()
                .saying(say(review, "others.why", review.set().title()))
                .with(others)
                .open();
    }
}
