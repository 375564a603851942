package dev.rehearsal.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ui.ChangesNavigation;
import dev.rehearsal.preview.ui.PreviewNavigation;
import dev.rehearsal.shell.Moment;
import dev.rehearsal.shell.Sentence;
import java.util.List;

/** A state that wants a tester, beside the list: what it is made of, and the way to where it is tested. */
class StatePanel extends Section {

    /** @param sets that the test channel shows there, in queue order */
    StatePanel(WaitingItem.OfState item, List<ChangeSet> sets) {
        addClassName("waiting-panel");
        getElement().setAttribute("aria-label", "What is open");
        String product = item.finding().state().product();
        Div head = new Div(
                new H2(PreviewNavigation.linkTo(item.mapping().testChannel(), product)),
                new Paragraph(Sentence.of(item.finding().sentence())),
                new Paragraph("It shows %s for %s with these:"
                        .formatted(item.mapping().liveChannel(), product)));
        head.addClassNames("card", "panel-head");
        OrderedList shown = new OrderedList();
        for (ChangeSet set : sets) {
            shown.add(new ListItem(ChangesNavigation.linkTo(set), new Span(" due "), Moment.due(set.due())));
        }
        head.add(
                shown,
                new Paragraph(
                        "Point a client at it, or ask it there what clients would get; your verdict is given there, too."));
        add(head);
    }
}
