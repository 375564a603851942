package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.FreezeFormatter;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.SignoffNavigation;
import dev.rehearsal.ui.links.SignoffsAddress;
import dev.rehearsal.ui.links.SignoffsAddress.Task;
import java.util.List;

/** The freeze windows: where each is in force, and when next. */
class FreezeTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(FreezeTable.class);

    private final Freezes freezes;
    private final SignoffsAddress address;

    FreezeTable(Freezes freezes, SignoffsAddress address) {
        this.freezes = freezes;
        this.address = address;
        addClassNames("card", "plain-table", "freeze-table");
        setCaptionText(MESSAGES.get("windows"));
        NativeTableRow headings = getHead().addRow();
        List.of("windows.title", "windows.place", "windows.next")
                .forEach(column -> headings.addHeaderCell().setText(MESSAGES.get(column)));
        freezes.rows().stream()
                .filter(this::isShown)
                .forEach(window -> add(getBody().addRow(), window));
        setVisible(getBody().getRowCount() > 0);
    }

    private boolean isShown(FreezeWindow window) {
        return address.product().isEmpty()
                || window.product() == null
                || window.product().equals(address.product());
    }

    private void add(NativeTableRow row, FreezeWindow window) {
        String id = Long.toString(window.id());
        if (address.task().equals(new Task.ChangeWindow(id))) {
            row.addClassName("chosen");
        }
        NativeTableHeaderCell title = row.addHeaderCell();
        title.getElement().setAttribute("scope", "row");
        title.add(SignoffNavigation.link(window.title(), address.doing(new Task.ChangeWindow(id))));
        row.addDataCell().setText(FreezeFormatter.place(window.product(), window.liveChannel()));
        List<Freezes.Span> next = freezes.next(window);
        Div told = new Div(FreezeFormatter.next(window, next));
        if (freezes.freezing().anyMatch(window::equals)) {
            told.addComponentAsFirst(new Chip(Tone.CAREFUL, "*", MESSAGES.get("windows.frozen")));
        }
        row.addDataCell().add(told);
    }
}
