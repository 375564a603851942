package dev.rehearsal.insight.review;

import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.fingerprint.UpcomingStates;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells which of the states that may be live next are tested: the queue up to each set, and each set alone. */
@Service
public class StateTestStatus {

    private final UpcomingStates present;
    private final GateCheck.Evidence evidence;

    public StateTestStatus(UpcomingStates present, GateCheck.Evidence evidence) {
        this.present = present;
        this.evidence = evidence;
    }

    /** The states of testing of a state. */
    public enum Tested {
        /** Answers are those of today: there is nothing to test. */
        LIVE,
        PASSED,
        /** By somebody whose word counts. */
        FAILED,
        /** Untested, but live so lately that going back to it needs no test. */
        SERVED_LATELY,
        UNTESTED
    }

    /** @param passedBy the latest word of each; @param failedBy likewise, whether a gate asks for them or not */
    public record Look(Fingerprint fingerprint, Tested tested, List<Actor> passedBy, List<Actor> failedBy) {}

    /**
     * @param through the queue up to this set
     * @param alone the set by itself; null if it cannot be applied so
     * @param inTurn false for one in conflict, which the queue leaves out
     */
    public record Step(
            ChangeSet set, Look through, @Nullable Look alone, boolean inTurn) {}

    /** @param setsLeftOut how many further sets concern the channel, behind those looked at */
    public record Overview(String product, String liveChannel, Look live, List<Step> steps, int setsLeftOut) {

        /** Returns what is known of the queue up to a set; null if it is none of those looked at. */
        public @Nullable Step step(ChangeSet set) {
            return steps.stream()
                    .filter(step -> step.set().id().equals(set.id()))
                    .findFirst()
                    .orElse(null);
        }

        /** The first set behind this one up to which the queue is passed; null if there is none. */
        @Nullable
        ChangeSet passedBehind(ChangeSet set) {
            return steps.stream()
                    .dropWhile(step -> !step.set().id().equals(set.id()))
                    .skip(1)
                    .filter(step -> step.through().tested() == Tested.PASSED)
                    .map(Step::set)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** As many stages and fingerprints as sets concern the channel, once for each state; then two queries for all. */
    public Overview of(NodeState state, String product, String liveChannel) {
        UpcomingStates.Present found = present.of(state, product, liveChannel);
        List<Fingerprint> shown = new ArrayList<>(List.of(found.live()));
        found.steps().forEach(step -> shown.addAll(fingerprints(step)));
        Judge judge = new Judge(state, product, liveChannel, found.live(), shown);
        return new Overview(
                product,
                liveChannel,
                judge.look(found.live()),
                found.steps().stream().map(judge::step).toList(),
                found.setsLeftOut());
    }

    /** One set; empty if it is not pending, or does not concern the channel. */
    public Optional<Step> of(NodeState state, String product, String liveChannel, ChangeSet set) {
        Fingerprint live = present.live(state, product, liveChannel);
        return present.step(state, product, liveChannel, set.id())
                .map(step -> new Judge(state, product, liveChannel, live, fingerprints(step)).step(step));
    }

    /** One state whose fingerprint is known already: a query, and nothing is staged. */
    public Look of(NodeState state, String product, String liveChannel, Fingerprint live, Fingerprint shown) {
        return new Judge(state, product, liveChannel, live, List.of(shown)).look(shown);
    }

    private static List<Fingerprint> fingerprints(UpcomingStates.Step step) {
        return step.alone() == null ? List.of(step.through()) : List.of(step.through(), step.alone());
    }

    private final class Judge {

        private final String product;
        private final String liveChannel;
        private final Fingerprint live;
        private final GateCheck.Evidence known;
        private final GateCheck check;
        private final List<Gate> gates;

        /** @param shown all that it will be asked about */
        Judge(NodeState state, String product, String liveChannel, Fingerprint live, Collection<Fingerprint> shown) {
            this.product = product;
            this.liveChannel = liveChannel;
            this.live = live;
            this.known = evidence.on(shown.stream()
                    .map(fingerprint -> new TestedState(product, liveChannel, fingerprint))
                    .toList());
            this.check = new GateCheck(
                    state.circumstances().gates(),
                    state.circumstances().people().values(),
                    known);
            this.gates = state.circumstances().gates().stream()
                    .filter(gate -> gate.liveChannel().equals(liveChannel))
                    .filter(gate -> gate.product() == null || gate.product().equals(product))
                    .toList();
        }

        Step step(UpcomingStates.Step step) {
            return new Step(
                    step.set(), look(step.through()), step.alone() == null ? null : look(step.alone()), step.inTurn());
        }

        Look look(Fingerprint fingerprint) {
            TestedState state = new TestedState(product, liveChannel, fingerprint);
            Map<Actor, Outcome> words = new LinkedHashMap<>();
            for (Verdict verdict : known.verdictsOn(state)) {
                words.put(verdict.by(), verdict.outcome());
            }
            List<Actor> passed = by(words, Outcome.PASS);
            List<Actor> failed = by(words, Outcome.FAIL);
            Tested tested = fingerprint.equals(live) ? Tested.LIVE : tested(state, passed, failed);
            return new Look(fingerprint, tested, passed, failed);
        }

        /** By the gates, where there are any; otherwise every word counts. */
        private Tested tested(TestedState state, List<Actor> passed, List<Actor> failed) {
            if (gates.isEmpty()) {
                return !failed.isEmpty() ? Tested.FAILED : passed.isEmpty() ? Tested.UNTESTED : Tested.PASSED;
            }
            List<GateFinding.Result> results = new ArrayList<>();
            gates.forEach(gate -> results.add(check.finding(gate, state).result()));
            if (results.stream().anyMatch(GateFinding.Failed.class::isInstance)) {
                return Tested.FAILED;
            }
            if (results.stream().anyMatch(GateFinding.Untested.class::isInstance)) {
                return Tested.UNTESTED;
            }
            return results.stream().anyMatch(GateFinding.ServedBefore.class::isInstance)
                    ? Tested.SERVED_LATELY
                    : Tested.PASSED;
        }

        private static List<Actor> by(Map<Actor, Outcome> words, Outcome outcome) {
            return words.entrySet().stream()
                    .filter(word -> word.getValue() == outcome)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
