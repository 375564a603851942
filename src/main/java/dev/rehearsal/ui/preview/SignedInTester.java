package dev.rehearsal.ui.preview;

import dev.rehearsal.access.SignedIn;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.insight.fingerprint.StaleVerdicts;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.insight.review.UnderTest;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges as the signed-in user. */
@Component
class SignedInTester implements Tester {

    private static final int MOST_LATEST = 3;

    private final UnderTest underTest;
    private final TestVerdicts verdicts;
    private final Verdicts given;
    private final StaleVerdicts stale;
    private final StateTestStatus tested;
    private final SignedIn signedIn;

    SignedInTester(
            UnderTest underTest,
            TestVerdicts verdicts,
            Verdicts given,
            StaleVerdicts stale,
            StateTestStatus tested,
            SignedIn signedIn) {
        this.underTest = underTest;
        this.verdicts = verdicts;
        this.given = given;
        this.stale = stale;
        this.tested = tested;
        this.signedIn = signedIn;
    }

    @Override
    public UnderTest.Look look(NodeState state, ChannelMapping mapping, String product, Fingerprint shown) {
        return underTest.of(state, mapping, product, shown, signedIn.actor());
    }

    @Override
    public StateTestStatus.Overview tested(NodeState state, ChannelMapping mapping, String product) {
        return tested.of(state, product, mapping.liveChannel());
    }

    @Override
    public List<StaleVerdicts.Looked> stale(ChannelMapping mapping, String product) {
        return stale.at(given.latest(mapping.testChannel(), product, MOST_LATEST)).stream()
                .filter(StaleVerdicts.Looked::stale)
                .toList();
    }

    @Override
    public void give(TestVerdicts.Word word) {
        verdicts.give(signedIn.actor(), word);
    }
}
