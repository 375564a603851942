package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ScopedStages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds which verdicts are about something else than what their test channel serves now, and why. */
@Service
public class StaleVerdicts {

    /** So many states are put together again for one list, the latest first. */
    private static final int MOST_LOOKED_UP = 10;

    private final SnapshotKeeper snapshots;
    private final Explanations explanations;
    private final ReleaseContents contents;

    StaleVerdicts(SnapshotKeeper snapshots, Explanations explanations, ReleaseContents contents) {
        this.snapshots = snapshots;
        this.explanations = explanations;
        this.contents = contents;
    }

    /** @param because sentences without full stops; empty if it is not stale */
    public record Looked(Verdict verdict, boolean stale, List<String> because) {}

    /** Returns them in the order given. */
    public List<Looked> at(List<Verdict> verdicts) {
        Look look = new Look(snapshots.current());
        return verdicts.stream().map(look::at).toList();
    }

    private record Shown(Fingerprint fingerprint, boolean scopeIsGone) {}

    private record Place(String product, String channel) {}

    private record Asked(TestedState from, Fingerprint to) {}

    /** One look at all of them, in one state. */
    private final class Look {

        private final NodeState state;
        private final Map<Place, Shown> shown = new HashMap<>();
        private final Map<Place, Fingerprint> live = new HashMap<>();
        private final Map<Asked, List<String>> because = new HashMap<>();
        private int lookedUp;

        Look(NodeState state) {
            this.state = state;
        }

        Looked at(Verdict verdict) {
            TestedState judged = verdict.state();
            ChannelMapping mapping =
                    state.mapping(judged.product(), verdict.testChannel()).orElse(null);
            if (mapping == null) {
                return stale(
                        verdict,
                        "%s is no test channel of %s any more".formatted(verdict.testChannel(), judged.product()));
            }
            if (!mapping.liveChannel().equals(judged.liveChannel())) {
                return stale(
                        verdict,
                        "%s shows %s now, not %s"
                                .formatted(verdict.testChannel(), mapping.liveChannel(), judged.liveChannel()));
            }
            Shown now = shown.computeIfAbsent(
                    new Place(judged.product(), verdict.testChannel()), place -> shown(mapping, place.product()));
            if (now.fingerprint().equals(judged.fingerprint())) {
                return new Looked(verdict, false, List.of());
            }
            List<String> reasons = new ArrayList<>();
            if (live(judged).equals(judged.fingerprint())) {
                reasons.add("what was tested is live on %s now".formatted(judged.liveChannel()));
            }
            if (now.scopeIsGone()) {
                reasons.add("the change set that the scope of %s names is not pending any more"
                        .formatted(verdict.testChannel()));
            }
            reasons.addAll(because.computeIfAbsent(
                    new Asked(judged, now.fingerprint()), asked -> because(asked.from(), asked.to())));
            return new Looked(verdict, true, List.copyOf(reasons));
        }

        private Shown shown(ChannelMapping mapping, String product) {
            ScopedStages.Scoped scoped = state.stages().of(mapping);
            return new Shown(
                    Fingerprint.of(scoped.stage().staged(), contents, product, mapping.liveChannel()),
                    scoped.scopeIsGone());
        }

        private Fingerprint live(TestedState judged) {
            return live.computeIfAbsent(
                    new Place(judged.product(), judged.liveChannel()),
                    place -> Fingerprint.of(state.live(), contents, judged.product(), judged.liveChannel()));
        }

        private List<String> because(TestedState from, Fingerprint to) {
            Optional<Explanation> remembered = explanations.remembered(from, to);
            if (remembered.isPresent()) {
                return remembered.get().few();
            }
            if (lookedUp == MOST_LOOKED_UP) {
                return List.of("what differs is told by /api/fingerprints/%s/differences?to=%s"
                        .formatted(from.fingerprint(), to));
            }
            lookedUp++;
            return explanations.between(from, to).few();
        }
    }

    private static Looked stale(Verdict verdict, String why) {
        return new Looked(verdict, true, List.of(why));
    }
}
