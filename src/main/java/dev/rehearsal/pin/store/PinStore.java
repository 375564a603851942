package dev.rehearsal.pin.store;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.pin.Pin;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Repository;

/** Reads and writes the pin table; each write leaves a history row. */
@Repository
public class PinStore {

    private final JdbcAggregateOperations rows;

    public PinStore(JdbcAggregateOperations rows) {
        this.rows = rows;
    }

    public List<Pin> all() {
        return rows.findAll(PinRow.class).stream()
                .map(row -> new Pin(
                        row.key().product(),
                        row.key().channel(),
                        row.key().version(),
                        new ReleaseName(row.mapping()),
                        row.dataVersion()))
                .toList();
    }

    public void insert(Entry entry, Collection<Pin> pins) {
        if (pins.isEmpty()) {
            return;
        }
        rows.insertAll(pins.stream()
                .map(pin -> new PinRow(
                        new PinRow.Key(pin.product(), pin.channel(), pin.version()),
                        pin.mapping().value(),
                        pin.dataVersion()))
                .toList());
        rows.insertAll(pins.stream()
                .map(pin -> new PinHistoryRow(
                        null,
                        entry.by().name(),
                        entry.at().toEpochMilli(),
                        entry.changeSet(),
                        pin.product(),
                        pin.channel(),
                        pin.version(),
                        pin.mapping().value(),
                        pin.dataVersion()))
                .toList());
    }
}
