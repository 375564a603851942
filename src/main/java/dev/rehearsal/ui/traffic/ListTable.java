package dev.rehearsal.ui.traffic;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.traffic.LoadedList;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Toast;
import java.util.List;

/** The lists that stand for the sample: where each comes from, of which time it is, and what it holds. */
class ListTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(ListTable.class);

    private final TrafficDesk desk;
    private final Runnable onChange;

    ListTable(TrafficDesk desk, List<LoadedList> lists, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("card");
        addClassName("plain-table");
        setCaptionText(MESSAGES.get("lists"));
        NativeTableRow headings = getHead().addRow();
        for (String column : List.of("name", "time", "holds", "loaded")) {
            headings.addHeaderCell().setText(MESSAGES.get("column." + column));
        }
        boolean mayRemove = desk.lists().whyNot(desk.actor()) == null;
        if (mayRemove) {
            headings.addDataCell();
        }
        lists.forEach(list -> add(getBody().addRow(), list, mayRemove));
    }

    private void add(NativeTableRow row, LoadedList list, boolean mayRemove) {
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.setText(list.name());
        row.addDataCell().add(new Div(Moment.date(list.from())), new Div(new Span("– "), Moment.date(list.until())));
        NativeTableCell holds = row.addDataCell();
        holds.add(new Div(MESSAGES.get("lines", list.updateLines(), list.otherLines())));
        list.channels()
                .forEach(told ->
                        holds.add(new Div(MESSAGES.get("told", told.where().toString(), told.asked(), told.kept()))));
        row.addDataCell()
                .add(
                        new Div(Moment.date(list.loadedAt())),
                        new Div(list.loadedBy().name()));
        if (mayRemove) {
            Button remove = new Button(MESSAGES.get("remove"), click -> ask(list));
            remove.addThemeNames("small");
            remove.setAriaLabel(MESSAGES.get("remove.of", list.name()));
            row.addDataCell().add(remove);
        }
    }

    private void ask(LoadedList list) {
        new ConfirmationDialog(MESSAGES.get("remove.title", list.name()), MESSAGES.get("remove"), () -> remove(list))
                .saying(MESSAGES.get("remove.what"))
                .dangerous()
                .open();
    }

    private void remove(LoadedList list) {
        desk.lists().remove(desk.actor(), list.id());
        Toast.say(MESSAGES.get("removed"));
        onChange.run();
    }
}
