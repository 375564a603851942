package dev.rehearsal.ui.preview;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.insight.fingerprint.StaleVerdicts;
import dev.rehearsal.insight.fingerprint.UpcomingStates;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.insight.review.UnderTest;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes what a tester says, and keeps it for the next look. */
public final class RecordedVerdicts implements Tester, GateCheck.Evidence {

    public static final Actor TESTER = new Actor("chioma");
    public static final Role QA = new Role("qa");

    final List<TestVerdicts.Word> given = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    final List<StaleVerdicts.Looked> stale = new ArrayList<>();
    private @Nullable RefusedException refusal;
    private @Nullable StateTestStatus tested;

    void lookAt(Rehearsed rehearsed) {
        tested = new StateTestStatus(new UpcomingStates(rehearsed.contents()), this);
    }

    @Override
    public StateTestStatus.Overview tested(NodeState state, ChannelMapping mapping, String product) {
        return Objects.requireNonNull(tested).of(state, product, mapping.liveChannel());
    }

    @Override
    public List<StaleVerdicts.Looked> stale(ChannelMapping mapping, String product) {
        return stale;
    }

    StateTestStatus tested() {
        return Objects.requireNonNull(tested);
    }

    void refuse(RefusedException next) {
        refusal = next;
    }

    public void add(TestedState state, Actor by, Outcome outcome, @Nullable String note) {
        verdicts.add(new Verdict(
                verdicts.size() + 1, state, "release-cdntest", outcome, note, by, PersonId.NONE, Rehearsed.NOW, null));
    }

    @Override
    public UnderTest.Look look(NodeState state, ChannelMapping mapping, String product, Fingerprint shown) {
        return new UnderTest(this).of(state, mapping, product, shown, TESTER);
    }

    @Override
    public void give(TestVerdicts.Word word) {
        if (refusal != null) {
            throw refusal;
        }
        given.add(word);
    }

    @Override
    public List<Verdict> verdictsOn(TestedState state) {
        return verdicts.stream()
                .filter(verdict -> verdict.state().equals(state))
                .toList();
    }

    @Override
    public boolean servedLately(TestedState state) {
        return false;
    }
}
