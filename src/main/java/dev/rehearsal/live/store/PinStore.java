package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.Pin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Repository;

/** Reads and writes the pin table; each write leaves a history row. */
@Repository
public class PinStore {

    private final JdbcAggregateOperations rows;
    private final IncarnationStore incarnations;

    public PinStore(JdbcAggregateOperations rows, IncarnationStore incarnations) {
        this.rows = rows;
        this.incarnations = incarnations;
    }

    public List<Pin> all() {
        return rows.findAll(PinRow.class).stream().map(PinRow::toPin).toList();
    }

    public Optional<Pin> find(String product, String channel, String version) {
        return Optional.ofNullable(rows.findById(new PinRow.Key(product, channel, version), PinRow.class))
                .map(PinRow::toPin);
    }

    public void update(Write write, Pin pin) {
        rows.update(PinRow.of(pin));
        rows.insert(PinHistoryRow.written(write, pin));
    }

    public void delete(Write write, Pin pin) {
        rows.deleteById(PinRow.of(pin).key(), PinRow.class);
        rows.insert(PinHistoryRow.removed(write, pin));
    }

    /** Inserts pins; those without an incarnation get one. */
    public void insert(Write write, Collection<Pin> added) {
        if (added.isEmpty()) {
            return;
        }
        List<Pin> pins = added.stream()
                .map(pin -> pin.incarnation() == 0 ? pin.withIncarnation(incarnations.reserve()) : pin)
                .toList();
        rows.insertAll(pins.stream().map(PinRow::of).toList());
        rows.insertAll(
                pins.stream().map(pin -> PinHistoryRow.written(write, pin)).toList());
    }
}
