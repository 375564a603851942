package dev.rehearsal.ui.mappings;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKey;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.List;

/** Changes of mappings that wait to be signed, or for their time. */
record PendingMappings(List<Pending> all) {

    record Pending(ChangeSet set, RowChange<ChannelMapping> change) {}

    static PendingMappings in(NodeState state) {
        List<Pending> all = new ArrayList<>();
        for (ChangeSet set : state.queue()) {
            RowKinds.MAPPINGS.in(set.changes()).forEach(change -> all.add(new Pending(set, change)));
        }
        return new PendingMappings(List.copyOf(all));
    }

    List<Pending> of(long mapping) {
        return all.stream()
                .filter(pending -> pending.change().key().equals(RowKey.ofNumber(mapping)))
                .toList();
    }

    List<Pending> additions() {
        return all.stream().filter(pending -> pending.change().before() == null).toList();
    }
}
