package dev.rehearsal.probe;

import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Lets the probes of a channel speak for a bot: its verdict is what they find in the state that it names. */
@Service
public class SuiteVerdicts {

    private static final int LONGEST_NOTE = 2_000;

    private final SnapshotKeeper snapshots;
    private final ReleaseContents contents;
    private final Probes probes;
    private final ProbeService probeService;
    private final TestVerdicts verdicts;

    SuiteVerdicts(
            SnapshotKeeper snapshots,
            ReleaseContents contents,
            Probes probes,
            ProbeService probeService,
            TestVerdicts verdicts) {
        this.snapshots = snapshots;
        this.contents = contents;
        this.probes = probes;
        this.probeService = probeService;
        this.verdicts = verdicts;
    }

    public record Given(Verdict verdict, List<ProbeResult> results) {}

    /**
     * Asks every probe of the product on the live channel, and records a PASS if all get what they must, else a FAIL that
     * names those that do not.
     *
     * @param fingerprint of the state that is vouched for
     * @throws RefusedException with reason CONFLICT if the test channel does not serve that state now; with INVALID if
     *     there is no probe: that would pass anything
     */
    public Given give(Actor by, String testChannel, String product, Fingerprint fingerprint) {
        NodeState state = snapshots.refresh();
        ChannelMapping mapping = state.mapping(product, testChannel)
                .orElseThrow(() ->
                        RefusedException.notFound("'%s' is not a test channel of %s: map it to a live channel first"
                                .formatted(testChannel, product)));
        List<Probe> suite = probes.of(product, mapping.liveChannel());
        if (suite.isEmpty()) {
            throw RefusedException.invalid(
                    "",
                    "there are no probes of %s on '%s': add some, since none would pass anything"
                            .formatted(product, mapping.liveChannel()));
        }
        Tables staged = state.stages().of(mapping).stage().staged();
        Fingerprint served = Fingerprint.of(staged, contents, product, mapping.liveChannel());
        if (!served.equals(fingerprint)) {
            throw RefusedException.conflict("'%s' serves another state for %s by now (%s): test that one"
                    .formatted(testChannel, product, served));
        }
        List<ProbeResult> results = probeService.ask(staged, suite, Progress.UNHEARD);
        // What is served is compared once more, under the lock that the verdict is written in.
        Verdict verdict = verdicts.give(
                by,
                new TestVerdicts.Word(
                        testChannel,
                        product,
                        fingerprint,
                        results.stream().allMatch(ProbeResult::passes) ? Outcome.PASS : Outcome.FAIL,
                        note(results)));
        return new Given(verdict, results);
    }

    private static String note(List<ProbeResult> results) {
        List<ProbeResult> failed =
                results.stream().filter(result -> !result.passes()).toList();
        if (failed.isEmpty()) {
            return results.size() == 1 ? "The 1 probe passes" : "All %d probes pass".formatted(results.size());
        }
        String note = "%d of %d probes fail: ".formatted(failed.size(), results.size())
                + failed.stream().map(result -> result.probe().name()).collect(Collectors.joining("; "));
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE - 1) + "…";
    }
}
