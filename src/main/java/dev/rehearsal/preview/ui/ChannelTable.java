package dev.rehearsal.preview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.finding.Finding;
import dev.rehearsal.finding.ui.FindingChip;
import dev.rehearsal.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.preview.ChannelOverview.TestChannel;
import dev.rehearsal.preview.StagedTable;
import dev.rehearsal.shell.Chip;
import dev.rehearsal.shell.Moment;
import dev.rehearsal.shell.Products;
import dev.rehearsal.shell.ScopeTelling;
import dev.rehearsal.shell.Tone;
import dev.rehearsal.staging.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One group of rows for each live channel of a product: the channel itself, then its test channels. */
class ChannelTable extends NativeTable {

    private static final List<String> COLUMNS = List.of("Channel", "Queue", "Next due", "State", "Needs a look");

    private final Instant now;

    ChannelTable(List<LiveChannel> channels, Instant now) {
        this.now = now;
        addClassNames("card", "channel-table");
        setCaptionText("Live channels and their test channels");
        NativeTableRow headings = getHead().addRow();
        COLUMNS.forEach(column -> headings.addHeaderCell().setText(column));
        channels.forEach(this::addGroup);
    }

    private void addGroup(LiveChannel live) {
        NativeTableBody group = addBody();
        addLive(group.addRow(), live);
        live.testChannels().forEach(test -> addTest(group.addRow(), live, test));
    }

    private void addLive(NativeTableRow row, LiveChannel live) {
        row.addClassName("live");
        Span product = new Span(Products.named(live.product()));
        product.addClassName("product");
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "rowgroup");
        name.add(new Span(live.channel()), product);
        NativeTableCell queue = cell(row, "Queue");
        NativeTableCell due = cell(row, "Next due");
        if (live.queue().isEmpty()) {
            queue.add(new Span("nothing queued"));
        } else {
            ChangeSet next = live.queue().getFirst();
            queue.add(new Span(counted(live.queue().size(), "change set") + " queued"));
            due.add(moment(next), new Div(next.title()));
        }
        cell(row, "State", new FingerprintLabel(live.fingerprint()));
        NativeTableCell look = cell(row, "Needs a look");
        if (live.isStopped()) {
            look.add(new Chip(Tone.BAD, "■", "shut off"));
        }
    }

    private Component moment(ChangeSet next) {
        Div due = new Div(Moment.due(next.due()));
        if (next.due().isBefore(now)) {
            due.add(new Chip(Tone.CAREFUL, "!", "past due"));
        }
        return due;
    }

    private static void addTest(NativeTableRow row, LiveChannel live, TestChannel test) {
        row.addClassName("test");
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(PreviewNavigation.linkTo(test.channel(), live.product()));
        cell(row, "Queue", new Span(scope(live, test)));
        cell(row, "Next due");
        cell(row, "State", proof(live, test));
        NativeTableCell look = cell(row, "Needs a look");
        look.add(warnings(test));
    }

    private static Component[] proof(LiveChannel live, TestChannel test) {
        StagedTable table = test.table();
        FingerprintLabel fingerprint = new FingerprintLabel(table.fingerprint());
        if (table.showsLive()) {
            return new Component[] {fingerprint, new Chip(Tone.GOOD, "=", "shows " + live.channel() + " exactly")};
        }
        return new Component[] {
            fingerprint,
            new Chip(Tone.CAREFUL, "≠", "differs"),
            new Span(test.differences().sentence())
        };
    }

    private static String scope(LiveChannel live, TestChannel test) {
        int shown = test.table().concerning().size();
        return switch (test.table().mapping().scope()) {
            case Scope.WholeQueue() ->
                shown == live.queue().size() ? "whole queue" : "whole queue: %d shown".formatted(shown);
            case Scope.NextOnly _, Scope.UpTo _, Scope.Only _ ->
                ScopeTelling.said(test.table().mapping().scope(), live.queue());
        };
    }

    private static Component[] warnings(TestChannel test) {
        List<Component> chips = new ArrayList<>();
        if (test.isStopped()) {
            chips.add(new Chip(Tone.BAD, "■", "shut off"));
        }
        SortedMap<Finding.Kind, Set<Object>> found = new TreeMap<>();
        test.findings()
                .forEach(finding -> found.computeIfAbsent(finding.kind(), kind -> new HashSet<>())
                        .addAll(counted(finding)));
        found.forEach((kind, objects) -> chips.add(FindingChip.of(kind, objects.size())));
        return chips.toArray(Component[]::new);
    }

    /** A set in conflict is one, however many reasons there are. */
    private static Collection<?> counted(Finding finding) {
        return switch (finding) {
            case Finding.InConflict conflict -> List.of(conflict.changeSet());
            case Finding.Shadowed shadowed -> shadowed.rows();
            default -> List.of(finding);
        };
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** @param column repeated in front of the cell where the window is too narrow for columns */
    private static NativeTableCell cell(NativeTableRow row, String column, Component... content) {
        NativeTableCell cell = row.addDataCell();
        cell.getElement().setAttribute("data-column", column);
        cell.add(content);
        return cell;
    }
}
