package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rehearsal.change.ChangeSet;
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

/** Asks why a set shall go past its gates, and once more where others would go along. */
record UntestedDialog(EnactmentService enactment, Actor who) {

    private static final Messages MESSAGES = Messages.beside(UntestedDialog.class);

    private static final int LONGEST_REASON = 2_000;

    void ask(Review review) {
        ChangeSet set = review.set();
        List<ChangeSet> along = review.untestedAlong();
        TextArea reason = new TextArea(MESSAGES.get("untested.reason"));
        Unsaved.keep(reason, "reason");
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        new ConfirmationDialog(MESSAGES.get("untested.title", set.title()), MESSAGES.get("untested.confirm"), () -> {
                    if (reason.getValue().isBlank()) {
                        throw RefusedException.invalid("", MESSAGES.get("untested.reason.missing"));
                    }
                    if (along.isEmpty()) {
                        enactUntested(review, reason.getValue());
                    } else {
                        askAboutOthers(review, reason.getValue());
                    }
                })
                .dangerous()
                .saying(
                        WhatHappens.enacting(review),
                        along.isEmpty() ? "" : MESSAGES.get("untested.along", WhatHappens.titles(along)),
                        MESSAGES.get("untested.past-gates"),
                        WhatHappens.signedBy(review))
                .with(reason)
                .keeping(who, "set-" + set.id() + "-untested")
                .open();
    }

    private void enactUntested(Review review, String reason) {
        ChangeSet set = review.set();
        List<ChangeSetId> along =
                review.untestedAlong().stream().map(ChangeSet::id).toList();
        enactment.enactUntested(who, set.id(), set.dataVersion(), reason, along);
        Toast.say(MESSAGES.get("untested.done"));
    }

    /** One reason speaks for all of them, so that each is named before it does. */
    private void askAboutOthers(Review review, String reason) {
        List<ChangeSet> along = review.untestedAlong();
        UnorderedList others = new UnorderedList();
        along.forEach(other ->
                others.add(new ListItem(MESSAGES.get("untested.other", other.id(), other.title(), other.author()))));
        new ConfirmationDialog(
                        MESSAGES.get("untested.others.title", along.size() + 1),
                        MESSAGES.get("untested.others.confirm", along.size() + 1),
                        () -> enactUntested(review, reason))
                .dangerous()
                .saying(MESSAGES.get("untested.others.why", review.set().title()))
                .with(others)
                .open();
    }
}
