package dev.rehearsal.staging;

import dev.rehearsal.blob.ReleaseContents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stages that the scopes of mappings ask for, over one live state and one queue; each is computed once. */
public final class ScopedStages {

    private final Tables live;
    private final List<QueuedSet> queue;
    private final ReleaseContents contents;
    private final Map<List<ChangeSetId>, Stage> computed = new HashMap<>();

    /** @param queue in any order */
    public ScopedStages(Tables live, List<QueuedSet> queue, ReleaseContents contents) {
        this.live = live;
        this.queue = queue.stream().sorted(QueuedSet.QUEUE_ORDER).toList();
        this.contents = contents;
    }

    /** A stage and whether its scope could be honoured. */
    public record Scoped(Stage stage, boolean scopeIsGone) {}

    /** All pending sets, in queue order. */
    public List<QueuedSet> queue() {
        return queue;
    }

    public Stage wholeQueue() {
        return stage(queue);
    }

    /** Returns what a mapping shows; live, and flagged, where the set that its scope names is not pending any more. */
    public Scoped of(ChannelMapping mapping) {
        return of(mapping.scope(), mapping.product(), mapping.liveChannel());
    }

    public Scoped of(Scope scope, @Nullable String product, String liveChannel) {
        return switch (scope) {
            case Scope.WholeQueue() -> new Scoped(wholeQueue(), false);
            case Scope.NextOnly() -> new Scoped(next(product, liveChannel), false);
            case Scope.UpTo(ChangeSetId set) -> {
                int position = position(set);
                yield position < 0
                        ? new Scoped(Stage.of(live), true)
                        : new Scoped(stage(queue.subList(0, position + 1)), false);
            }
            case Scope.Only(ChangeSetId set) -> {
                int position = position(set);
                yield position < 0
                        ? new Scoped(Stage.of(live), true)
                        : new Scoped(stage(queue.subList(position, position + 1)), false);
            }
        };
    }

    /** A set in conflict is not what goes next: it is left out here as everywhere. */
    private Stage next(@Nullable String product, String liveChannel) {
        List<Stage.Step> concerning = Reachability.concerning(wholeQueue(), contents, product, liveChannel);
        if (concerning.isEmpty()) {
            return Stage.of(live);
        }
        return stage(queue.subList(0, position(concerning.getFirst().set().id()) + 1));
    }

    private int position(ChangeSetId set) {
        for (int i = 0; i < queue.size(); i++) {
            if (queue.get(i).id().equals(set)) {
                return i;
            }
        }
        return -1;
    }

    private synchronized Stage stage(List<QueuedSet> sets) {
        List<ChangeSetId> key = sets.stream().map(QueuedSet::id).toList();
        return computed.computeIfAbsent(key, ignored -> Stage.of(live, sets, contents));
    }
}
