package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ChangeSetLink;

/** Says that something waits for signoffs, beside what would have done it at once; else it is not there. */
class ScheduledLine extends Paragraph {

    private static final Messages MESSAGES = Messages.beside(ScheduledLine.class);

    ScheduledLine() {
        getElement().setAttribute("role", "status");
        clear();
    }

    void show(ChangeSet set) {
        removeAll();
        add(MESSAGES.parts("scheduled", new ChangeSetLink(set)));
        setVisible(true);
    }

    void clear() {
        removeAll();
        setVisible(false);
    }
}
