package dev.rehearsal.enactment;

import dev.rehearsal.approval.Gates;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.change.RowTables;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.staging.Change;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes changes of shutoffs and configuration; that they are not stale was judged under the same lock. */
@Component
class ConfigurationWriter {

    private final RowTables tables;
    private final ChannelMappings mappings;
    private final Gates gates;

    ConfigurationWriter(RowTables tables, ChannelMappings mappings, Gates gates) {
        this.tables = tables;
        this.mappings = mappings;
        this.gates = gates;
    }

    /** @throws dev.rehearsal.problem.RefusedException if it is not right any more, such as a gate nobody can satisfy */
    void apply(Write write, ChangeSet set) {
        List<Change> changes = set.changes();
        boolean maps = RowKinds.MAPPINGS.in(changes).findAny().isPresent();
        Map<Long, String> before = maps ? gates.untestable(mappings.all()) : Map.of();
        for (Change change : changes) {
            if (change instanceof RowChange<?> row) {
                // Who gave something is who answers for that change, not whoever began the set.
                write(write.enacting(set.id().value(), set.answersFor(change.id())), row);
            }
        }
        if (maps) {
            gates.refuseUntestable(before, gates.untestable(mappings.all()));
        }
    }

    private <R> void write(Write write, RowChange<R> change) {
        tables.of(change.kind()).write(write, change.before(), change.after());
    }
}
