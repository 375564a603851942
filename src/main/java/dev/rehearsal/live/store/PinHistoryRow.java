package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Write;
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

    static PinHistoryRow written(Write write, Pin pin) {
        return row(write, pin, pin.mapping().value(), pin.dataVersion(), pin.incarnation());
    }

    static PinHistoryRow removed(Write write, Pin pin) {
        return row(write, pin, null, null, null);
    }

    private static PinHistoryRow row(
            Write write, Pin pin, @Nullable String mapping, @Nullable Integer dataVersion, @Nullable Long incarnation) {
        return new PinHistoryRow(
                null,
                write.by().name(),
                write.at().toEpochMilli(),
                write.changeSet(),
                pin.product(),
                pin.channel(),
                pin.version(),
                mapping,
                dataVersion,
                incarnation);
    }
}
