package dev.rehearsal.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what of an act breaks the promise that whatever goes live was agreed to by others than those who wrote it. */
public final class Monitor {

    /** What marks the content that a line comes from. */
    private static final Pattern MARK = Pattern.compile("-c(\\d+)");

    /** Attributes of a file that nobody needs to read. */
    private static final Pattern NOISE =
            Pattern.compile(" (hash\\w+|size|type|buildID|displayVersion|version)=\"[^\"]*\"");

    private static final Duration GOING_BACK = Duration.ofDays(30);

    private final Testimony testimony;
    private final Map<Pair, List<Served>> served = new HashMap<>();
    private final Map<Pair, View> knownBadly = new HashMap<>();
    private final Map<Pair, Map<String, Map<String, Object>>> lastHad = new HashMap<>();

    /** A state that was live until then. */
    private record Served(View state, Instant until) {}

    public Monitor(Testimony testimony) {
        this.testimony = testimony;
    }

    /** Judges what an act did to a pair that was guarded before it. */
    public List<Violation> judge(Commit commit) {
        if (commit.before().equals(commit.after())) {
            return List.of();
        }
        Set<Atom> fresh = commit.after().changesSince(commit.before());
        Set<PersonId> origins = origins(commit, fresh);
        List<Violation> violations = new ArrayList<>();
        commit.guards()
                .signoffs()
                .forEach((role, count) ->
                        unsigned(commit, fresh, origins, role, count).ifPresent(violations::add));
        if (commit.guards().frozen()) {
            violations.add(new Violation(
                    Violation.Kind.FREEZE,
                    "%s changed while it was frozen, by sets %s".formatted(commit.pair(), commit.sets())));
        }
        commit.guards().rails().forEach(rail -> violations.addAll(crossed(commit, origins, rail)));
        boolean allTested = true;
        for (Guards.Gate gate : commit.guards().gates()) {
            Optional<Violation> untested = untested(commit, origins, gate);
            allTested &= untested.isEmpty();
            if (!isPassedOver(commit)) {
                untested.ifPresent(violations::add);
            }
        }
        remember(commit, allTested || !isPassedOver(commit));
        return violations;
    }

    /** Judges sets that went live, whichever pair they are about. */
    public List<Violation> judgeSets(Collection<Long> sets) {
        Stream<Violation> unable = sets.stream()
                .filter(testimony::isUnable)
                .map(set -> new Violation(
                        Violation.Kind.ARMED,
                        "set " + set + " was due and could not go, nobody has decided about it since, and it is live"));
        Stream<Violation> requested = sets.stream()
                .flatMap(set -> testimony.requestingChangesOf(set).stream()
                        .map(person -> new Violation(
                                Violation.Kind.REQUESTED,
                                "set %d is live although %s wants changes of it".formatted(set, person))));
        Stream<Violation> stopped = sets.stream()
                .filter(testimony::isStopped)
                .map(set -> new Violation(
                        Violation.Kind.STOPPED, "set " + set + " is live although its rollout was stopped"));
        return Stream.of(unable, requested, stopped)
                .flatMap(Function.identity())
                .toList();
    }

    /** Judges a change of what a pair asks for. */
    public List<Violation> judgeGuards(Pair pair, Guards before, Guards after, List<Long> sets, Instant now) {
        if (before.equals(after) || before.isEmpty()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        before.toChange().forEach((role, count) -> {
            Set<PersonId> counted = new HashSet<>();
            List<String> flaws = new ArrayList<>();
            for (long set : sets) {
                Set<PersonId> senders = testimony.sendersOf(set);
                counted.addAll(countable(set, role, senders, now, flaws));
            }
            if (counted.size() < count) {
                violations.add(new Violation(
                        Violation.Kind.GUARD,
                        "%s asked for %s and asks for %s now, by sets %s: %d of %d %s agreed %s"
                                .formatted(pair, before, after, sets, counted.size(), count, role, flaws)));
            }
        });
        return violations;
    }

    /** Judges that updates of a pair go on which were shut off. */
    public List<Violation> judgeLift(Pair pair, Guards guards, List<Long> sets, Instant now) {
        List<Violation> violations = new ArrayList<>();
        guards.signoffs().forEach((role, count) -> {
            Set<PersonId> agreed = new HashSet<>();
            List<String> flaws = new ArrayList<>();
            for (long set : sets) {
                Set<PersonId> counted = countable(set, role, testimony.sendersOf(set), now, flaws);
                testimony.signoffsOf(set).stream()
                        .filter(one -> counted.contains(one.by()) && testimony.sawShutoff(one, pair))
                        .forEach(one -> agreed.add(one.by()));
            }
            if (agreed.size() < count) {
                violations.add(new Violation(
                        Violation.Kind.SHUTOFF,
                        "%s is served again by sets %s: %d of %d %s agreed while it was shut off, as it was last %s"
                                .formatted(pair, sets, agreed.size(), count, role, flaws)));
            }
        });
        return violations;
    }

    private Optional<Violation> unsigned(
            Commit commit, Set<Atom> fresh, Set<PersonId> origins, String role, int count) {
        if (count == 0) {
            return Optional.empty();
        }
        if (commit.sets().isEmpty()) {
            return Optional.of(new Violation(
                    Violation.Kind.DIRECT,
                    "%s asks for %d %s and was changed without a set: %s"
                            .formatted(commit.pair(), count, role, told(fresh))));
        }
        List<String> flaws = new ArrayList<>();
        Set<Atom> agreed = new HashSet<>();
        for (long set : commit.sets()) {
            // Sets of one act may have gone one after the other, each with its own writers.
            Set<PersonId> excluded = commit.sets().size() == 1 ? origins : ownOrigins(set, origins, commit);
            agreed.addAll(agreedIn(commit, set, role, count, fresh, excluded, flaws));
        }
        Set<Atom> missing = new HashSet<>(fresh);
        missing.removeAll(agreed);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation(
                        Violation.Kind.SIGNOFFS,
                        "%s asks for %d %s, sets %s: not agreed to by so many is %s %s"
                                .formatted(commit.pair(), count, role, commit.sets(), told(missing), flaws)));
    }

