package dev.rehearsal.ui.proposal;

import com.vaadin.flow.component.html.Div;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangeSetLink;
import org.jspecify.annotations.Nullable;

/** Says on top of a screen what was saved a moment ago, and leads to it. */
public class SavedNote extends Div {

    private static final Messages MESSAGES = Messages.beside(SavedNote.class);

    public SavedNote() {
        addClassName("saved-note");
        getElement().setAttribute("role", "status");
        show((ChangeSet) null);
    }

    /** @param set null for nothing */
    public void show(@Nullable ChangeSet set) {
        removeAll();
        setVisible(set != null);
        if (set == null) {
            return;
        }
        switch (set.state()) {
            case ChangeSet.Draft() -> add(chip("saved.draft"), new ChangeSetLink(set));
            case ChangeSet.Pending() -> {
                add(chip("saved.scheduled"));
                add(MESSAGES.parts("saved.scheduled.set", new ChangeSetLink(set), Moment.due(set)));
            }
            case ChangeSet.Held() -> {
                add(chip("saved.held"));
                add(MESSAGES.parts("saved.held.set", new ChangeSetLink(set)));
            }
            case ChangeSet.Disarmed(var reason, var _) -> {
                add(chip("saved.disarmed"));
                add(MESSAGES.parts("saved.disarmed.set", new ChangeSetLink(set), reason));
            }
            case ChangeSet.Enacted(var _, var at) -> {
                add(chip("saved.live"));
                add(MESSAGES.parts("saved.live.set", new ChangeSetLink(set), Moment.date(at)));
            }
            case ChangeSet.Withdrawn _ -> add(chip("saved.withdrawn"), new ChangeSetLink(set));
        }
    }

    private static Chip chip(String key) {
        return new Chip(Tone.GOOD, "✓", MESSAGES.get(key));
    }
}
