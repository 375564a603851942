package dev.rehearsal.change.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.shell.Chip;
import dev.rehearsal.shell.Moment;
import dev.rehearsal.shell.Tone;
import org.jspecify.annotations.Nullable;

/** Says on top of a screen what was saved a moment ago, and leads to it. */
public class SavedNote extends Div {

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
            case ChangeSet.Draft() -> add(chip("kept as draft"), new ChangeSetLink(set));
            case ChangeSet.Pending() ->
                add(chip("scheduled"), new ChangeSetLink(set), new Text(", due "), Moment.due(set.due()));
            case ChangeSet.Held() -> add(chip("saved"), new ChangeSetLink(set), new Text(", which is held"));
            case ChangeSet.Enacted(var _, var at) ->
                add(chip("live"), new ChangeSetLink(set), new Text(", since "), Moment.date(at));
            case ChangeSet.Withdrawn _ -> add(chip("withdrawn"), new ChangeSetLink(set));
        }
    }

    private static Chip chip(String word) {
        return new Chip(Tone.GOOD, "✓", word);
    }
}
