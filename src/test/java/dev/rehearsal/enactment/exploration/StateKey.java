package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.StepDigest;
import dev.rehearsal.ledger.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells states apart by what can make a difference: numbers that are never used again count by their rank, times by their
 * distance, and what the monitor remembers counts, too.
 */
final class StateKey {

    private final List<Object> parts = new ArrayList<>();
    private final Map<Long, Integer> ranks = new HashMap<>();

    private int hour;

    private StateKey() {}

    /** What has expired is one with all that has. */
    private int age(int since) {
        return Math.min(hour - since, Cast.HOURS + 1);
    }

    static Integer of(World world) {
        StateKey key = new StateKey();
        key.add(world);
        return Interned.number(key.parts);
    }

    private void add(World world) {
        hour = world.hour;
        rank(world);
        parts.add(Interned.numberOf(world.live));
        for (ChangeSet set : world.sets) {
            parts.add(rank(set.id().value()));
            parts.add(set.state().getClass().getSimpleName());
            parts.add(Interned.number(set.changes()));
            parts.add(set.author());
            set.changes().forEach(change -> parts.add(set.writersOf(change.id())));
            parts.add(set.armedBy() == null ? "" : set.armedBy());
            parts.add(Duration.between(world.at(), set.due()).toHours());
            for (Comment request : world.context().requestsOf(set.id())) {
                parts.add(request.by());
                parts.add(rank(request.person().value()));
            }
            parts.add(world.stopped.contains(set.id()));
            for (Signoff signoff : world.signoffs.getOrDefault(set.id(), List.of())) {
                add(signoff, set);
            }
        }
        new TreeMap<>(byName(world.people)).values().forEach(this::add);
        parts.add(world.policy);
        parts.add(world.gates.stream()
                .map(gate -> rank(gate.id()) + gate.liveChannel() + gate.passesRequired())
                .toList());
        parts.add(world.rails.stream()
                .map(rail -> rank(rail.id()) + rail.liveChannel() + rail.mode())
                .toList());
        parts.add(Interned.number(world.judgements.keySet()));
        world.passes.forEach(pass -> {
            parts.add(Interned.number(pass.step()));
            parts.add(rank(pass.rail()));
            parts.add(pass.by());
            parts.add(rank(pass.grant()));
        });
        parts.add(world.windows.stream()
                .map(window -> rank(window.id()) + String.valueOf(window.liveChannel()))
                .toList());
        parts.add(world.windows.isEmpty() ? 0 : world.hour % 2);
        parts.add(world.mappings.stream()
                .map(mapping -> rank(mapping.id()) + mapping.liveChannel() + mapping.testChannel())
                .toList());
        parts.add(world.shutoffs);
        parts.add(world.isFollowing());
        parts.add(world.lastVersions);
        for (Verdict verdict : world.verdicts) {
            parts.add(Interned.number(verdict.state()));
            parts.add(verdict.outcome());
            parts.add(verdict.by());
            parts.add(rank(verdict.person().value()));
            parts.add(age((int) Duration.between(Instant.EPOCH, verdict.at()).toHours()));
            if (verdict.grants() != null) {
                new TreeMap<>(verdict.grants()).forEach((role, grant) -> parts.add(role + " " + rank(grant)));
            }
        }
        parts.add(Interned.number(world.served));
        parts.add(Interned.number(world.untested));
        parts.add(Interned.number(world.rulesWritten));
        parts.add(Interned.number(world.partsWritten));
        parts.add(Interned.number(world.pinsWritten));
        add(world.memory);
    }

    /** Numbers that are compared with each other are told apart by their order alone. */
    private void rank(World world) {
        TreeSet<Long> numbers = new TreeSet<>();
        world.sets.forEach(set -> numbers.add(set.id().value()));
        world.gates.forEach(gate -> numbers.add(gate.id()));
        world.windows.forEach(window -> numbers.add(window.id()));
        world.rails.forEach(rail -> numbers.add(rail.id()));
        world.mappings.forEach(mapping -> numbers.add(mapping.id()));
        for (Person person : world.people.values()) {
            numbers.add(person.id().value());
            person.grants().values().forEach(grant -> numbers.add(grant.grant()));
        }
        numbers.forEach(number -> ranks.put(number, ranks.size()));
    }

    /** What is gone is one with all that is gone. */
    private int rank(long number) {
        return ranks.getOrDefault(number, -1);
    }

    private static Map<String, Person> byName(Map<Actor, Person> people) {
        Map<String, Person> byName = new HashMap<>();
        people.forEach((actor, person) -> byName.put(actor.name(), person));
        return byName;
    }

    private void add(Person person) {
        parts.add(person.name());
        parts.add(rank(person.id().value()));
        parts.add(person.permissions().keySet());
        new TreeMap<>(person.grants()).forEach((role, grant) -> add(role.name(), grant));
    }

    private void add(String role, RoleGrant grant) {
        parts.add(role);
        parts.add(rank(grant.grant()));
        parts.add(grant.by());
    }

    private void add(Signoff signoff, ChangeSet set) {
        parts.add(signoff.by());
        parts.add(signoff.role());
        Map<String, String> items = new HashMap<>(signoff.items());
        String due = items.remove("due time");
        parts.add(Interned.number(items));
        parts.add(due != null && due.equals(dueOf(set)));
        parts.add(rank(signoff.grant()));
        parts.add(age((int) Duration.between(Instant.EPOCH, signoff.at()).toHours()));
    }

    private static String dueOf(ChangeSet set) {
        return Objects.requireNonNull(new StepDigest(
                        new TreeMap<>(Map.of("due time", Long.toString(set.due().toEpochMilli()))))
                .hashed()
                .get("due time"));
    }

    private void add(Memory memory) {
        new TreeMap<>(memory.sets()).forEach((set, sent) -> {
            parts.add(rank(set));
            parts.add(Interned.number(sent));
        });
        new TreeMap<>(memory.talks()).forEach((set, talk) -> {
            parts.add(rank(set));
            parts.add(talk.hands());
            Set<List<Object>> asking = new HashSet<>();
            talk.asking().forEach(one -> asking.add(List.of(one.by(), rank(one.person()))));
            parts.add(asking);
            parts.add(talk.stopped());
        });
        Set<List<Object>> seenBy = new HashSet<>();
        memory.seen()
                .forEach((signer, seen) -> seenBy.add(List.of(
                        rank(signer.set()),
                        signer.person(),
                        seen.role(),
                        rank(seen.grant()),
                        age(seen.hour()),
                        Interned.number(seen.shown()))));
        parts.add(seenBy);
        memory.words().forEach(word -> {
            parts.add(Interned.number(word.state()));
            parts.add(word.outcome());
            parts.add(word.by());
            parts.add(rank(word.person()));
            parts.add(rank(word.grant()));
            parts.add(age(word.hour()));
        });
        memory.passings().forEach(passing -> {
            parts.add(rank(passing.rail()));
            parts.add(Interned.number(passing.then()));
            parts.add(Interned.number(passing.now()));
            parts.add(passing.by());
            parts.add(rank(passing.grant()));
        });
        parts.add(Interned.number(memory.origins()));
        parts.add(memory.serials());
        parts.add(Interned.number(memory.agreed()));
        parts.add(Interned.number(memory.covered()));
    }
}