    /** What so many people, who count, were shown of one set. Of a set that went alone it is all or nothing. */
    private Set<Atom> agreedIn(
            Commit commit,
            long set,
            String role,
            int count,
            Set<Atom> fresh,
            Set<PersonId> excluded,
            List<String> flaws) {
        Set<PersonId> counted = countable(set, role, excluded, commit.at(), flaws);
        List<Signed> signoffs = testimony.signoffsOf(set).stream()
                .filter(one -> one.role().equals(role) && counted.contains(one.by()))
                .toList();
        if (commit.mapping() != Commit.Mapping.AS_BEFORE) {
            return signoffs.size() >= count ? fresh : Set.of();
        }
        if (commit.sets().size() == 1) {
            long all = signoffs.stream()
                    .filter(one -> fresh.stream().allMatch(atom -> one.showed(commit.pair(), atom)))
                    .count();
            signoffs.forEach(one -> fresh.stream()
                    .filter(atom -> !one.showed(commit.pair(), atom))
                    .findFirst()
                    .ifPresent(atom -> flaws.add(one.by() + " was not shown " + atom)));
            return all >= count ? fresh : Set.of();
        }
        return fresh.stream()
                .filter(atom -> signoffs.stream()
                                .filter(one -> one.showed(commit.pair(), atom))
                                .count()
                        >= count)
                .collect(Collectors.toSet());
    }

    /** Clients can see this alone of what rails keep out: a rule leaves those without an update whom dice are against. */
    private List<Violation> crossed(Commit commit, Set<PersonId> origins, Guards.Rail rail) {
        if (!rail.kind().equals("rate_has_fallback")) {
            return List.of();
        }
        return commit.after().rulesWithoutFallback().stream()
                .filter(rule -> !commit.before().servesNothingToTheUnlucky(rule))
                .filter(rule -> commit.sets().stream()
                        .noneMatch(set -> testimony.isUrgentOverRails(set)
                                || testimony.isPassedOver(
                                        set, rail, commit.pair(), rule, ownOrigins(set, origins, commit))))
                .map(rule -> new Violation(
                        Violation.Kind.RAIL,
                        "%s is kept by %s, and rule %s has nothing for some by sets %s, which nobody passed over"
                                .formatted(commit.pair(), rail, rule, commit.sets())))
                .toList();
    }

    private Set<PersonId> countable(long set, String role, Set<PersonId> excluded, Instant now, List<String> flaws) {
        Set<PersonId> counted = new HashSet<>();
        for (Signed one : testimony.signoffsOf(set)) {
            if (one.role().equals(role)) {
                Optional<String> flaw = testimony.flaw(one, excluded, now);
                flaw.ifPresentOrElse(why -> flaws.add(one.by() + " " + why), () -> counted.add(one.by()));
            }
        }
        return counted;
    }

