package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Revision;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.insight.review.ChangeSetAction;
import dev.rehearsal.insight.review.Clash;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Reviews;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.changeset.WhatHappens;
import dev.rehearsal.ui.frame.BrowserZone;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DueField;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.frame.Unsaved;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks before something is done with a set, and does it as the signed-in user. Each is about the set as it was looked
 * at: if it is another by then, nothing is done.
 */
@Component
class ChangeSetDialogs {

    private static final Messages MESSAGES = Messages.beside(ChangeSetDialogs.class);

    private static final Duration A_WHILE = Duration.ofHours(1);

    private final ChangeSets changeSets;
    private final EnactmentService enactment;
    private final Reviews reviews;
    private final PartTexts texts;
    private final SignedIn signedIn;
    private final Clock clock;

    ChangeSetDialogs(
            ChangeSets changeSets,
            EnactmentService enactment,
            Reviews reviews,
            PartTexts texts,
            SignedIn signedIn,
            Clock clock) {
        this.changeSets = changeSets;
        this.enactment = enactment;
        this.reviews = reviews;
        this.texts = texts;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Opens the dialog for it. */
    void ask(ChangeSetAction action, Review review) {
        switch (action) {
            case SUBMIT -> submit(review);
            case ENACT -> enact(review);
            case BREAK_GLASS -> new BreakGlassDialog(enactment, me()).ask(review);
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
        new ConfirmationDialog(MESSAGES.get("submit.title", set.title()), MESSAGES.get("submit.confirm"), () -> {
                    changeSets.submit(me(), set.id(), set.dataVersion());
                    Toast.say(MESSAGES.get("submit.done"));
                })
                .saying(MESSAGES.get("submit.shown", WhatHappens.rows(review)))
                .saying(MESSAGES.get("submit.then"))
                .open();
    }

    private void enact(Review review) {
        ChangeSet set = review.set();
        new ConfirmationDialog(MESSAGES.get("enact.title", set.title()), MESSAGES.get("enact.confirm"), () -> {
                    enactment.enact(me(), set.id(), set.dataVersion());
                    Toast.say(
                            MESSAGES.get("enact.done", Moment.text(clock.instant(), BrowserZone.of(UI.getCurrent()))));
                })
                .saying(WhatHappens.enacting(review), WhatHappens.together(review), WhatHappens.signedBy(review))
                .open();
    }

    private void hold(Review review) {
        ChangeSet set = review.set();
        new ConfirmationDialog(MESSAGES.get("hold.title", set.title()), MESSAGES.get("hold.confirm"), () -> {
                    changeSets.hold(me(), set.id(), set.dataVersion());
                    Toast.say(MESSAGES.get("hold.done"));
                })
                .saying(MESSAGES.get("hold.leaves"), MESSAGES.get("hold.stays"))
                .open();
    }

    private void resume(Review review) {
        ChangeSet set = review.set();
        boolean late = set.due().isBefore(clock.instant());
        DueField due = new DueField(clock, late ? DueField.next(clock) : set.due());
        // Its own time may pass while somebody decides: then, too, another can be chosen here.
        new ConfirmationDialog(MESSAGES.get("resume.title", set.title()), MESSAGES.get("resume.confirm"), () -> {
                    changeSets.resume(me(), set.id(), set.dataVersion(), due.due());
                    Toast.say(MESSAGES.get("resume.done"));
                })
                .with(due)
                .saying(
                        MESSAGES.get("resume.then"),
                        MESSAGES.get(late ? "resume.late" : "resume.keeps"),
                        WhatHappens.droppedSignoffs(review))
                .open();
    }

    private void reschedule(Review review) {
        ChangeSet set = review.set();
        boolean disarmed = set.state() instanceof ChangeSet.Disarmed;
        DueField due = new DueField(clock, disarmed ? clock.instant().plus(A_WHILE) : set.due());
        new ConfirmationDialog(
                        MESSAGES.get("reschedule.title", set.title()), MESSAGES.get("reschedule.confirm"), () -> {
                            changeSets.revise(me(), set.id(), set.dataVersion(), new Revision(null, due.due(), null));
                            Toast.say(MESSAGES.get("reschedule.done"));
                        })
                .with(due)
                .saying(
                        disarmed ? MESSAGES.get("again.then") : MESSAGES.get("reschedule.then"),
                        WhatHappens.droppedSignoffs(review))
                .open();
    }

    private void retitle(Review review) {
        ChangeSet set = review.set();
        TextField title = new TextField(MESSAGES.get("retitle.field"));
        Unsaved.keep(title, "title");
        title.setValue(set.title());
        title.setMaxLength(ChangeSet.LONGEST_TITLE);
        title.setWidthFull();
        new ConfirmationDialog(MESSAGES.get("retitle.title"), MESSAGES.get("retitle.confirm"), () -> {
                    changeSets.revise(me(), set.id(), set.dataVersion(), new Revision(title.getValue(), null, null));
                    Toast.say(MESSAGES.get("retitle.done"));
                })
                .with(title)
                .keeping(me(), "set-" + set.id() + "-title")
                .saying(MESSAGES.get("retitle.then"))
                .open();
    }

    private void resolve(Review review) {
        ChangeSet set = review.set();
        List<ClashChoice> choices = review.clashes().stream()
                .map(clash -> new ClashChoice(clash, texts))
                .toList();
        ConfirmationDialog dialog = new ConfirmationDialog(
                MESSAGES.get("resolve.title", set.title()), MESSAGES.get("resolve.confirm"), () -> {
                    Map<Clash, Clash.Side> decided = new HashMap<>();
                    for (ClashChoice choice : choices) {
                        Clash.Side side = choice.side();
                        if (side == null) {
                            throw RefusedException.invalid("", MESSAGES.get("resolve.undecided"));
                        }
                        decided.put(choice.clash(), side);
                    }
                    reviews.resolve(me(), set, decided);
                    Toast.say(MESSAGES.get("resolve.done"));
                });
        choices.forEach(dialog::with);
        dialog.saying(MESSAGES.get("resolve.then"), WhatHappens.droppedSignoffs(review))
                .open();
    }

    private void withdraw(Review review) {
        ChangeSet set = review.set();
        new ConfirmationDialog(MESSAGES.get("withdraw.title", set.title()), MESSAGES.get("withdraw.confirm"), () -> {
                    changeSets.withdraw(me(), set.id(), set.dataVersion());
                    Toast.say(MESSAGES.get("withdraw.done"));
                })
                .dangerous()
                .saying(MESSAGES.get("withdraw.then", WhatHappens.rows(review)))
                .open();
    }

    private Actor me() {
        return signedIn.actor();
    }
}
