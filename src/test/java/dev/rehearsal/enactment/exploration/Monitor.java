package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.exploration.Memory.Seen;
import dev.rehearsal.enactment.exploration.Memory.Sent;
import dev.rehearsal.enactment.exploration.Memory.Word;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges each commit from the promise alone: whatever becomes live for a guarded channel was agreed to, as it is, by
 * everyone who must agree, none of whom wrote it. It knows what clients get, who sent what first, and what signers and
 * testers were shown; never digest, writers, or what the decision says.
 */
final class Monitor {

    private final World before;
    private final World after;
    private final List<ChangeSet> sets;
    private final BreakGlassScope passedOver;
    private final Map<Atom, Actor> sent = new HashMap<>();
    private final Map<String, Set<Atom>> covered;

    private Monitor(World before, World after, List<ChangeSet> sets, BreakGlassScope passedOver) {
        this.before = before;
        this.after = after;
        this.sets = sets;
        this.passedOver = passedOver;
        this.covered = new HashMap<>(before.memory.covered());
        sets.forEach(set -> sent.putAll(sentOf(set).by()));
    }

    /**
     * Judges one commit, and remembers it.
     *
     * @param passedOver the sets for which somebody broke the glass, and over what
     * @throws Violation if the promise is broken
     */
    static void commit(World before, World after, List<ChangeSet> sets, BreakGlassScope passedOver) {
        Monitor monitor = new Monitor(before, after, sets, passedOver);
        sets.forEach(monitor::judgeSet);
        boolean configuration = sets.stream().anyMatch(ChangeSet::isConfiguration);
        Set<String> agreed = new HashSet<>(before.memory.agreed());
        for (String channel : List.of(Cast.RELEASE, Cast.ESR, Cast.NIGHTLY)) {
            monitor.judgeChannel(channel, configuration, agreed);
        }
        after.memory = after.memory.withLive(monitor.origins(), serials(before, after), agreed, monitor.covered);
        for (ChangeSet set : sets) {
            after.memory = after.memory.without(set.id().value());
        }
    }

    /**
     * Lets a source write for as long as it is followed, and remembers what it wrote: nobody here sent it, and it is agreed to
     * as what is there when a guard begins.
     *
     * @throws Violation if it is not followed any more
     */
    static void mirrored(World before, World after) {
        if (!before.isFollowing()) {
            throw new Violation("a source wrote that is not followed");
        }
        Monitor monitor = new Monitor(before, after, List.of(), BreakGlassScope.NONE);
        Set<String> agreed = new HashSet<>(before.memory.agreed());
        after.gates.forEach(gate ->
                agreed.add(Members.of(after, after.live, gate.liveChannel()).state()));
        after.memory = after.memory.withLive(monitor.origins(), serials(before, after), agreed, monitor.covered);
    }

    private Sent sentOf(ChangeSet set) {
        Sent known = before.memory.sets().get(set.id().value());
        if (known == null) {
            throw new AssertionError("nobody sent set " + set.id());
        }
        return known;
    }

    private void judgeSet(ChangeSet set) {
        Sent known = sentOf(set);
        if (known.stuck()) {
            throw new Violation(
                    "set %s went live by itself although it once was due and could not".formatted(set.id()));
        }
        before.memory.talk(set.id().value()).asking().forEach(asking -> {
            throw new Violation("set %s went live although %s wants changes of it".formatted(set.id(), asking.by()));
        });
        if (before.memory.talk(set.id().value()).stopped()) {
            throw new Violation("set %s went live although its rollout was stopped".formatted(set.id()));
        }
        known.rows().forEach((row, serial) -> {
            int now = before.memory.serials().getOrDefault(row, 0);
            if (now != serial) {
                throw new Violation("set %s was about another %s".formatted(set.id(), row));
            }
        });
    }

    private void judgeChannel(String channel, boolean configuration, Set<String> agreed) {
        Members then = Members.of(before, before.live, channel);
        Members now = Members.of(after, after.live, channel);
        if (configuration
                && after.gates.stream().anyMatch(gate -> gate.liveChannel().equals(channel))) {
            agreed.add(now.state());
        }
        boolean rests = rests(before, channel);
        if (!rests && rests(after, channel)) {
            covered.put(channel, then.atoms());
        }
        judgeFreeze(channel, then, now);
        if (then.equals(now) || rests && !configuration) {
            return;
        }
        Set<Atom> entering = minus(now.atoms(), then.atoms());
        Set<Atom> leaving = minus(then.atoms(), now.atoms());
        if (rests && !rests(after, channel)) {
            entering.removeAll(covered.getOrDefault(channel, Set.of()));
            covered.remove(channel);
        }
        judgeRails(channel, then, now, new Change(entering, leaving), configuration);
        for (RequiredSignoff required : before.policy.forChannels()) {
            if (required.channel().equals(channel)) {
                requireSigners(channel, required.role(), required.count(), entering, leaving, configuration);
            }
        }
        for (Gate gate : before.gates) {
            if (gate.liveChannel().equals(channel)) {
                if (configuration) {
                    requireSigners(channel, gate.role(), gate.passesRequired(), entering, leaving, true);
                } else {
                    requirePasses(gate, then.state(), now.state(), entering, leaving, agreed);
                }
            }
        }
    }

