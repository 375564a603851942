package dev.rehearsal.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who sent what, and who became what, as those tell it who sent it: in order, and only what was accepted. */
public final class Testimony {

    private static final Duration FRESH = Duration.ofDays(7);

    private final Map<String, Integer> incarnations = new HashMap<>();
    private final Map<PersonId, Map<String, Holding>> roles = new HashMap<>();
    private final Map<Integer, PersonId> contents = new HashMap<>();
    private final Map<Long, Map<String, PersonId>> sets = new HashMap<>();
    private final Map<Long, Map<String, Sent>> rules = new HashMap<>();
    private final List<Signed> signed = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();
    private final List<Lifted> lifted = new ArrayList<>();
    private final Map<Pair, Integer> shutoffs = new HashMap<>();
    private final Map<Signed, Map<Pair, Integer>> shutWhenSigned = new IdentityHashMap<>();
    private final Set<Long> unable = new HashSet<>();
    /** By name: who comes back under a name that wrote a set can answer for it. */
    private final Map<Long, Set<String>> hands = new HashMap<>();

    private final Map<Long, Requested> requests = new HashMap<>();
    private final Set<Long> stopped = new HashSet<>();
    private final List<Passed> passed = new ArrayList<>();
    private final Set<Long> urgent = new HashSet<>();
    private int acts;

    private record Requested(long set, PersonId by) {}

    private record Passed(long set, long rail, PersonId by, int number, Map<Pair, List<View>> shown) {}

    private record Holding(int since, @Nullable PersonId givenBy, Instant at) {}

    private record Lifted(Pair pair, String fingerprint, PersonId by, Set<String> roles, long id) {}

    /** One column of a rule. Null as sender: it was there from the start. */
    private record Sent(Object value, @Nullable PersonId by) {}

    /** Returns a number later than those of all acts before. */
    public int nextAct() {
        return ++acts;
    }

    public PersonId appears(String name) {
        PersonId person = new PersonId(name, incarnations.merge(name, 1, Integer::sum));
        roles.put(person, new HashMap<>());
        return person;
    }

    public void disappears(PersonId person) {
        roles.remove(person);
    }

    /** @param by null for what was there from the start */
    public void getsRole(PersonId person, String role, @Nullable PersonId by, Instant at) {
        roles.getOrDefault(person, new HashMap<>()).putIfAbsent(role, new Holding(acts, by, at));
    }

    public void losesRole(PersonId person, String role) {
        roles.getOrDefault(person, new HashMap<>()).remove(role);
    }

    public Set<String> rolesOf(PersonId person) {
        return Set.copyOf(roles.getOrDefault(person, Map.of()).keySet());
    }

    /** @param mark that the lines of answers carry which come from this content */
    public void sends(int mark, PersonId by) {
        contents.put(mark, by);
    }

    /**
     * Tells what a set says by now: whoever sent a value first remains its sender.
     *
     * @param values of all changes of the set, each with what it is a value of
     */
    public void writes(long set, Set<String> values, PersonId by) {
        Map<String, PersonId> before = sets.getOrDefault(set, Map.of());
        Map<String, PersonId> now = new LinkedHashMap<>();
        values.forEach(value -> now.put(value, before.getOrDefault(value, by)));
        sets.put(set, now);
        hasHand(set, by);
    }

    /** Somebody has sent some of a set, whether any of it is left or not. */
    public void hasHand(long set, PersonId by) {
        hands.computeIfAbsent(set, _ -> new HashSet<>()).add(by.name());
    }

    /** A copy says what those said who wrote the other set. */
    public void copies(long set, long from) {
        sets.put(set, new LinkedHashMap<>(sets.getOrDefault(from, Map.of())));
        hands.computeIfAbsent(set, _ -> new HashSet<>()).addAll(hands.getOrDefault(from, Set.of()));
    }

