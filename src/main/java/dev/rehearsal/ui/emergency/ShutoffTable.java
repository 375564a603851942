package dev.rehearsal.ui.emergency;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.links.EmergencyAddress;
import dev.rehearsal.ui.links.EmergencyNavigation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table of the updates that are stopped: since when, by whom, why, and what would let them go on. */
class ShutoffTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(ShutoffTable.class);

    /** @param since the write that made it; null where no history tells */
    record Row(Shutoff shutoff, @Nullable Revision<Shutoff> since, List<ShutoffLift> liftings) {}

    ShutoffTable(List<Row> rows) {
        addClassNames("card", "plain-table", "shutoff-table");
        setCaptionText(MESSAGES.get("table"));
        NativeTableRow head = getHead().addRow();
        for (String column : List.of("stopped", "since", "by", "why", "lifting", "actions")) {
            head.addHeaderCell().setText(MESSAGES.get("column." + column));
        }
        rows.forEach(row -> add(getBody().addRow(), row));
    }

    private static void add(NativeTableRow row, Row shown) {
        Shutoff shutoff = shown.shutoff();
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(
                new Chip(Tone.BAD, "■", MESSAGES.get("stopped")),
                new Text(MESSAGES.get("product-on-channel", shutoff.product(), shutoff.channel())));
        NativeTableCell since = row.addDataCell();
        NativeTableCell by = row.addDataCell();
        if (shown.since() != null) {
            since.add(Moment.date(shown.since().at()));
            by.setText(shown.since().by().name());
        }
        row.addDataCell().setText(Objects.requireNonNullElse(shutoff.comment(), MESSAGES.get("no-reason")));
        NativeTableCell liftings = row.addDataCell();
        shown.liftings().forEach(lifting -> liftings.add(lifting(lifting.set())));
        RouterLink lift = EmergencyNavigation.link(
                MESSAGES.get("lift"), EmergencyAddress.lifting(shutoff.product(), shutoff.channel()));
        lift.getElement().setAttribute("aria-label", MESSAGES.get("lift.label", shutoff.product(), shutoff.channel()));
        Div actions = new Div(lift);
        actions.addClassName("row-actions");
        row.addDataCell().add(actions);
    }

    private static Div lifting(ChangeSet set) {
        return set.state() instanceof ChangeSet.Held
                ? new Div(new ChangeSetLink(set), new Text(" " + MESSAGES.get("held")))
                : new Div(new ChangeSetLink(set), new Text(", "), Moment.due(set));
    }
}
