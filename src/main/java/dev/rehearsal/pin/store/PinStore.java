package dev.rehearsal.pin.store;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.pin.Pin;
import dev.rehearsal.release.Pins;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** @param mapping null to remove the pin */
    public void put(Entry entry, Pins.Key pin, @Nullable ReleaseName mapping) {
        PinRow.Key key = new PinRow.Key(pin.product(), pin.channel(), pin.version());
        PinRow found = rows.findById(key, PinRow.class);
        Integer version = mapping == null ? null : found == null ? 1 : found.dataVersion() + 1;
        if (mapping == null) {
            rows.deleteById(key, PinRow.class);
        } else if (found == null) {
            rows.insert(new PinRow(key, mapping.value(), 1));
        } else {
            rows.update(new PinRow(key, mapping.value(), found.dataVersion() + 1));
        }
        rows.insert(new PinHistoryRow(
                null,
                entry.by().name(),
                entry.at().toEpochMilli(),
                entry.changeSet(),
                pin.product(),
                pin.channel(),
                pin.version(),
                mapping == null ? null : mapping.value(),
                version));
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