    /** @param by null for what was there from the start */
    public void setsRule(long rule, Map<String, Object> columns, @Nullable PersonId by) {
        Map<String, Sent> row = rules.computeIfAbsent(rule, _ -> new HashMap<>());
        columns.forEach((column, value) -> {
            Sent known = row.get(column);
            if (known == null || !known.value().equals(value)) {
                row.put(column, new Sent(value, by));
            }
        });
    }

    /** Tells that a set, now live, has set columns of a rule. */
    public void setsRule(long rule, Map<String, Object> columns, long set) {
        Map<String, PersonId> said = sets.getOrDefault(set, Map.of());
        columns.forEach((column, value) -> said.entrySet().stream()
                .filter(one -> one.getKey().endsWith(" " + column + "=" + value))
                .findFirst()
                .ifPresent(one -> setsRule(rule, Map.of(column, value), one.getValue())));
    }

    public void signs(Signed signoff) {
        revokes(signoff.set(), signoff.by());
        signed.add(signoff);
        shutWhenSigned.put(signoff, new HashMap<>(shutoffs));
    }

    /** Updates of a pair are shut off, once more. */
    public void shuts(Pair pair) {
        shutoffs.merge(pair, 1, Integer::sum);
    }

    /** Whether a signoff was given while this shutoff, and no earlier one, was in force. */
    boolean sawShutoff(Signed signoff, Pair pair) {
        return Objects.equals(shutWhenSigned.getOrDefault(signoff, Map.of()).get(pair), shutoffs.get(pair));
    }

    public void revokes(long set, PersonId by) {
        signed.removeIf(one -> one.set() == set && one.by().equals(by));
    }

    public void judges(Judged verdict) {
        judged.add(verdict);
    }

    /** Somebody takes back the FAILs that were given to a state before. */
    public void lifts(Pair pair, String fingerprint, PersonId by, long id) {
        lifted.add(new Lifted(pair, fingerprint, by, rolesOf(by), id));
    }

    /** Whether so many others who hold a role, without interruption since, have taken back a FAIL. */
    boolean isLifted(Judged fail, String role, int count) {
        return lifted.stream()
                        .filter(one -> one.pair().equals(fail.pair())
                                && one.fingerprint().equals(fail.fingerprint())
                                && one.id() > fail.id()
                                && one.roles().contains(role)
                                && holds(one.by(), role)
                                && !one.by().equals(fail.by()))
                        .map(Lifted::by)
                        .distinct()
                        .count()
                >= count;
    }

    public List<Judged> verdicts() {
        return List.copyOf(judged);
    }

    /** @param comment by its number */
    public void requestsChanges(long set, long comment, PersonId by) {
        requests.put(comment, new Requested(set, by));
    }

    /** Who had no hand in the set says nothing that ends a request. */
    public void answers(long comment, PersonId by) {
        Requested request = requests.get(comment);
        if (request != null && hands.getOrDefault(request.set(), Set.of()).contains(by.name())) {
            requests.remove(comment);
        }
    }

    public void takesBack(long comment, PersonId by) {
        Requested request = requests.get(comment);
        if (request != null && request.by().equals(by)) {
            requests.remove(comment);
        }
    }

    /** Who wants changes of a set, and has neither an answer nor taken that back. */
    Set<PersonId> requestingChangesOf(long set) {
        return requests.values().stream()
                .filter(request -> request.set() == set)
                .map(Requested::by)
                .collect(Collectors.toSet());
    }

    /**
     * Somebody passes over a guard rail for a set.
     *
     * @param shown what there was to see of the set
     */
    public void passesOver(long set, long rail, PersonId by, Map<Pair, List<View>> shown) {
        passesOverNoMore(set, rail, by);
        passed.add(new Passed(set, rail, by, acts, shown));
    }

    public void passesOverNoMore(long set, long rail, PersonId by) {
        passed.removeIf(
                one -> one.set() == set && one.rail() == rail && one.by().equals(by));
    }

