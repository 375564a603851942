package dev.rehearsal.approval;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what gates say of a step from one state to another. */
public final class GateCheck {

    private final List<Gate> gates;
    /** Which giving of a role each holder has. */
    private final Map<Holder, Long> holders = new HashMap<>();

    private final Evidence evidence;

    private record Holder(Role role, Actor person) {}

    public GateCheck(Collection<Gate> gates, Collection<Person> people, Evidence evidence) {
        this.gates = List.copyOf(gates);
        this.evidence = evidence;
        for (Person person : people) {
            for (Role role : person.roles()) {
                holders.put(new Holder(role, new Actor(person.name())), person.grantOf(role));
            }
        }
    }

    /** The evidence is what is known of a state. */
    public interface Evidence {

        /** Returns them in the order in which they were given. */
        List<Verdict> verdictsOn(TestedState state);

        /**
         * Whether the channel served it within the time in which going back is always possible, and since all its gates are
         * there.
         */
        boolean servedLately(TestedState state);

        /** Returns the time of the oldest PASS that counts; the earliest instant where passes do not expire. */
        default Instant passesCountSince() {
            return Instant.MIN;
        }

        /** Returns evidence with what is known of all of these read at once; of any other state it knows nothing. */
        default Evidence on(Collection<TestedState> states) {
            return this;
        }
    }

    /**
     * The findings on every gate whose state would change; a gate that the step leaves alone says nothing. Cost grows
     * with the number of rules, once per gated channel.
     */
    public List<GateFinding> findings(Tables before, Tables after, ReleaseContents contents) {
        Map<Gate, List<TestedState>> changed = new LinkedHashMap<>();
        if (gates.isEmpty() || before == after) {
            return List.of();
        }
        SortedSet<String> named = productsNamedIn(before, after);
        Map<String, Function<String, Fingerprint>> then = new HashMap<>();
        Map<String, Function<String, Fingerprint>> now = new HashMap<>();
        for (Gate gate : gates) {
            String live = gate.liveChannel();
            for (String product : gate.product() == null ? named : List.of(gate.product())) {
                Fingerprint was = now.computeIfAbsent(live, channel -> Fingerprint.over(before, contents, channel))
                        .apply(product);
                Fingerprint becomes = then.computeIfAbsent(live, channel -> Fingerprint.over(after, contents, channel))
                        .apply(product);
                if (!was.equals(becomes)) {
                    changed.computeIfAbsent(gate, unseen -> new ArrayList<>())
                            .add(new TestedState(product, live, becomes));
                }
            }
        }
        Evidence known =
                evidence.on(changed.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        List<GateFinding> findings = new ArrayList<>();
        changed.forEach((gate, states) -> states.forEach(state -> findings.add(finding(gate, state, Set.of(), known))));
        return findings;
    }

    /** Returns what a gate says of a state, whatever is live now. */
    public GateFinding finding(Gate gate, TestedState state) {
        return finding(gate, state, Set.of(), evidence);
    }

    /**
     * Says what a gate finds of a state.
     *
     * @param wrote whose passes and lifts do not count, since they wrote some of what is tested
     * @param known of this state at least
     */
    public GateFinding finding(Gate gate, TestedState state, Set<Actor> wrote, Evidence known) {
        List<Verdict> verdicts = known.verdictsOn(state).stream()
                .filter(verdict -> verdict.outcome() != Outcome.LIFT || !wrote.contains(verdict.by()))
                .sorted(Comparator.comparingLong(Verdict::id))
                .toList();
        List<Actor> failing = new StandingFails(gate, verdicts, this::holds).by();
        if (!failing.isEmpty()) {
            return new GateFinding(gate, state, new GateFinding.Failed(failing));
        }
        List<Verdict> byHolders = verdicts.stream()
                .filter(verdict -> verdict.outcome() != Outcome.LIFT)
                .filter(verdict -> holds(gate.role(), verdict) && !wrote.contains(verdict.by()))
                .toList();
        Map<Boolean, List<Verdict>> byAge = latest(gate, byHolders).stream()
                .collect(Collectors.partitioningBy(verdict -> hasExpired(verdict, known)));
        List<Verdict> latest = byAge.getOrDefault(false, List.of());
        Map<String, Integer> missing = missing(gate, latest);
        if (missing.isEmpty()) {
            return new GateFinding(gate, state, new GateFinding.Passed(by(latest, Outcome.PASS)));
        }
        return new GateFinding(
                gate,
                state,
                known.servedLately(state) ? new GateFinding.ServedBefore() : new GateFinding.Untested(missing),
                by(byAge.getOrDefault(true, List.of()), Outcome.PASS));
    }

    /** A PASS grows old; what was failed stays so. */
    private static boolean hasExpired(Verdict verdict, Evidence known) {
        return verdict.outcome() == Outcome.PASS && verdict.at().isBefore(known.passesCountSince());
    }

    /** Whether its giver holds the role, without interruption since. */
    private boolean holds(Role role, Verdict verdict) {
        Long grant = holders.get(new Holder(role, verdict.by()));
        return grant != null && verdict.wasGivenWith(role, grant);
    }

    /**
     * Keeps the latest verdict of each person; where the gate names test channels, the latest on each of these, and what was
     * said last wherever that was: a fail elsewhere is one, too.
     */
    private static Collection<Verdict> latest(Gate gate, List<Verdict> inOrder) {
        record Word(Actor by, String channel) {}
        Map<Word, Verdict> latest = new LinkedHashMap<>();
        for (Verdict verdict : inOrder) {
            latest.put(new Word(verdict.by(), ""), verdict);
            if (gate.testChannels().contains(verdict.testChannel())) {
                latest.put(new Word(verdict.by(), verdict.testChannel()), verdict);
            }
        }
        return new LinkedHashSet<>(latest.values());
    }

    private static Map<String, Integer> missing(Gate gate, Collection<Verdict> latest) {
        Map<String, Integer> missing = new HashMap<>();
        for (String channel : gate.testChannels().isEmpty() ? List.of("") : gate.testChannels()) {
            long passes = latest.stream()
                    .filter(verdict -> verdict.outcome() == Outcome.PASS)
                    .filter(verdict ->
                            channel.isEmpty() || verdict.testChannel().equals(channel))
                    .count();
            if (passes < gate.passesRequired()) {
                missing.put(channel, (int) (gate.passesRequired() - passes));
            }
        }
        return missing;
    }

    private static List<Actor> by(Collection<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .map(Verdict::by)
                .distinct()
                .toList();
    }

    /** The products that "every product" means: those that rules, releases or pins of either state name. */
    public static SortedSet<String> productsNamedIn(Tables... states) {
        return Stream.of(states)
                .flatMap(tables -> Stream.of(
                                tables.rules().values().stream().map(Rule::product),
                                tables.releases().values().stream().map(Release::product),
                                tables.pins().releases().keySet().stream().map(pin -> pin.product()))
                        .flatMap(Function.identity()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
