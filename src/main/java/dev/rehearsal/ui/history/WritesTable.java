package dev.rehearsal.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.TimeMachineNavigation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of the journal, one row for all that somebody wrote at once: when, who, through which set, what. */
class WritesTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(WritesTable.class);

    private final boolean namesSets;
    private Shown shown = new Shown(List.of(), null);

    private record Shown(
            List<JournalEntry> entries, @Nullable ChannelMapping channel) {}

    private record Write(Instant at, Actor by, @Nullable ChangeSetId set) {}

    private WritesTable(List<String> columns) {
        this.namesSets = columns.contains("through");
        addClassNames("plain-table", "writes");
        setCaptionText(MESSAGES.get("title"));
        NativeTableRow head = getHead().addRow();
        for (String column : columns) {
            head.addHeaderCell().setText(MESSAGES.get("column." + column));
        }
    }

    static WritesTable ofEverything() {
        return new WritesTable(List.of("when", "who", "what", "through"));
    }

    /** For the page of a set, which is not named again. */
    static WritesTable ofOneSet() {
        return new WritesTable(List.of("when", "who", "what"));
    }

    /**
     * What was unfolded stays so, as long as the entries are the same.
     *
     * @param channel the test channel that each time leads to, as it was then; null for none
     */
    void show(List<JournalEntry> entries, @Nullable ChannelMapping channel) {
        Shown next = new Shown(entries, channel);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        getBody().removeAllRows();
        writes(entries).forEach((write, written) -> addRow(getBody().addRow(), write, written));
    }

    private static Map<Write, List<JournalEntry>> writes(List<JournalEntry> entries) {
        Map<Write, List<JournalEntry>> writes = new LinkedHashMap<>();
        entries.forEach(entry -> writes.computeIfAbsent(
                        new Write(entry.at(), entry.by(), entry.changeSet()), write -> new ArrayList<>())
                .add(entry));
        return writes;
    }

    private void addRow(NativeTableRow row, Write write, List<JournalEntry> written) {
        row.addDataCell().add(time(write.at()));
        row.addDataCell().setText(write.by().name());
        var what = row.addDataCell();
        written.forEach(entry -> what.add(entry(entry)));
        if (namesSets) {
            var through = row.addDataCell();
            if (write.set() != null) {
                through.add(ChangesNavigation.linkTo(write.set(), "#" + write.set()));
            }
        }
    }

    private Component time(Instant at) {
        ChannelMapping channel = shown.channel();
        return channel == null
                ? Moment.exact(at)
                : TimeMachineNavigation.linkTo(channel.testChannel(), channel.product(), at, Moment.exact(at));
    }

    private static Component entry(JournalEntry entry) {
        Div sentence = new Div(JournalFormatter.sentence(entry));
        Div told = new Div(sentence, new FieldList(entry));
        told.addClassName("entry");
        return told;
    }
}