    /** What clients get of a frozen channel stays, but for what the named sets do there; a shutoff there stays as well. */
    private void judgeFreeze(String channel, Members then, Members now) {
        if (!before.isFrozen(channel)) {
            return;
        }
        boolean thaws = passedOver.over().contains(BreakGlassScope.Over.FREEZES);
        List<ChangeSet> unnamed = sets.stream()
                .filter(set -> !thaws || !passedOver.sets().contains(set.id()))
                .toList();
        Tables others = Stage.of(
                        before.live, unnamed.stream().map(ChangeSet::queued).toList(), Cast.CONTENTS)
                .staged();
        boolean lifts = isShutOff(before, channel) && !isShutOff(after, channel);
        if (unnamed.size() == sets.size()
                ? lifts || !then.state().equals(now.state())
                : !then.state().equals(Members.of(before, others, channel).state())) {
            throw new Violation("%s changed while it was frozen".formatted(channel));
        }
    }

    private record Change(Set<Atom> entering, Set<Atom> leaving) {}

    /** What a guard rail finds a fault in is passed over for exactly this, by this set; one is changed only by who may do that. */
    private void judgeRails(String channel, Members then, Members now, Change change, boolean configuration) {
        boolean named = passedOver.over().contains(BreakGlassScope.Over.RAILS)
                && sets.stream().allMatch(set -> passedOver.sets().contains(set.id()));
        Set<Actor> wrote = new HashSet<>();
        change.entering().forEach(atom -> wrote.addAll(wrote(atom, true)));
        change.leaving().forEach(atom -> wrote.addAll(wrote(atom, false)));
        for (GuardRail rail : before.rails) {
            if (rail.liveChannel().equals(channel) && configuration) {
                requireSigners(channel, rail.passedBy(), 1, change.entering(), change.leaving(), true);
            } else if (rail.liveChannel().equals(channel) && !named && RailFault.isIn(then, now)) {
                boolean passed = before.memory.passings().stream()
                        .filter(passing -> passing.rail() == rail.id())
                        .filter(passing -> passing.then().equals(then.state())
                                && passing.now().equals(now.state()))
                        .filter(passing ->
                                sets.stream().anyMatch(set -> set.id().value() == passing.set()))
                        .filter(passing ->
                                !wrote.contains(passing.by()) && !isFreshlyMade(passing.by(), rail.passedBy(), wrote))
                        .anyMatch(passing -> grantOf(passing.by(), rail.passedBy()) == passing.grant());
                if (!passed) {
                    throw new Violation("%s came to lead to Free past its guard rail".formatted(channel));
                }
            }
        }
    }

    private long grantOf(Actor person, Role role) {
        Person known = before.people.get(person);
        return known == null ? -1 : known.grantOf(role);
    }

    private static boolean isShutOff(World world, String channel) {
        return world.shutoffs.stream().anyMatch(shutoff -> shutoff.channel().equals(channel));
    }

    /** Whether two people with urgent roles may stand for all who would have to sign. */
    private boolean isUrgent(String channel, boolean configuration) {
        return !configuration
                && passedOver.over().contains(BreakGlassScope.Over.SIGNOFFS)
                && sets.stream().allMatch(set -> passedOver.sets().contains(set.id()))
                && !before.policy.urgentOf(Cast.PRODUCT, channel).isEmpty();
    }

    private static boolean rests(World world, String channel) {
        return world.mappings.stream().anyMatch(mapping -> mapping.testChannel().equals(channel));
    }

