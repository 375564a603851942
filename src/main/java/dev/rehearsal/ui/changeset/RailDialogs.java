package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.textfield.TextArea;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.RailPasses;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Toast;
import org.springframework.stereotype.Component;

/** Passes over guard rails for what was looked at, and takes that back, as the signed-in user. */
@Component
public class RailDialogs {

    private static final Messages MESSAGES = Messages.beside(RailDialogs.class);

    private final RailPasses passes;
    private final SignedIn signedIn;

    RailDialogs(RailPasses passes, SignedIn signedIn) {
        this.passes = passes;
        this.signedIn = signedIn;
    }

    public void passOver(ChangeSet set, RailFinding finding) {
        TextArea note = new TextArea(MESSAGES.get("rail.note"));
        note.setMaxLength(2_000);
        new ConfirmationDialog(
                        MESSAGES.get("rail.pass.title", finding.rail().id()), MESSAGES.get("rail.pass.confirm"), () -> {
                            passes.passOver(
                                    signedIn.actor(),
                                    set.id(),
                                    finding.rail().id(),
                                    finding.step().digest(),
                                    note.getValue());
                            Toast.say(MESSAGES.get("rail.pass.done"));
                        })
                .saying(Sentence.of(finding.sentence()), MESSAGES.get("rail.pass.consent", set.title()))
                .with(note)
                .open();
    }

    public void takeBack(ChangeSet set, RailFinding finding) {
        new ConfirmationDialog(
                        MESSAGES.get("rail.back.title", finding.rail().id()), MESSAGES.get("rail.back.confirm"), () -> {
                            passes.takeBack(
                                    signedIn.actor(),
                                    set.id(),
                                    finding.rail().id(),
                                    finding.step().digest());
                            Toast.say(MESSAGES.get("rail.back.done"));
                        })
                .open();
    }
}
