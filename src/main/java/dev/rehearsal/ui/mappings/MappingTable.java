package dev.rehearsal.ui.mappings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.preview.ChannelOverview.TestChannel;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.frame.ScopeFormatter;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.links.MappingNavigation;
import dev.rehearsal.ui.links.MappingsAddress;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.preview.DifferencesFormatter;
import java.util.List;

/** One row for each mapping, and for each that is still to come. */
class MappingTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(MappingTable.class);

    /** The last one, of links, has no heading. */
    private static final List<String> COLUMNS = List.of("test", "live", "product", "shows", "now", "pending");

    private final NodeState state;
    private final PendingMappings pending;
    private final String chosen;

    /** @param chosen the id of the mapping that is being changed; empty for none */
    MappingTable(NodeState state, List<LiveChannel> channels, String chosen) {
        this.state = state;
        this.pending = PendingMappings.in(state);
        this.chosen = chosen;
        addClassNames("card", "plain-table", "mapping-table");
        setCaptionText(MESSAGES.get("mappings"));
        NativeTableRow headings = getHead().addRow();
        COLUMNS.forEach(column -> headings.addHeaderCell().setText(MESSAGES.get("column." + column)));
        headings.addHeaderCell();
        for (LiveChannel live : channels) {
            live.testChannels().forEach(test -> addMapping(getBody().addRow(), test));
        }
        pending.additions().forEach(addition -> addAddition(getBody().addRow(), addition));
    }

    private void addMapping(NativeTableRow row, TestChannel test) {
        ChannelMapping mapping = test.table().mapping();
        if (Long.toString(mapping.id()).equals(chosen)) {
            row.addClassName("chosen");
        }
        name(row).add(PreviewNavigation.linkTo(mapping.testChannel(), mapping.product()));
        said(
                row,
                mapping.liveChannel(),
                Products.named(mapping.product()),
                ScopeFormatter.said(mapping.scope(), state.queue()));
        row.addDataCell().add(now(test));
        NativeTableCell changes = row.addDataCell();
        pending.of(mapping.id()).forEach(change -> changes.add(pending(change)));
        String id = Long.toString(mapping.id());
        Div actions = new Div(
                MappingNavigation.link(
                        MESSAGES.get("change"), MappingsAddress.doing(new MappingsAddress.Task.Change(id))),
                MappingNavigation.link(
                        MESSAGES.get("remove"), MappingsAddress.doing(new MappingsAddress.Task.Remove(id))));
        actions.addClassName("row-actions");
        actions.getElement().setAttribute("aria-label", MESSAGES.get("actions", mapping.testChannel()));
        row.addDataCell().add(actions);
    }

    private void addAddition(NativeTableRow row, PendingMappings.Pending addition) {
        ChannelMapping after = addition.change().after();
        if (after == null) {
            return;
        }
        row.addClassName("to-come");
        name(row).add(new Span(after.testChannel()));
        said(
                row,
                after.liveChannel(),
                Products.named(after.product()),
                ScopeFormatter.said(after.scope(), state.queue()));
        row.addDataCell().add(new Chip(Tone.CALM, "○", MESSAGES.get("now.not-mapped")));
        row.addDataCell().add(pending(addition));
        row.addDataCell();
    }

    private static NativeTableHeaderCell name(NativeTableRow row) {
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        return name;
    }

    private static void said(NativeTableRow row, String... texts) {
        for (String text : texts) {
            row.addDataCell().setText(text);
        }
    }

    private static Component[] now(TestChannel test) {
        if (test.table().scopeIsGone()) {
            return new Component[] {new Chip(Tone.BAD, "?", MESSAGES.get("now.scope-gone"))};
        }
        Chip shadowed = new Chip(
                Tone.CAREFUL,
                "◌",
                MESSAGES.get("now.shadowed", test.table().shadowed().size()));
        shadowed.setVisible(!test.table().shadowed().isEmpty());
        return test.table().showsLive()
                ? new Component[] {new Chip(Tone.GOOD, "=", MESSAGES.get("now.as-live")), shadowed}
                : new Component[] {
                    new Chip(Tone.CAREFUL, "≠", MESSAGES.get("now.differs")),
                    new Span(DifferencesFormatter.said(test.differences())),
                    new Text(" "),
                    shadowed
                };
    }

    private Component pending(PendingMappings.Pending change) {
        ChannelMapping after = change.change().after();
        Component set = new ChangeSetLink(change.set());
        Component due = Moment.due(change.set());
        if (after == null) {
            return new Div(MESSAGES.parts("pending.removed", set, due));
        }
        if (change.change().before() == null) {
            return new Div(MESSAGES.parts("pending.added", set, due));
        }
        return new Div(MESSAGES.parts(
                "pending.becomes",
                set,
                due,
                after.testChannel(),
                after.liveChannel(),
                ScopeFormatter.said(after.scope(), state.queue())));
    }
}
