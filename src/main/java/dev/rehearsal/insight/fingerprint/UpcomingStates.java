package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Reachability;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Every state that can be shown or enacted next: what is live, the queue up to each set, and each set alone. Each is
 * computed when it is first asked for, once for each state of the tables.
 */
@Service
public class UpcomingStates {

    /** How many sets are looked at together, from the front of the queue: each takes two stages and two fingerprints. */
    public static final int MOST_SETS = 40;

    private final ReleaseContents contents;
    private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

    public UpcomingStates(ReleaseContents contents) {
        this.contents = contents;
    }

    /**
     * @param steps the sets that concern the channel, in queue order
     * @param setsLeftOut how many further sets concern it
     */
    public record Present(Fingerprint live, List<Step> steps, int setsLeftOut) {}

    /**
     * @param through with all sets up to this one
     * @param alone with this set and no other; null if it cannot be applied alone
     * @param inTurn whether it is part of what the queue shows; one in conflict is not
     */
    public record Step(
            ChangeSet set, Fingerprint through, @Nullable Fingerprint alone, boolean inTurn) {}

    private record Place(String product, String liveChannel) {}

    private record Known(NodeState state, Map<Place, AtPlace> places) {}

    public Present of(NodeState state, String product, String liveChannel) {
        AtPlace place = at(state, product, liveChannel);
        return new Present(
                place.live,
                place.concerning.stream().limit(MOST_SETS).map(place::step).toList(),
                Math.max(0, place.concerning.size() - MOST_SETS));
    }

    /** One set; empty if it is not pending, or does not concern the channel. */
    public Optional<Step> step(NodeState state, String product, String liveChannel, ChangeSetId set) {
        AtPlace place = at(state, product, liveChannel);
        return place.concerning.stream()
                .filter(pending -> pending.id().equals(set))
                .findFirst()
                .map(place::step);
    }

    public Fingerprint live(NodeState state, String product, String liveChannel) {
        return at(state, product, liveChannel).live;
    }

    /** The tables behind a fingerprint, if it is that of such a state. */
    public Optional<Tables> tables(NodeState state, String product, String liveChannel, Fingerprint fingerprint) {
        AtPlace place = at(state, product, liveChannel);
        if (fingerprint.equals(place.live)) {
            return Optional.of(state.live());
        }
        Tables whole = state.stages().wholeQueue().staged();
        if (fingerprint.equals(place.fingerprint(whole))) {
            return Optional.of(whole);
        }
        return place.concerning.stream()
                .limit(MOST_SETS)
                .map(place::step)
                .flatMap(step -> Stream.of(
                                fingerprint.equals(step.through())
                                        ? new Scope.UpTo(step.set().id())
                                        : null,
                                fingerprint.equals(step.alone())
                                        ? new Scope.Only(step.set().id())
                                        : null)
                        .filter(scope -> scope != null))
                .findFirst()
                .map(scope -> place.stage(scope).staged());
    }

    private AtPlace at(NodeState state, String product, String liveChannel) {
        Known known = latest.get();
        if (known == null || known.state() != state) {
            known = new Known(state, new ConcurrentHashMap<>());
            latest.set(known);
        }
        return known.places().computeIfAbsent(new Place(product, liveChannel), place -> new AtPlace(state, place));
    }

    /** One product on one live channel. */
    private final class AtPlace {

        private final NodeState state;
        private final Place place;
        private final Fingerprint live;
        private final Set<ChangeSetId> inTurn = new HashSet<>();
        private final List<ChangeSet> concerning;
        private final Map<ChangeSetId, Step> steps = new ConcurrentHashMap<>();

        AtPlace(NodeState state, Place place) {
            this.state = state;
            this.place = place;
            this.live = fingerprint(state.live());
            Stage whole = state.stages().wholeQueue();
            Reachability.concerning(whole, contents, place.product(), place.liveChannel())
                    .forEach(step -> inTurn.add(step.set().id()));
            Set<ChangeSetId> all = new HashSet<>(inTurn);
            Reachability.conflictsConcerning(whole, contents, place.product(), place.liveChannel())
                    .forEach(conflict -> all.add(conflict.set()));
            this.concerning =
                    state.queue().stream().filter(set -> all.contains(set.id())).toList();
        }

        Step step(ChangeSet set) {
            return steps.computeIfAbsent(set.id(), id -> {
                Stage alone = stage(new Scope.Only(id));
                return new Step(
                        set,
                        fingerprint(stage(new Scope.UpTo(id)).staged()),
                        alone.conflicts().isEmpty() ? fingerprint(alone.staged()) : null,
                        inTurn.contains(id));
            });
        }

        Stage stage(Scope scope) {
            return state.stages()
                    .of(scope, place.product(), place.liveChannel())
                    .stage();
        }

        Fingerprint fingerprint(Tables tables) {
            return Fingerprint.of(tables, contents, place.product(), place.liveChannel());
        }
    }
}
