package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.ui.frame.FreezeFormatter;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.SignoffNavigation;
import dev.rehearsal.ui.links.SignoffsAddress;
import dev.rehearsal.ui.links.SignoffsAddress.Task;
import java.util.List;

/** The guard rails: what each keeps from happening, where, and who may pass over it. */
class RailTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(RailTable.class);

    private final SignoffsAddress address;

    RailTable(List<GuardRail> rails, SignoffsAddress address) {
        this.address = address;
        addClassNames("card", "plain-table", "rail-table");
        setCaptionText(MESSAGES.get("rails"));
        NativeTableRow headings = getHead().addRow();
        List.of("rails.what", "rails.place", "rails.mode", "rails.passed-by")
                .forEach(column -> headings.addHeaderCell().setText(MESSAGES.get(column)));
        rails.stream().filter(this::isShown).forEach(rail -> add(getBody().addRow(), rail));
        setVisible(getBody().getRowCount() > 0);
    }

    private boolean isShown(GuardRail rail) {
        return address.product().isEmpty()
                || rail.product() == null
                || rail.product().equals(address.product());
    }

    private void add(NativeTableRow row, GuardRail rail) {
        String id = Long.toString(rail.id());
        if (address.task().equals(new Task.ChangeRail(id))) {
            row.addClassName("chosen");
        }
        NativeTableHeaderCell what = row.addHeaderCell();
        what.getElement().setAttribute("scope", "row");
        what.add(SignoffNavigation.link(rail.sentence(), address.doing(new Task.ChangeRail(id))));
        row.addDataCell().setText(FreezeFormatter.place(rail.product(), rail.liveChannel()));
        row.addDataCell().setText(mode(rail));
        row.addDataCell().setText(rail.passedBy().name());
    }

    private static String mode(GuardRail rail) {
        String mode = MESSAGES.get("rail.mode." + rail.mode().wireName());
        return rail.blocks() && rail.cannotSayBlocks() ? MESSAGES.get("rails.mode.cannot-say", mode) : mode;
    }
}
