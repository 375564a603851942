package dev.rehearsal.probe;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.matching.region.ChangedRegion;
import dev.rehearsal.matching.region.ChangedRegions;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tells exactly for whom rules decide otherwise once a pending set is live, as if it went alone. What becomes of clients
 * whom the release itself does not concern, as they have it already, is not looked at here.
 */
@Service
public class SetRegions {

    private final SnapshotKeeper snapshots;
    private final BlastRadius radius;
    private final ReleaseContents contents;
    private final PerState<Map<ChangeSetId, Found>> known = new PerState<>(state -> new ConcurrentHashMap<>());

    SetRegions(SnapshotKeeper snapshots, BlastRadius radius, ReleaseContents contents) {
        this.snapshots = snapshots;
        this.radius = radius;
        this.contents = contents;
    }

    /**
     * Clients who are offered something else.
     *
     * @param clients who they are, such as {@code Firefox on release, version < 140.0, not locale de}
     * @param before what they are offered now, such as {@code Firefox-150 at 25 %, else Firefox-149}
     * @param client one of them, whom the releases serve if there is such
     * @param url that this one asks; empty where a URL alone does not say it
     */
    public record Region(String clients, String before, String after, UpdateQuery client, Optional<AskedUrl> url) {}

    /** @param unsaid why there may be more, each as the end of a sentence; empty where these are all */
    public record Found(List<Region> regions, List<String> unsaid) {

        static final Found NOTHING = new Found(List.of(), List.of());

        public Found {
            regions = List.copyOf(regions);
            unsaid = List.copyOf(unsaid);
        }
    }

    /** Returns nothing for a set that is not pending, or is in conflict. */
    public Found of(ChangeSet set) {
        NodeState state = snapshots.current();
        if (state.pending(set.id()).isEmpty()) {
            return Found.NOTHING;
        }
        return known.of(state).computeIfAbsent(set.id(), _ -> found(state, set));
    }

    private Found found(NodeState state, ChangeSet set) {
        Stage stage = state.stages().of(new Scope.Only(set.id()), null, "").stage();
        Tables live = stage.live();
        Tables staged = stage.staged();
        ChangedRegions.Found found = ChangedRegions.between(
                live.ruleSet(), staged.ruleSet(), rule -> Served.by(rule, live), rule -> Served.by(rule, staged));
        List<String> unsaid = new ArrayList<>(found.unsaid());
        if (set.changes().stream().anyMatch(Change.PinEdit.class::isInstance)) {
            unsaid.add("the set changes pins, which no rule tells of");
        }
        ExampleClientFinder telling =
                new ExampleClientFinder(live, staged, contents, client -> radius.differs(live, staged, client));
        return new Found(
                found.regions().stream()
                        .map(region -> region(region, live, staged, telling.of(region)))
                        .toList(),
                unsaid);
    }

    private static Region region(ChangedRegion region, Tables live, Tables staged, UpdateQuery client) {
        String was = Served.by(region.before(), live).told();
        String becomes = Served.by(region.after(), staged).told();
        return new Region(
                region.clients(),
                was,
                becomes.equals(was) ? becomes + " with other content" : becomes,
                client,
                AskedUrl.of(client));
    }

    /** A release with its content. */
    private record Offered(
            @Nullable ReleaseName name, @Nullable ContentHash content) {

        static final Offered NOTHING = new Offered(null, null);

        static Offered of(@Nullable ReleaseName name, Tables tables) {
            Release release = name == null ? null : tables.releases().get(name);
            return release == null ? NOTHING : new Offered(name, release.content());
        }

        String told() {
            return name == null ? "no update" : name.value();
        }
    }

    /** The releases that a rule serves; equal where clients cannot tell them apart. */
    private record Served(Offered main, Offered others, int rate, UpdateType type) {

        static final Served NOTHING = new Served(Offered.NOTHING, Offered.NOTHING, 100, UpdateType.MINOR);

        static Served by(@Nullable Rule rule, Tables tables) {
            if (rule == null) {
                return NOTHING;
            }
            Offered main = Offered.of(rule.mapping(), tables);
            int rate = rule.backgroundRate();
            Offered others = rate == 100 ? main : Offered.of(rule.fallbackMapping(), tables);
            if (!others.equals(main)) {
                return new Served(main, others, rate, rule.updateType());
            }
            return main.equals(Offered.NOTHING) ? NOTHING : new Served(main, main, 100, rule.updateType());
        }

        String told() {
            return rate == 100 ? main.told() : "%s at %d %%, else %s".formatted(main.told(), rate, others.told());
        }
    }
}
