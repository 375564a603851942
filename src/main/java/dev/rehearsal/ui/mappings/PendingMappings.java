package dev.rehearsal.ui.mappings;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.snapshot.CurrentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Changes of mappings that wait to be signed, or for their time. */
record PendingMappings(List<Pending> all) {

    record Pending(ChangeSet set, UnstagedChange.OfMapping change) {}

    static PendingMappings in(CurrentState state) {
        List<Pending> all = new ArrayList<>();
        for (ChangeSet set : state.queue()) {
            set.changes().stream()
                    .filter(UnstagedChange.OfMapping.class::isInstance)
                    .forEach(change -> all.add(new Pending(set, (UnstagedChange.OfMapping) change)));
        }
        return new PendingMappings(List.copyOf(all));
    }

    List<Pending> of(long mapping) {
        return all.stream()
                .filter(pending -> pending.change().before() != null
                        && Objects.requireNonNull(pending.change().before()).id() == mapping)
                .toList();
    }

    List<Pending> additions() {
        return all.stream().filter(pending -> pending.change().before() == null).toList();
    }
}
