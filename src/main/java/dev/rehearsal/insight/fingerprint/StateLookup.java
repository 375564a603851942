package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.approval.ServedSpan;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ScopedStages;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finds the tables behind a fingerprint: among what is staged now, and in history where it was judged or live. */
@Service
class StateLookup {

    private static final Logger LOG = LoggerFactory.getLogger(StateLookup.class);

    /** How many verdicts, and how many times of being live, are tried; the first nearly always leads there. */
    private static final int MOST_TRIES = 3;

    private final SnapshotKeeper snapshots;
    private final UpcomingStates present;
    private final PastStates past;
    private final Verdicts verdicts;
    private final ReleaseContents contents;

    StateLookup(
            SnapshotKeeper snapshots,
            UpcomingStates present,
            PastStates past,
            Verdicts verdicts,
            ReleaseContents contents) {
        this.snapshots = snapshots;
        this.present = present;
        this.past = past;
        this.verdicts = verdicts;
        this.contents = contents;
    }

    /** Costs a pass over the histories where it is not staged now; empty where it cannot be put together any more. */
    Optional<Tables> find(TestedState state) {
        return present.tables(snapshots.current(), state.product(), state.liveChannel(), state.fingerprint())
                .or(() -> whereJudged(state))
                .or(() -> whereLive(state));
    }

    /** Returns what the fingerprint may be of: where it was judged or live, or is staged now for any mapped channel. */
    List<TestedState> named(Fingerprint fingerprint) {
        Set<TestedState> states = new LinkedHashSet<>(verdicts.statesWith(fingerprint));
        if (states.isEmpty()) {
            NodeState now = snapshots.current();
            MappedPlaces.of(now).stream()
                    .filter(place -> present.tables(now, place.product(), place.liveChannel(), fingerprint)
                            .isPresent())
                    .map(place -> new TestedState(place.product(), place.liveChannel(), fingerprint))
                    .forEach(states::add);
        }
        return List.copyOf(states);
    }

    private Optional<Tables> whereJudged(TestedState state) {
        return verdicts.verdictsOn(state).reversed().stream()
                .limit(MOST_TRIES)
                .flatMap(verdict -> at(verdict.at(), state, then -> shown(then, verdict)).stream())
                .findFirst();
    }

    private static Optional<Tables> shown(NodeState then, Verdict verdict) {
        return then.mapping(verdict.state().product(), verdict.testChannel())
                .map(mapping -> then.stages().of(mapping))
                .map(ScopedStages.Scoped::stage)
                .map(stage -> stage.staged());
    }

    private Optional<Tables> whereLive(TestedState state) {
        return verdicts.served(state).stream()
                .limit(1)
                .flatMap((ServedSpan span) -> at(span.since(), state, then -> Optional.of(then.live()))
                        .or(() -> at(span.lastMoment(), state, then -> Optional.of(then.live())))
                        .stream())
                .findFirst();
    }

    /** In the same millisecond another write may have followed: then it is the state just before that counts. */
    private Optional<Tables> at(Instant time, TestedState wanted, Function<NodeState, Optional<Tables>> shown) {
        try {
            return matching(shown.apply(past.at(time)), wanted)
                    .or(() -> matching(shown.apply(past.at(time.minusMillis(1))), wanted));
        } catch (IllegalStateException e) {
            LOG.debug("A content of {} is not kept any more: {}", wanted, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Tables> matching(Optional<Tables> found, TestedState wanted) {
        return found.filter(tables -> Fingerprint.of(tables, contents, wanted.product(), wanted.liveChannel())
                .equals(wanted.fingerprint()));
    }
}