    private static Set<Atom> minus(Set<Atom> some, Set<Atom> others) {
        Set<Atom> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private void requireSigners(
            String channel, Role role, int count, Set<Atom> entering, Set<Atom> leaving, boolean configuration) {
        Set<Role> urgent = isUrgent(channel, configuration) ? before.policy.urgentOf(Cast.PRODUCT, channel) : Set.of();
        entering.forEach(atom -> {
            if (signers(channel, Set.of(role), atom, true) < count && signers(channel, urgent, atom, true) < 2) {
                throw new Violation("%s came to %s without %d %s".formatted(atom, channel, count, role));
            }
        });
        leaving.forEach(atom -> {
            if (signers(channel, Set.of(role), atom, false) < count && signers(channel, urgent, atom, false) < 2) {
                throw new Violation("%s went from %s without %d %s".formatted(atom, channel, count, role));
            }
        });
    }

    private long signers(String channel, Set<Role> roles, Atom atom, boolean entering) {
        Set<Actor> wrote = wrote(atom, entering);
        Set<Actor> signers = new HashSet<>();
        for (ChangeSet set : sets) {
            before.memory.seen().forEach((signer, seen) -> {
                if (signer.set() == set.id().value()
                        && roles.contains(seen.role())
                        && before.hour - seen.hour() < Cast.HOURS
                        && seen.shown().getOrDefault(channel, Set.of()).contains(atom) == entering
                        && stillHolds(signer.person(), seen)
                        && !isFreshlyMade(signer.person(), seen.role(), wrote)
                        && !wrote.contains(signer.person())) {
                    signers.add(signer.person());
                }
            });
        }
        return signers.size();
    }

    private boolean stillHolds(Actor person, Seen seen) {
        Person known = before.people.get(person);
        return known != null && known.grantOf(seen.role()) == seen.grant();
    }

    /** In an explored world less than seven days pass: no role that was given there is old. */
    private boolean isFreshlyMade(Actor person, Role role, Set<Actor> wrote) {
        Person known = before.people.get(person);
        RoleGrant grant = known == null ? null : known.grants().get(role);
        return grant != null && wrote.contains(grant.by()) && grant.confirmedBy() == null;
    }

    /** Returns the writers: of what enters who first sent it, of what leaves everybody who sent anything about that row. */
    private Set<Actor> wrote(Atom atom, boolean entering) {
        Set<Actor> wrote = new HashSet<>();
        if (entering) {
            Actor first = sent.containsKey(atom)
                    ? sent.get(atom)
                    : before.memory.origins().get(atom);
            if (first != null) {
                wrote.add(first);
            }
        } else {
            sent.forEach((what, by) -> {
                if (what.row().equals(atom.row())) {
                    wrote.add(by);
                }
            });
        }
        return wrote;
    }

    private void requirePasses(
            Gate gate, String then, String now, Set<Atom> entering, Set<Atom> leaving, Set<String> agreed) {
        if (then.equals(now)) {
            return;
        }
        boolean named = passedOver.over().contains(BreakGlassScope.Over.GATES)
                && sets.stream().allMatch(set -> passedOver.sets().contains(set.id()));
        Set<Actor> wrote = new HashSet<>();
        entering.forEach(atom -> wrote.addAll(wrote(atom, true)));
        leaving.forEach(atom -> wrote.addAll(wrote(atom, false)));
        boolean failed = isFailed(gate, now);
        boolean passed = !failed && passes(gate, now, wrote) >= gate.passesRequired();
        if (!passed && !named && (failed || !before.memory.agreed().contains(now))) {
            throw new Violation(
                    "untested on %s: %s entering, %s leaving".formatted(gate.liveChannel(), entering, leaving));
        }
        if (passed) {
            agreed.add(now);
        }
    }

    private long passes(Gate gate, String state, Set<Actor> wrote) {
        return before.memory.words().stream()
                .filter(word -> word.outcome() == Outcome.PASS && word.state().equals(state))
                .filter(word -> before.hour - word.hour() <= Cast.HOURS)
                .filter(word -> isByHolder(gate.role(), word) && !wrote.contains(word.by()))
                .filter(word -> !isFreshlyMade(word.by(), gate.role(), wrote))
                .map(Word::by)
                .distinct()
                .count();
    }

    private boolean isFailed(Gate gate, String state) {
        List<Word> words = before.memory.words().stream()
                .filter(word -> word.state().equals(state))
                .toList();
        for (int place = 0; place < words.size(); place++) {
            Word fail = words.get(place);
            List<Word> later = words.subList(place + 1, words.size());
            boolean revised =
                    later.stream().anyMatch(word -> word.outcome() == Outcome.PASS && word.person() == fail.person());
            long lifted = later.stream()
                    .filter(word -> word.outcome() == Outcome.LIFT && !word.by().equals(fail.by()))
                    .filter(word -> isByHolder(gate.role(), word))
                    .map(Word::by)
                    .distinct()
                    .count();
            if (fail.outcome() == Outcome.FAIL && fail.grant() >= 0 && !revised && lifted < gate.passesRequired()) {
                return true;
            }
        }
        return false;
    }

    private boolean isByHolder(Role role, Word word) {
        Person known = before.people.get(word.by());
        return known != null && word.grant() >= 0 && known.grantOf(role) == word.grant();
    }

    private Map<Atom, Actor> origins() {
        Map<Atom, Actor> origins = new HashMap<>(before.memory.origins());
        Set<String> fields = new HashSet<>();
        sent.keySet().forEach(atom -> fields.add(atom.field()));
        origins.keySet().removeIf(atom -> fields.contains(atom.field()));
        origins.putAll(sent);
        return origins;
    }

    private static Map<String, Integer> serials(World before, World after) {
        Set<String> gone = Members.rows(before);
        gone.removeAll(Members.rows(after));
        if (gone.isEmpty()) {
            return before.memory.serials();
        }
        Map<String, Integer> serials = new HashMap<>(before.memory.serials());
        gone.forEach(row -> serials.merge(row, 1, Integer::sum));
        return serials;
    }
}
