package dev.rehearsal.ui.waiting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.preview.TestDesk;
import java.util.List;

/** A state that wants a tester, beside the list: what it is made of, what it changes, and where it is asked and judged. */
class StatePanel extends Section {

    private static final Messages MESSAGES = Messages.beside(StatePanel.class);

    private final Div head = new Div();
    private final TestDesk desk;

    StatePanel(WaitingItem.OfState item, TestDesk desk) {
        this.desk = desk;
        addClassNames("waiting-panel", "state-panel");
        getElement().setAttribute("aria-label", MESSAGES.get("panel"));
        head.addClassNames("card", "panel-head");
        H2 title = new H2(MESSAGES.parts(
                "state.title",
                item.finding().state().product(),
                PreviewNavigation.linkTo(
                        item.mapping().testChannel(), item.finding().state().product())));
        add(title, head, desk);
    }

    /** @param sets that the test channel shows there, in queue order */
    void show(WaitingItem.OfState item, List<ChangeSet> sets, Preview preview) {
        OrderedList shown = new OrderedList();
        for (ChangeSet set : sets) {
            shown.add(new ListItem(MESSAGES.parts("state.shows.set", ChangesNavigation.linkTo(set), Moment.due(set))));
        }
        head.removeAll();
        head.add(
                new Paragraph(Sentence.of(item.finding().sentence())),
                new Paragraph(MESSAGES.get(
                        "state.shows",
                        item.mapping().liveChannel(),
                        item.finding().state().product())),
                shown);
        desk.show(preview);
    }
}
