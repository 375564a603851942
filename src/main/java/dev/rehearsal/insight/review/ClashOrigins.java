package dev.rehearsal.insight.review;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Subject;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tells what a set in conflict clashes with: what is live, or sets that are queued before it. */
@Service
public class ClashOrigins {

    private final SnapshotKeeper snapshots;
    private final ReleaseContents contents;

    ClashOrigins(SnapshotKeeper snapshots, ReleaseContents contents) {
        this.snapshots = snapshots;
        this.contents = contents;
    }

    /**
     * The origin of a clash is what stands against a set.
     *
     * @param live whether what is live does: only then it cannot go live as it is
     * @param queued the sets before it that change what it changes, in queue order
     */
    public record Origin(boolean live, List<ChangeSet> queued) {}

    public Origin of(ChangeSet set) {
        NodeState state = snapshots.current();
        Set<Row> rows = rows(set);
        return new Origin(
                !Clashes.of(set, state.live(), contents, state.circumstances()).isEmpty(),
                state.queue().stream()
                        .filter(other -> !other.id().equals(set.id()) && ChangeSet.QUEUE_ORDER.compare(other, set) < 0)
                        .filter(other -> rows(other).stream().anyMatch(rows::contains))
                        .toList());
    }

    /** The row that a change is about, whatever it does to it. */
    private record Row(String object, String target) {}

    private static Set<Row> rows(ChangeSet set) {
        return set.changes().stream()
                .map(Subject::of)
                .map(subject -> new Row(subject.object(), subject.target()))
                .collect(Collectors.toSet());
    }
}
