package dev.rehearsal.insight.review;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells a tester of one test channel what they want to know of the state that it shows. */
@Service
public class UnderTest {

    private final GateCheck.Evidence evidence;

    public UnderTest(GateCheck.Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * @param verdicts on this state, wherever it was tested, in their order
     * @param gates what each gate of the live channel says of it
     * @param counts whether the tester holds the role of one of these gates
     * @param lifts whether the tester can lift a FAIL of somebody else that closes one of them
     */
    public record Look(
            TestedState tested, List<Verdict> verdicts, List<GateFinding> gates, boolean counts, boolean lifts) {}

    /** @param shown what the test channel shows of the product in this state */
    public Look of(NodeState state, ChannelMapping mapping, String product, Fingerprint shown, Actor tester) {
        TestedState tested = new TestedState(product, mapping.liveChannel(), shown);
        GateCheck.Evidence known = evidence.on(List.of(tested));
        GateCheck check = new GateCheck(
                state.circumstances().gates(), state.circumstances().people().values(), known);
        List<Gate> gates = state.circumstances().gates().stream()
                .filter(gate -> gate.liveChannel().equals(mapping.liveChannel()))
                .filter(gate -> gate.product() == null || gate.product().equals(product))
                .toList();
        Person person = state.circumstances().person(tester);
        List<GateFinding> findings =
                gates.stream().map(gate -> check.finding(gate, tested)).toList();
        return new Look(
                tested,
                known.verdictsOn(tested),
                findings,
                gates.stream()
                        .anyMatch(gate -> person.holds(gate.role())
                                && (gate.testChannels().isEmpty()
                                        || gate.testChannels().contains(mapping.testChannel()))),
                findings.stream().anyMatch(finding -> lifts(person, tester, finding)));
    }

    private static boolean lifts(Person person, Actor tester, GateFinding finding) {
        return finding.result() instanceof GateFinding.Failed(List<Actor> by)
                && person.holds(finding.gate().role())
                && by.stream().anyMatch(failing -> !failing.equals(tester));
    }
}
