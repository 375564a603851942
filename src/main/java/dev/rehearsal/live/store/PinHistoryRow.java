package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Entry;
import dev.rehearsal.live.Pin;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** Mapping and data version are null where the pin was removed. */
@Table("pins_history")
record PinHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        @Nullable Long changeSetId,
        String product,
        String channel,
        String version,
        @Nullable String mapping,
        @Nullable Integer dataVersion,
        @Nullable Long incarnation) {

    static PinHistoryRow written(Entry entry, Pin pin) {
        return row(entry, pin, pin.mapping().value(), pin.dataVersion(), pin.incarnation());
    }

    static PinHistoryRow removed(Entry entry, Pin pin) {
        return row(entry, pin, null, null, null);
    }

    private static PinHistoryRow row(
            Entry entry, Pin pin, @Nullable String mapping, @Nullable Integer dataVersion, @Nullable Long incarnation) {
        return new PinHistoryRow(
                null,
                entry.by().name(),
                entry.at().toEpochMilli(),
                entry.changeSet(),
                pin.product(),
                pin.channel(),
                pin.version(),
                mapping,
                dataVersion,
                incarnation);
    }
}
