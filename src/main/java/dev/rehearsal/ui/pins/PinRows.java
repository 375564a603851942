package dev.rehearsal.ui.pins;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.PinTable;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Mark;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.links.PinNavigation;
import dev.rehearsal.ui.links.PinsAddress;
import dev.rehearsal.ui.links.PinsAddress.Task;
import dev.rehearsal.ui.links.ReleaseNavigation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row for each pin, live or still to come. */
class PinRows extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(PinRows.class);

    /** The last one, of links, has no heading. */
    private static final List<String> COLUMNS = List.of("product", "channel", "version", "release", "pending");

    /** @param chosen the pin that is being changed; null for none */
    PinRows(PinTable table, Pins.@Nullable Key chosen) {
        addClassNames("card", "plain-table");
        setCaptionText(MESSAGES.get("pins"));
        NativeTableRow headings = getHead().addRow();
        COLUMNS.forEach(column -> headings.addHeaderCell().setText(MESSAGES.get("column." + column)));
        headings.addHeaderCell();
        table.rows().forEach(row -> fill(getBody().addRow(), row, row.pin().equals(chosen)));
    }

    private static void fill(NativeTableRow line, PinTable.Row row, boolean chosen) {
        Pins.Key pin = row.pin();
        if (chosen) {
            line.addClassName("chosen");
        }
        if (row.live() == null) {
            line.addClassName("to-come");
        }
        var product = line.addHeaderCell();
        product.getElement().setAttribute("scope", "row");
        product.setText(pin.product());
        line.addDataCell().setText(pin.channel());
        line.addDataCell().setText(MESSAGES.get("version", pin.version()));
        line.addDataCell().add(release(row));
        NativeTableCell pending = line.addDataCell();
        row.pending().forEach(set -> pending.add(pending(set)));
        Div actions = new Div(
                PinNavigation.link(MESSAGES.get("change"), PinsAddress.doing(new Task.Change(pin))),
                PinNavigation.link(MESSAGES.get("remove"), PinsAddress.doing(new Task.Remove(pin))));
        actions.addClassName("row-actions");
        actions.getElement().setAttribute("role", "group").setAttribute("aria-label", MESSAGES.get("actions", pin));
        line.addDataCell().add(actions);
    }

    /** As it is live, and what the queue makes of it. */
    private static Component[] release(PinTable.Row row) {
        ReleaseName live = row.live();
        ReleaseName staged = row.staged();
        if (live != null && Objects.equals(live, staged)) {
            return new Component[] {ReleaseNavigation.linkTo(live)};
        }
        Mark mark = live == null ? Mark.ADDED : staged == null ? Mark.TO_BE_REMOVED : Mark.EDITED;
        Div becomes = new Div(new Chip(mark.tone(), mark.symbol(), mark.word()));
        if (staged != null) {
            becomes.add(ReleaseNavigation.linkTo(staged));
        }
        return live == null
                ? new Component[] {becomes}
                : new Component[] {new Div(ReleaseNavigation.linkTo(live)), becomes};
    }

    private static Component pending(ChangeSet set) {
        return new Div(new ChangeSetLink(set), new Span(" "), Moment.due(set));
    }
}
