package dev.rehearsal.insight.review;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.review.WaitingForMe.ToTest;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the states that test channels show and one person could pass: each would change what is live. */
final class StatesToTest {

    private StatesToTest() {}

    static List<ToTest> of(NodeState state, Actor actor, Verdicts verdicts, ReleaseContents contents) {
        Person person = state.circumstances().person(actor);
        List<ToTest> waiting = new ArrayList<>();
        GateCheck check = new GateCheck(
                state.circumstances().gates(), state.circumstances().people().values(), verdicts);
        for (ChannelMapping mapping : state.mappings()) {
            Tables staged = state.stages().of(mapping).stage().staged();
            if (staged == state.live()) {
                continue;
            }
            Function<String, Fingerprint> now = Fingerprint.over(state.live(), contents, mapping.liveChannel());
            Function<String, Fingerprint> then = Fingerprint.over(staged, contents, mapping.liveChannel());
            for (Gate gate : state.circumstances().gates()) {
                if (person.holds(gate.role()) && concerns(gate, mapping)) {
                    for (String product : products(gate, mapping, state.live(), staged)) {
                        TestedState tested = new TestedState(product, mapping.liveChannel(), then.apply(product));
                        if (!tested.fingerprint().equals(now.apply(product))
                                && verdicts.verdictsOn(tested).stream()
                                        .noneMatch(verdict -> verdict.by().equals(actor))) {
                            GateFinding finding = check.finding(gate, tested);
                            if (!finding.isOpen()) {
                                waiting.add(new ToTest(mapping, finding));
                            }
                        }
                    }
                }
            }
        }
        return List.copyOf(waiting);
    }

    private static boolean concerns(Gate gate, ChannelMapping mapping) {
        return gate.liveChannel().equals(mapping.liveChannel())
                && (gate.testChannels().isEmpty() || gate.testChannels().contains(mapping.testChannel()))
                && (gate.product() == null
                        || mapping.product() == null
                        || Objects.equals(gate.product(), mapping.product()));
    }

    private static SortedSet<String> products(Gate gate, ChannelMapping mapping, Tables live, Tables staged) {
        String one = gate.product() == null ? mapping.product() : gate.product();
        return one == null ? GateCheck.productsNamedIn(live, staged) : new TreeSet<>(List.of(one));
    }
}
