package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.preview.ChannelOverview.TestChannel;
import dev.rehearsal.insight.preview.StagedTable;
import dev.rehearsal.insight.review.TestedStates;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.insight.warning.ChannelFinding;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.insight.warning.SetFinding;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.changeset.TestedChip;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.FindingChip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.frame.ScopeTelling;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.preview.DifferencesTelling;
import dev.rehearsal.ui.preview.FingerprintLabel;
import dev.rehearsal.ui.preview.MissingSignoffs;
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

    private static final Messages MESSAGES = Messages.beside(ChannelTable.class);

    private static final List<String> COLUMNS = List.of("channel", "queue", "due", "signoffs", "state", "look");

    private final Instant now;

    ChannelTable(List<Lane> lanes, Instant now) {
        this.now = now;
        addClassNames("card", "channel-table");
        setCaptionText(MESSAGES.get("channels.caption"));
        NativeTableRow headings = getHead().addRow();
        COLUMNS.forEach(column -> headings.addHeaderCell().setText(heading(column)));
        lanes.forEach(this::addGroup);
    }

    private void addGroup(Lane lane) {
        NativeTableBody group = addBody();
        addLive(group.addRow(), lane);
        lane.channel().testChannels().forEach(test -> addTest(group.addRow(), lane, test));
    }

    private void addLive(NativeTableRow row, Lane lane) {
        LiveChannel live = lane.channel();
        row.addClassName("live");
        Span product = new Span(Products.named(live.product()));
        product.addClassName("product");
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "rowgroup");
        name.add(new Span(live.channel()), product);
        NativeTableCell queue = cell(row, "queue");
        NativeTableCell due = cell(row, "due");
        if (live.queue().isEmpty()) {
            queue.add(new Span(MESSAGES.get("channels.nothing-queued")));
        } else {
            ChangeSet next = live.queue().getFirst();
            queue.add(ChangesNavigation.linkToQueue(
                    MESSAGES.get("channels.queued", live.queue().size()), live.product(), live.channel()));
            due.add(moment(next), new Div(ChangesNavigation.linkTo(next)));
        }
        cell(row, "signoffs", signoffs(lane));
        cell(row, "state", new FingerprintLabel(live.fingerprint()));
        NativeTableCell look = cell(row, "look");
        if (live.isStopped()) {
            look.add(new Chip(Tone.BAD, "■", MESSAGES.get("shut-off")));
        }
    }

    private static Component[] signoffs(Lane lane) {
        if (lane.sets() == 0) {
            return new Component[0];
        }
        return lane.unsigned() == 0
                ? new Component[] {new Chip(Tone.GOOD, "✓", MESSAGES.get("signoffs.all"))}
                : new Component[] {
                    new Chip(Tone.CAREFUL, "✎", MESSAGES.get("signoffs.missing", lane.unsigned())),
                    new Div(MissingSignoffs.said(lane.missing()))
                };
    }

    private Component moment(ChangeSet next) {
        Div due = new Div(Moment.due(next.due()));
        if (next.due().isBefore(now)) {
            due.add(new Chip(Tone.CAREFUL, "!", MESSAGES.get("past-due")));
        }
        return due;
    }

    private static void addTest(NativeTableRow row, Lane lane, TestChannel test) {
        LiveChannel live = lane.channel();
        row.addClassName("test");
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(PreviewNavigation.linkTo(test.channel(), live.product()));
        cell(row, "queue", new Span(scope(live, test)));
        cell(row, "due");
        cell(row, "signoffs");
        NativeTableCell state = cell(row, "state", proof(live, test));
        TestedStates.Look tested = lane.shown().get(test.channel());
        if (tested != null) {
            state.add(TestedChip.of(tested));
        }
        NativeTableCell look = cell(row, "look");
        look.add(warnings(test));
    }

    private static Component[] proof(LiveChannel live, TestChannel test) {
        StagedTable table = test.table();
        FingerprintLabel fingerprint = new FingerprintLabel(table.fingerprint());
        if (table.showsLive()) {
            return new Component[] {
                fingerprint, new Chip(Tone.GOOD, "=", MESSAGES.get("channels.shows", live.channel()))
            };
        }
        return new Component[] {
            fingerprint,
            new Chip(Tone.CAREFUL, "≠", MESSAGES.get("differs")),
            new Span(DifferencesTelling.said(test.differences()))
        };
    }

    private static String scope(LiveChannel live, TestChannel test) {
        int shown = test.table().concerning().size();
        return switch (test.table().mapping().scope()) {
            case Scope.WholeQueue() ->
                shown == live.queue().size()
                        ? MESSAGES.get("channels.whole-queue")
                        : MESSAGES.get("channels.whole-queue.some", shown);
            case Scope.NextOnly _, Scope.UpTo _, Scope.Only _ ->
                ScopeTelling.said(test.table().mapping().scope(), live.queue());
        };
    }

    private static Component[] warnings(TestChannel test) {
        List<Component> chips = new ArrayList<>();
        if (test.isStopped()) {
            chips.add(new Chip(Tone.BAD, "■", MESSAGES.get("shut-off")));
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
            case SetFinding.InConflict conflict -> List.of(conflict.changeSet());
            case ChannelFinding.Shadowed shadowed -> shadowed.rows();
            default -> List.of(finding);
        };
    }

    private static String heading(String column) {
        return MESSAGES.get("channels.column." + column);
    }

    /** @param column repeated in front of the cell where the window is too narrow for columns */
    private static NativeTableCell cell(NativeTableRow row, String column, Component... content) {
        NativeTableCell cell = row.addDataCell();
        cell.getElement().setAttribute("data-column", heading(column));
        cell.add(content);
        return cell;
    }
}