    /** Whether somebody who had a role all the time since, and is none of these, was shown it and passed over a rail. */
    boolean isPassedOver(long set, Guards.Rail rail, Pair pair, String rule, Set<PersonId> origins) {
        return passed.stream()
                .filter(one -> one.set() == set && one.rail() == rail.id() && !origins.contains(one.by()))
                .filter(one -> holdsSince(one.by(), rail.passedBy(), one.number()))
                .anyMatch(one -> one.shown().getOrDefault(pair, List.of()).stream()
                        .anyMatch(view -> view.rulesWithoutFallback().contains(rule)));
    }

    private boolean holdsSince(PersonId person, String role, int act) {
        Holding holding = roles.getOrDefault(person, Map.of()).get(role);
        return holding != null && holding.since() <= act;
    }

    /** Somebody breaks the glass over all guard rails of a set. */
    public void breaksGlassOverRails(long set) {
        urgent.add(set);
    }

    boolean isUrgentOverRails(long set) {
        return urgent.contains(set);
    }

    /** Somebody stops the rollout that a set is of. */
    public void stops(long set) {
        stopped.add(set);
    }

    /** Somebody lets it go on. */
    public void goesOn(long set) {
        stopped.remove(set);
    }

    boolean isStopped(long set) {
        return stopped.contains(set);
    }

    /** A set was due and could not go, because of what it is, while something was written. */
    public void wasUnable(long set) {
        unable.add(set);
    }

    /** Somebody has decided about a set anew. */
    public void isDecided(long set) {
        unable.remove(set);
    }

    boolean isUnable(long set) {
        return unable.contains(set);
    }

    Set<PersonId> sendersOf(long set) {
        return new HashSet<>(sets.getOrDefault(set, Map.of()).values());
    }

    Set<PersonId> sendersOfRule(long rule, Map<String, Object> lastHad) {
        Set<PersonId> senders = new HashSet<>();
        rules.getOrDefault(rule, Map.of()).forEach((column, sent) -> {
            if (sent.by() != null && !sent.value().equals(lastHad.get(column))) {
                senders.add(sent.by());
            }
        });
        return senders;
    }

    Map<String, Object> columnsOf(long rule) {
        Map<String, Object> columns = new HashMap<>();
        rules.getOrDefault(rule, Map.of()).forEach((column, sent) -> columns.put(column, sent.value()));
        return columns;
    }

    Optional<PersonId> senderOf(int mark) {
        return Optional.ofNullable(contents.get(mark));
    }

    List<Signed> signoffsOf(long set) {
        return signed.stream().filter(one -> one.set() == set).toList();
    }

    boolean holds(PersonId person, String role) {
        return roles.getOrDefault(person, Map.of()).containsKey(role);
    }

    /** Why a signoff does not count, whatever was shown; empty if it does. */
    Optional<String> flaw(Signed signoff, Set<PersonId> origins, Instant now) {
        Holding holding = roles.getOrDefault(signoff.by(), Map.of()).get(signoff.role());
        if (!roles.containsKey(signoff.by())) {
            return Optional.of("is gone");
        }
        if (holding == null || holding.since() > signoff.number()) {
            return Optional.of("did not hold " + signoff.role() + " all the time since");
        }
        if (origins.contains(signoff.by())) {
            return Optional.of("sent some of it");
        }
        if (isFreshFrom(holding.givenBy(), holding.at(), origins, now)) {
            return Optional.of("got " + signoff.role() + " from one who sent some of it");
        }
        if (isFreshFrom(signoff.tokenBy(), signoff.tokenAt(), origins, now)) {
            return Optional.of("signed with a token from one who sent some of it");
        }
        return Optional.empty();
    }

    private static boolean isFreshFrom(@Nullable PersonId giver, Instant at, Set<PersonId> origins, Instant now) {
        return giver != null && origins.contains(giver) && at.isAfter(now.minus(FRESH));
    }
}
