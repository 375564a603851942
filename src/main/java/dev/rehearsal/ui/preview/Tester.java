package dev.rehearsal.ui.preview;

import dev.rehearsal.insight.fingerprint.StaleVerdicts;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.insight.review.UnderTest;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import java.util.List;

/** Takes the verdict of the signed-in user on what a preview shows. */
interface Tester {

    /** @param shown what the test channel shows of the product */
    UnderTest.Look look(NodeState state, ChannelMapping mapping, String product, Fingerprint shown);

    /** Returns which states along the queue are tested. */
    StateTestStatus.Overview tested(NodeState state, ChannelMapping mapping, String product);

    /** The latest verdicts given there on what is not served any more, and why it is not. */
    List<StaleVerdicts.Looked> stale(ChannelMapping mapping, String product);

    /** @throws RefusedException if the test channel serves something else by now */
    void give(TestVerdicts.Word word);
}
