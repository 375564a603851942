package dev.rehearsal.ui.waiting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.util.List;

/** A state that wants a tester, beside the list: what it is made of, and the way to where it is tested. */
class StatePanel extends Section {

    private static final Messages MESSAGES = Messages.beside(StatePanel.class);

    /** @param sets that the test channel shows there, in queue order */
    StatePanel(WaitingItem.OfState item, List<ChangeSet> sets) {
        addClassName("waiting-panel");
        getElement().setAttribute("aria-label", MESSAGES.get("panel"));
        String product = item.finding().state().product();
        Div head = new Div(
                new H2(PreviewNavigation.linkTo(item.mapping().testChannel(), product)),
                new Paragraph(Sentence.of(item.finding().sentence())),
                new Paragraph(MESSAGES.get("state.shows", item.mapping().liveChannel(), product)));
        head.addClassNames("card", "panel-head");
        OrderedList shown = new OrderedList();
        for (ChangeSet set : sets) {
            shown.add(new ListItem(
                    MESSAGES.parts("state.shows.set", ChangesNavigation.linkTo(set), Moment.due(set.due()))));
        }
        head.add(shown, new Paragraph(MESSAGES.get("state.next")));
        add(head);
    }
}
