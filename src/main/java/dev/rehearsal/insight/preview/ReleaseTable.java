package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of all live releases, and those that the queue adds, with who needs each and what is queued for it. Costs a
 * pass over rules, pins and the names that releases refer to, whatever the size of their blobs.
 *
 * @param rows by name
 */
public record ReleaseTable(NodeState state, List<Row> rows) {

    /** The fates of a release tell what the whole queue makes of it. */
    public enum Fate {
        STAYS,
        EDITED,
        ADDED,
        REMOVED
    }

    /**
     * @param release as it is live; one that the queue adds as it will be
     * @param staged as the queue leaves it; null where it removes it
     * @param pending every set that changes it, in queue order, also one that is left out
     */
    public record Row(
            Release release, @Nullable Release staged, Fate fate, List<ChangeSet> pending, List<ReleaseUse> uses) {

        public ReleaseName name() {
            return release.name();
        }
    }

    static ReleaseTable of(NodeState state, ReleaseContents contents) {
        Stage stage = state.stages().wholeQueue();
        Map<ReleaseName, Release> live = stage.live().releases();
        Map<ReleaseName, Release> staged = stage.staged().releases();
        ReleaseUses uses = ReleaseUses.of(stage, contents);
        Map<ReleaseName, List<ChangeSet>> pending = pending(state);
        Map<ReleaseName, Release> all = new TreeMap<>();
        all.putAll(staged);
        all.putAll(live);
        List<Row> rows = new ArrayList<>();
        all.forEach((name, release) -> rows.add(new Row(
                release,
                staged.get(name),
                fate(live.get(name), staged.get(name)),
                pending.getOrDefault(name, List.of()),
                uses.of(name))));
        return new ReleaseTable(state, List.copyOf(rows));
    }

    private static Fate fate(@Nullable Release live, @Nullable Release staged) {
        if (live == null) {
            return Fate.ADDED;
        }
        if (staged == null) {
            return Fate.REMOVED;
        }
        return live.equals(staged) ? Fate.STAYS : Fate.EDITED;
    }

    private static Map<ReleaseName, List<ChangeSet>> pending(NodeState state) {
        Map<ReleaseName, List<ChangeSet>> pending = new HashMap<>();
        for (ChangeSet set : state.queue()) {
            releasesOf(set)
                    .forEach(name -> pending.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(set));
        }
        return pending;
    }

    private static Set<ReleaseName> releasesOf(ChangeSet set) {
        Set<ReleaseName> names = new LinkedHashSet<>();
        for (Change change : set.changes()) {
            ReleaseName name = ChangeSet.releaseOf(change);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    public Optional<Row> find(ReleaseName name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
