package dev.rehearsal.ui.changes;

import dev.rehearsal.access.Role;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.changeset.WhatHappens;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DueField;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Toast;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Does the same with several sets in one step, as they were looked at: with all of them, or with none. */
@Component
class TogetherDialogs {

    private static final Messages MESSAGES = Messages.beside(TogetherDialogs.class);

    private final ChangeSets changeSets;
    private final SignoffService signoffs;
    private final SignedIn signedIn;
    private final Clock clock;

    TogetherDialogs(ChangeSets changeSets, SignoffService signoffs, SignedIn signedIn, Clock clock) {
        this.changeSets = changeSets;
        this.signoffs = signoffs;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Signs without asking again, for whoever has the whole sets in view; it can be taken back for a while. */
    void sign(List<Review> some, Role role) {
        Actor me = signedIn.actor();
        List<ChangeSetId> ids =
                some.stream().map(Review::set).map(ChangeSet::id).toList();
        Map<ChangeSetId, String> digests = new LinkedHashMap<>();
        for (Review review : some) {
            if (review.signed() != null) {
                digests.put(review.set().id(), review.signed().value());
            }
        }
        try {
            List<ChangeSetId> given = signoffs.signAll(me, digests, ids, role);
            Toast.say(
                    MESSAGES.get("together.signed", some.size(), role),
                    () -> signoffs.revokeAll(signedIn.actor(), given));
        } catch (RefusedException refused) {
            Toast.refuse(refused);
        }
    }

    void reschedule(List<Review> some) {
        Instant latest = some.stream()
                .map(review -> review.set().due())
                .max(Instant::compareTo)
                .orElseGet(clock::instant);
        DueField due = new DueField(clock, latest.isBefore(clock.instant()) ? DueField.next(clock) : latest);
        ConfirmationDialog dialog = new ConfirmationDialog(
                MESSAGES.get("together.reschedule.title", some.size()), MESSAGES.get("reschedule.confirm"), () -> {
                    changeSets.rescheduleAll(signedIn.actor(), seen(some), due.due());
                    Toast.say(MESSAGES.get("together.rescheduled", some.size()));
                });
        dialog.with(due).saying(MESSAGES.get("together.reschedule.then"));
        some.forEach(review -> dialog.saying(named(review, WhatHappens.droppedSignoffs(review))));
        dialog.open();
    }

    void hold(List<Review> some) {
        new ConfirmationDialog(MESSAGES.get("together.hold.title", some.size()), MESSAGES.get("hold.confirm"), () -> {
                    changeSets.holdAll(signedIn.actor(), seen(some));
                    Toast.say(MESSAGES.get("together.held", some.size()));
                })
                .saying(some.stream().map(review -> review.set().title()).toArray(String[]::new))
                .saying(MESSAGES.get("together.hold.leaves"), MESSAGES.get("together.hold.stays"))
                .open();
    }

    private static String named(Review review, String sentence) {
        return sentence.isEmpty()
                ? ""
                : MESSAGES.get("together.why-not", review.set().title(), sentence);
    }

    private static Map<ChangeSetId, Integer> seen(List<Review> some) {
        Map<ChangeSetId, Integer> seen = new LinkedHashMap<>();
        some.forEach(review -> seen.put(review.set().id(), review.set().dataVersion()));
        return seen;
    }
}
