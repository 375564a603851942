package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.PassedElsewhereHint;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import org.springframework.stereotype.Service;

/** Finds passes that would count, had they been given on the state that would be live. */
@Service
class OtherPasses implements PassedElsewhereHint {

    /** The latest are enough to understand what happened. */
    private static final int MOST = 2;

    private final SnapshotKeeper snapshots;
    private final Verdicts verdicts;
    private final Explanations explanations;

    OtherPasses(SnapshotKeeper snapshots, Verdicts verdicts, Explanations explanations) {
        this.snapshots = snapshots;
        this.verdicts = verdicts;
        this.explanations = explanations;
    }

    @Override
    public List<String> sentences(GateFinding finding) {
        if (!(finding.result() instanceof GateFinding.Untested)) {
            return List.of();
        }
        ApprovalContext now = snapshots.current().circumstances();
        TestedState wanted = finding.state();
        return verdicts.lastWords(wanted.product(), wanted.liveChannel()).stream()
                .filter(verdict -> verdict.outcome() == Outcome.PASS)
                .filter(verdict -> !verdict.state().equals(wanted))
                .filter(verdict -> now.person(verdict.by()).holds(finding.gate().role()))
                .limit(MOST)
                .map(verdict -> sentence(verdict, wanted))
                .toList();
    }

    private String sentence(Verdict verdict, TestedState wanted) {
        return "the PASS of %s was for another state: %s"
                .formatted(
                        verdict.by(),
                        String.join(
                                ", ",
                                explanations
                                        .between(verdict.state(), wanted.fingerprint())
                                        .few()));
    }
}
