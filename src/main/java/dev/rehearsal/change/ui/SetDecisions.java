package dev.rehearsal.change.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Revision;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.review.Clash;
import dev.rehearsal.review.PartTexts;
import dev.rehearsal.review.Review;
import dev.rehearsal.review.Reviews;
import dev.rehearsal.review.SetAction;
import dev.rehearsal.shell.Decision;
import dev.rehearsal.shell.Done;
import dev.rehearsal.shell.DueField;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks before something is done with a set, and does it as whoever is signed in. Each is about the set as it was looked
 * at: if it is another by then, nothing is done.
 */
@Component
class SetDecisions {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 2_000;

    private final ChangeSets changeSets;
    private final Reviews reviews;
    private final PartTexts texts;
    private final SignedIn signedIn;
    private final Clock clock;

    SetDecisions(ChangeSets changeSets, Reviews reviews, PartTexts texts, SignedIn signedIn, Clock clock) {
        this.changeSets = changeSets;
        this.reviews = reviews;
        this.texts = texts;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Opens the dialog for it. */
    void ask(SetAction action, Review review) {
        switch (action) {
            case SUBMIT -> submit(review);
            case ENACT -> enact(review);
            case ENACT_UNTESTED -> enactUntested(review);
            case HOLD -> hold(review);
            case RESUME -> resume(review);
            case RESCHEDULE -> reschedule(review);
            case RETITLE -> retitle(review);
            case RESOLVE -> resolve(review);
            case WITHDRAW -> withdraw(review);
        }
    }

    private void submit(Review review) {
        ChangeSet set = review.set();
        new Decision("Submit “%s”?".formatted(set.title()), "Submit", () -> {
                    changeSets.submit(me(), set.id(), set.dataVersion());
                    Done.say("Submitted");
                })
                .saying("Test channels show it from now on: " + WhatHappens.rows(review) + ".")
                .saying("It goes live when it is due, signed and tested.")
                .open();
    }

    private void enact(Review review) {
        ChangeSet set = review.set();
        new Decision("Enact “%s” now?".formatted(set.title()), "Enact now", () -> {
                    changeSets.enact(me(), set.id(), set.dataVersion());
                    Done.say("Enacted: it is live");
                })
                .saying(WhatHappens.enacting(review), WhatHappens.together(review), WhatHappens.signedBy(review))
                .open();
    }

    private void enactUntested(Review review) {
        ChangeSet set = review.set();
        TextArea reason = new TextArea("Why, for everybody to read");
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        new Decision("Enact “%s” untested?".formatted(set.title()), "Enact untested", () -> {
                    if (reason.getValue().isBlank()) {
                        throw RefusedException.invalid("", "say why it cannot wait for a test");
                    }
                    changeSets.enactUntested(me(), set.id(), set.dataVersion(), reason.getValue());
                    Done.say("Enacted untested: it is live");
                })
                .dangerous()
                .saying(
                        WhatHappens.enacting(review),
                        "Nobody has passed the state that they make: this goes past the gates, and everybody is told.",
                        WhatHappens.signedBy(review))
                .with(reason)
                .open();
    }

    private void hold(Review review) {
        ChangeSet set = review.set();
        new Decision("Hold “%s”?".formatted(set.title()), "Hold", () -> {
                    changeSets.hold(me(), set.id(), set.dataVersion());
                    Done.say("Held: test channels do not show it");
                })
                .saying(
                        "It leaves the queue: test channels stop showing it, and it does not go live.",
                        "Its signoffs stay. What was tested together with it has to be tested again.")
                .open();
    }

    private void resume(Review review) {
        ChangeSet set = review.set();
        boolean late = set.due().isBefore(clock.instant());
        DueField due = new DueField(clock, late ? clock.instant() : set.due());
        Decision decision = new Decision("Resume “%s”?".formatted(set.title()), "Resume", () -> {
                    changeSets.resume(me(), set.id(), set.dataVersion(), late ? due.due() : null);
                    Done.say("Resumed: it is in the queue again");
                })
                .saying("It comes back into the queue, and test channels show it again.");
        if (late) {
            decision.saying("Its due time has passed: it needs a new one.", WhatHappens.droppedSignoffs(review));
            decision.with(due);
        }
        decision.open();
    }

    private void reschedule(Review review) {
        ChangeSet set = review.set();
        DueField due = new DueField(clock, set.due());
        new Decision("Reschedule “%s”".formatted(set.title()), "Reschedule", () -> {
                    changeSets.revise(me(), set.id(), set.dataVersion(), new Revision(null, due.due(), null));
                    Done.say("Rescheduled");
                })
                .with(due)
                .saying("Its place in the queue goes by this time.", WhatHappens.droppedSignoffs(review))
                .open();
    }

    private void retitle(Review review) {
        ChangeSet set = review.set();
        TextField title = new TextField("Title");
        title.setValue(set.title());
        title.setMaxLength(LONGEST_TITLE);
        title.setWidthFull();
        new Decision("Edit the title", "Save", () -> {
                    changeSets.revise(me(), set.id(), set.dataVersion(), new Revision(title.getValue(), null, null));
                    Done.say("Saved");
                })
                .with(title)
                .saying("Signoffs stay.")
                .open();
    }

    private void resolve(Review review) {
        ChangeSet set = review.set();
        List<ClashChoice> choices = review.clashes().stream()
                .map(clash -> new ClashChoice(clash, texts))
                .toList();
        Decision decision = new Decision("Resolve “%s”".formatted(set.title()), "Save", () -> {
            if (!choices.stream().allMatch(ClashChoice::isDecided)) {
                throw RefusedException.invalid("", "decide each of them");
            }
            Set<Clash> mine = choices.stream()
                    .filter(ClashChoice::isMine)
                    .map(ClashChoice::clash)
                    .collect(Collectors.toSet());
            reviews.resolve(me(), set, review.clashes(), mine);
            Done.say("Resolved");
        });
        choices.forEach(decision::with);
        decision.saying(
                        "You become a writer of what is mine, so somebody else must sign it.",
                        WhatHappens.droppedSignoffs(review))
                .open();
    }

    private void withdraw(Review review) {
        ChangeSet set = review.set();
        new Decision("Withdraw “%s”?".formatted(set.title()), "Withdraw", () -> {
                    changeSets.withdraw(me(), set.id(), set.dataVersion());
                    Done.say("Withdrawn");
                })
                .dangerous()
                .saying("Nothing becomes of it: %s. It is over for good; who wants it again writes it again."
                        .formatted(WhatHappens.rows(review)))
                .open();
    }

    private Actor me() {
        return signedIn.actor();
    }
}