    private Optional<Violation> untested(Commit commit, Set<PersonId> origins, Guards.Gate gate) {
        Map<PersonId, Judged> latest = new HashMap<>();
        for (Judged verdict : testimony.verdicts()) {
            if (verdict.pair().equals(commit.pair())) {
                boolean same = verdict.state().equals(commit.after());
                boolean pass = verdict.pass() && same;
                // Clients who are not among the probes may get something else by now: then it is another state.
                boolean fail = !verdict.pass()
                        && same
                        && verdict.roles().contains(gate.role())
                        && !testimony.isLifted(verdict, gate.role(), gate.passes())
                        && (commit.fingerprint().isEmpty()
                                || verdict.fingerprint().equals(commit.fingerprint()));
                if (pass || fail) {
                    latest.put(verdict.by(), verdict);
                }
            }
        }
        Set<PersonId> failedBy = byOutcome(latest, false);
        if (!failedBy.isEmpty()) {
            return Optional.of(new Violation(
                    Violation.Kind.FAIL,
                    "%s is in a state that %s failed, by sets %s".formatted(commit.pair(), failedBy, commit.sets())));
        }
        Set<PersonId> excluded = commit.sets().size() <= 1 ? origins : writersOfAll(commit.sets());
        Set<PersonId> passedBy = byOutcome(latest, true);
        long counted = passedBy.stream()
                .filter(tester -> testimony.holds(tester, gate.role()) && !excluded.contains(tester))
                .count();
        return counted >= gate.passes() || wasServed(commit)
                ? Optional.empty()
                : Optional.of(new Violation(
                        Violation.Kind.GATE,
                        "%s asks for %d passes of %s, sets %s: passed by %s, of whom %d count; origins %s; %s"
                                .formatted(
                                        commit.pair(),
                                        gate.passes(),
                                        gate.role(),
                                        commit.sets(),
                                        passedBy,
                                        counted,
                                        excluded,
                                        told(commit.after().changesSince(commit.before())))));
    }

    private static Set<PersonId> byOutcome(Map<PersonId, Judged> latest, boolean pass) {
        return latest.entrySet().stream()
                .filter(one -> one.getValue().pass() == pass)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean wasServed(Commit commit) {
        return served.getOrDefault(commit.pair(), List.of()).stream()
                .anyMatch(one -> one.state().equals(commit.after())
                        && !one.until().isBefore(commit.at().minus(GOING_BACK)));
    }

    private static boolean isPassedOver(Commit commit) {
        return !commit.sets().isEmpty() && commit.namedByBreakGlass().containsAll(commit.sets());
    }

    /** What only break-glass has made live is no state to go back to. */
    private void remember(Commit commit, boolean good) {
        Pair pair = commit.pair();
        if (!commit.before().equals(knownBadly.get(pair))) {
            served.computeIfAbsent(pair, _ -> new ArrayList<>()).add(new Served(commit.before(), commit.at()));
        }
        if (good) {
            knownBadly.remove(pair);
        } else {
            knownBadly.put(pair, commit.after());
        }
        Map<String, Map<String, Object>> had = lastHad.computeIfAbsent(pair, _ -> new HashMap<>());
        commit.before().answers().values().forEach(answer -> had.put(answer.rule(), columnsOf(answer.rule())));
        commit.after().answers().values().forEach(answer -> had.put(answer.rule(), columnsOf(answer.rule())));
    }

    private Map<String, Object> columnsOf(String rule) {
        return rule.equals(Answer.NO_RULE) ? Map.of() : testimony.columnsOf(Long.parseLong(rule));
    }

    /** Everybody who sent any of what is new: a change of these sets, bytes, or a rule that enters. */
    private Set<PersonId> origins(Commit commit, Set<Atom> fresh) {
        Set<PersonId> origins =
                new HashSet<>(commit.mapping() == Commit.Mapping.MADE ? Set.of() : contentOrigins(commit, fresh));
        commit.sets().forEach(set -> origins.addAll(testimony.sendersOf(set)));
        return origins;
    }

    private Set<PersonId> ownOrigins(long set, Set<PersonId> all, Commit commit) {
        Set<PersonId> own = new HashSet<>(all);
        for (long other : commit.sets()) {
            if (other != set) {
                own.removeAll(testimony.sendersOf(other));
            }
        }
        own.addAll(testimony.sendersOf(set));
        return own;
    }

    private Set<PersonId> writersOfAll(List<Long> sets) {
        Set<PersonId> common = new HashSet<>(testimony.sendersOf(sets.getFirst()));
        sets.forEach(set -> common.retainAll(testimony.sendersOf(set)));
        return common;
    }

    private Set<PersonId> contentOrigins(Commit commit, Set<Atom> fresh) {
        Set<PersonId> origins = new HashSet<>();
        Map<String, Map<String, Object>> had = lastHad.getOrDefault(commit.pair(), Map.of());
        for (Atom atom : fresh) {
            switch (atom) {
                case Atom.Serves(var _, var _, String line) -> {
                    Matcher mark = MARK.matcher(line);
                    while (mark.find()) {
                        testimony.senderOf(Integer.parseInt(mark.group(1))).ifPresent(origins::add);
                    }
                }
                case Atom.Matches(String rule, var _) -> {
                    if (!commit.before().has(rule)) {
                        origins.addAll(testimony.sendersOfRule(Long.parseLong(rule), had.getOrDefault(rule, Map.of())));
                    }
                }
                case Atom.Left _, Atom.Dropped _, Atom.Overtaken _ -> {}
            }
        }
        return origins;
    }

    private static String told(Set<Atom> atoms) {
        return new TreeSet<>(atoms.stream()
                                .map(atom -> NOISE.matcher(atom.toString()).replaceAll(""))
                                .toList())
                        .stream().limit(4).collect(Collectors.joining(", "))
                + (atoms.size() > 4 ? ", …" : "");
    }
}
