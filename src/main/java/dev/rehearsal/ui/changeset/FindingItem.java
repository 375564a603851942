package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.warning.ChangeSetFinding;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.ui.frame.FindingChip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.ChangesNavigation;

/** A finding in a list: what kind, of which set, what is so and what to do. */
public final class FindingItem extends ListItem {

    private static final Messages MESSAGES = Messages.beside(FindingItem.class);

    private FindingItem(Finding finding) {
        add(FindingChip.of(finding), new Text(" "));
        addClassName("finding");
    }

    /** On the page of the set that it is about, if it is about one. */
    public static FindingItem here(Finding finding) {
        FindingItem item = new FindingItem(finding);
        item.say(finding);
        return item;
    }

    /** Elsewhere, with a link to the set. */
    public static FindingItem ofSet(Finding finding, String title) {
        FindingItem item = new FindingItem(finding);
        if (finding.changeSet() != null) {
            item.add(
                    ChangesNavigation.linkTo(finding.changeSet(), title),
                    new Text(MESSAGES.get(finding instanceof ChangeSetFinding.InConflict ? "left-out" : "set")));
        }
        item.say(finding);
        return item;
    }

    private void say(Finding finding) {
        Span way = new Span(Sentence.of(finding.whatToDo()));
        way.addClassName("what-to-do");
        add(new Text(Sentence.of(finding.sentence()) + " "), way);
    }
}
