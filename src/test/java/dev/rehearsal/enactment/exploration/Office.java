package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.MeantRows;
import dev.rehearsal.change.NeededPermissions;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.exploration.Memory.Sent;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Shadowed;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people do with sets, as the services do it around the product's pure code: each act is of one write, begins with
 * disarming, and gives the next world, or null where it is refused.
 */
final class Office {

    private static final int MOST_SETS = 4;

    private final Judge judge;

    Office(Judge judge) {
        this.judge = judge;
    }

    /** The beginning of every write. */
    World write(World found) {
        World prepared = found.prepared;
        if (prepared == null) {
            prepared = prepared(found);
            found.prepared = prepared;
        }
        return prepared.copy();
    }

    private World prepared(World found) {
        World world = found.copy();
        List<ChangeSet> due = found.due().stream()
                .filter(set -> !judge.isDecidedElsewhere(found, set))
                .toList();
        if (due.isEmpty()) {
            return world;
        }
        Map<ChangeSet, List<Obstacle>> unfit = judge.unfit(found, found.situation(due));
        Map<ChangeSetId, Boolean> stuck = stuck(found, due);
        for (ChangeSet set : due) {
            if (stuck.getOrDefault(set.id(), false)) {
                Sent sent =
                        Objects.requireNonNull(world.memory.sets().get(set.id().value()));
                world.memory = world.memory.withSet(set.id().value(), new Sent(sent.by(), sent.rows(), true));
            }
        }
        unfit.forEach((set, reasons) -> world.put(set.in(new ChangeSet.Disarmed("in the way", found.at()))));
        return world;
    }

    /** The driver's own look at what cannot go, alone nor in turn. */
    private static Map<ChangeSetId, Boolean> stuck(World world, List<ChangeSet> due) {
        List<QueuedSet> queued = due.stream().map(ChangeSet::queued).toList();
        Stage all = Stage.of(world.live, queued, Cast.CONTENTS);
        Map<ChangeSetId, Boolean> stuck = new HashMap<>();
        for (QueuedSet set : queued) {
            if (all.conflictOf(set.id()).isPresent()) {
                stuck.put(
                        set.id(),
                        Stage.of(world.live, List.of(set), Cast.CONTENTS)
                                .conflictOf(set.id())
                                .isPresent());
            }
        }
        return stuck;
    }

    @Nullable
    World schedule(World found, Actor by, boolean draft, int inHours, Wish... wishes) {
        World world = write(found);
        if (world.sets.size() >= MOST_SETS) {
            return null;
        }
        Instant due = World.hour(world.hour + inHours);
        ChangeSet set = new ChangeSet(
                new ChangeSetId(world.next()),
                "set",
                by,
                world.at(),
                due,
                draft ? new ChangeSet.Draft() : new ChangeSet.Pending(),
                List.of(),
                Map.of(),
                null,
                world.at(),
                1);
        return asked(world, by, set, List.of(wishes), List.of(by), world.before(set), Map.of());
    }

    private @Nullable World asked(
            World world,
            Actor by,
            ChangeSet set,
            List<Wish> wishes,
            List<Actor> writers,
            List<QueuedSet> before,
            Map<Atom, Actor> sentBefore) {
        Stage stage = Stage.of(world.live, before, Cast.CONTENTS);
        List<Change> changes = new ArrayList<>();
        for (int place = 0; place < wishes.size(); place++) {
            ChangeId id = place < set.changes().size()
                    ? set.changes().get(place).id()
                    : new ChangeId(set.id().value() * 10 + place);
            Change change = wishes.get(place).over(world, stage.staged(), id);
            if (change == null) {
                return null;
            }
            changes.add(change);
        }
        boolean draft = set.state() instanceof ChangeSet.Draft;
        ChangeSet next = set.holding(meaning(world, stage, changes, draft), writers);
        if (!isAllowed(world, by, next, stage)) {
            return null;
        }
        world.put(next);
        remember(world, by, next, sentBefore);
        world.memory = world.memory.withHands(set.id().value(), List.of(by));
        return world;
    }

    private static List<Change> meaning(World world, Stage before, List<Change> changes, boolean draft) {
        List<QueuedSet> pending = world.queue().stream().map(ChangeSet::queued).toList();
        return new MeantRows(world.live, before.staged(), pending, Map.of(), world::next, draft).of(changes);
    }

    /** Remembers who sent what; of what was sent before stays who sent it first. */
    private static void remember(World world, Actor by, ChangeSet set, Map<Atom, Actor> sentBefore) {
        Map<Atom, Actor> sent = new HashMap<>();
        Map<String, Integer> rows = new HashMap<>();
        for (Change change : set.changes()) {
            for (Atom atom : Facts.of(change)) {
                sent.put(atom, sentBefore.getOrDefault(atom, by));
                note(world, rows, atom.row());
                if (atom.fact().startsWith("mapping=")) {
                    note(world, rows, "release " + atom.fact().substring("mapping=".length()));
                }
            }
        }
        world.memory = world.memory.withSet(set.id().value(), new Sent(Map.copyOf(sent), Map.copyOf(rows), false));
    }

    private static void note(World world, Map<String, Integer> rows, String row) {
        if (Members.rows(world).contains(row)) {
            rows.put(row, world.memory.serials().getOrDefault(row, 0));
        }
    }

    private static boolean isAllowed(World world, Actor by, ChangeSet set, Stage before) {
        Stage after = Stage.of(before.staged(), List.of(set.queued()), Cast.CONTENTS);
        if (after.conflictOf(set.id()).isPresent()) {
            Set<?> awaited = new HashSet<>(world.queue().stream()
                    .flatMap(other -> other.changes().stream())
                    .filter(Change.ReleaseAddition.class::isInstance)
                    .map(change -> ((Change.ReleaseAddition) change).name())
                    .toList());
            boolean waits = after.conflictOf(set.id()).orElseThrow().reasons().stream()
                    .allMatch(reason ->
                            reason instanceof Conflict.ReleaseMissing missing && awaited.contains(missing.release()));
            if (!waits) {
                return false;
            }
        }
        for (Stage.Step step : after.steps()) {
            for (Transition transition : step.transitions()) {
                if (transition instanceof Transition.OfRule(RuleId _, Rule _, Rule written)
                        && written != null
                        && world.mappings.stream()
                                .anyMatch(mapping -> Shadowed.isForTestChannelAlone(written, mapping))) {
                    return false;
                }
            }
        }
        List<Tables> states = List.of(before.live(), before.staged(), after.staged());
        Person person = world.context().person(by);
        for (Change change : set.changes()) {
            for (List<RequiredPermission> anyOf : NeededPermissions.of(change, states)) {
                if (anyOf.stream().noneMatch(person::may)) {
                    return false;
                }
            }
        }
        return Configuration.isPossible(world, set.changes());
    }

    /** Makes the first set that this many stand before say something else; of a disarmed one by somebody who answers for it. */
    @Nullable
    World edit(World found, Actor by, int place, @Nullable Wish wish, int inHours) {
        World world = write(found);
        ChangeSet set = world.set(place);
        if (set == null || !set.isOpen()) {
            return null;
        }
        List<Wish> wishes =
                new ArrayList<>(set.changes().stream().map(Wish::again).toList());
        if (wish != null) {
            wishes.set(0, wish);
        }
        return revised(world, by, set, wishes, inHours < 0 ? set.due() : World.hour(world.hour + inHours));
    }

    private @Nullable World revised(World world, Actor by, ChangeSet set, List<Wish> wishes, Instant due) {
        ChangeSet revised = set.revised("set", due, world.at());
        if (set.state() instanceof ChangeSet.Disarmed) {
            revised = revised.armed(by);
        }
        Map<Atom, Actor> sent = Objects.requireNonNull(
                        world.memory.sets().get(set.id().value()))
                .by();
        return asked(world, by, revised, wishes, List.of(by), world.before(revised), sent);
    }

    @Nullable
    World reschedule(World found, Actor by, int place, int inHours) {
        World world = write(found);
        ChangeSet set = world.set(place);
        Instant due = World.hour(world.hour + inHours);
        if (set == null || !set.isOpen()) {
            return null;
        }
        ChangeSet revised = set.revised("set", due, world.at());
        if (set.state() instanceof ChangeSet.Disarmed) {
            revised = revised.armed(by);
        }
        return moved(world, by, revised, set.state() instanceof ChangeSet.Disarmed);
    }

    /** Puts a set that says what it said before where it stands now. */
    private static @Nullable World moved(World world, Actor by, ChangeSet set, boolean mustFit) {
        Stage before = Stage.of(world.live, world.before(set), Cast.CONTENTS);
        boolean fits = Stage.of(before.staged(), List.of(set.queued()), Cast.CONTENTS)
                .conflicts()
                .isEmpty();
        if (mustFit && !fits || fits && !isAllowed(world, by, set, before)) {
            return null;
        }
        Person person = world.context().person(by);
        if (!fits && !person.may(new RequiredPermission(PermissionName.RULE, null, null))) {
            return null;
        }
        world.put(set);
        if (mustFit) {
            world.memory = world.memory.withHands(set.id().value(), List.of(by));
        }
        Sent sent = Objects.requireNonNull(world.memory.sets().get(set.id().value()));
        Map<String, Integer> rows = new HashMap<>();
        sent.rows().keySet().forEach(row -> note(world, rows, row));
        world.memory = world.memory.withSet(set.id().value(), new Sent(sent.by(), Map.copyOf(rows), false));
        return world;
    }

    @Nullable
    World submit(World found, Actor by, int place) {
        World world = write(found);
        ChangeSet set = world.set(place);
        if (set == null || !(set.state() instanceof ChangeSet.Draft)) {
            return null;
        }
        ChangeSet due = set.due().isBefore(world.at()) ? set.dueAt(world.at()) : set;
        List<Change> changes = new ArrayList<>();
        for (Change change : due.changes()) {
            changes.add(
                    change instanceof Change.RuleAddition(ChangeId id, Rule rule, var identity)
                            ? new Change.RuleAddition(id, rule.withId(new RuleId(world.next())), identity)
                            : change);
        }
        Map<Atom, Actor> sent = Objects.requireNonNull(
                        world.memory.sets().get(set.id().value()))
                .by();
        ChangeSet submitted = due.in(new ChangeSet.Pending()).holding(List.of(), List.of());
        Stage before = Stage.of(world.live, world.before(submitted), Cast.CONTENTS);
        submitted = due.in(new ChangeSet.Pending()).holding(meaning(world, before, changes, false), List.of());
        if (!isAllowed(world, by, submitted, before)) {
            return null;
        }
        world.put(submitted);
        Map<Atom, Actor> origins = new HashMap<>();
        // A new rule has got another id: whoever sent it is still who sent it.
        for (Change change : submitted.changes()) {
            for (Atom atom : Facts.of(change)) {
                origins.put(
                        atom,
                        sent.entrySet().stream()
                                .filter(known -> known.getKey().fact().equals(atom.fact()))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse(by));
            }
        }
        Sent known = world.memory.sets().get(set.id().value());
        world.memory = world.memory.withSet(set.id().value(), new Sent(Map.copyOf(origins), known.rows(), false));
        return world;
    }

    @Nullable
    World hold(World found, Actor by, int place) {
        World world = write(found);
        ChangeSet set = world.set(place);
        if (set == null || !(set.state() instanceof ChangeSet.Pending)) {
            return null;
        }
        return moved(world, by, set.in(new ChangeSet.Held()), false);
    }

    /** With a new due time, since the old one may have passed. */
    @Nullable
    World resume(World found, Actor by, int place) {
        World world = write(found);
        ChangeSet set = world.set(place);
        if (set == null || !(set.state() instanceof ChangeSet.Held)) {
            return null;
        }
        ChangeSet due = set.due().isBefore(world.at()) ? set.revised("set", world.at(), world.at()) : set;
        return moved(world, by, due.in(new ChangeSet.Pending()), false);
    }

    /** Copies a set as a draft of somebody else: its writers are the copier and those of what was copied. */
    @Nullable
    World copy(World found, Actor by, int place) {
        World world = write(found);
        ChangeSet set = world.set(place);
        if (set == null || world.sets.size() >= MOST_SETS) {
            return null;
        }
        List<Actor> writers = new ArrayList<>(set.contentBy());
        writers.remove(by);
        writers.add(by);
        ChangeSet copy = new ChangeSet(
                new ChangeSetId(world.next()),
                "set",
                by,
                world.at(),
                set.due().isBefore(world.at()) ? world.at() : set.due(),
                new ChangeSet.Draft(),
                List.of(),
                Map.of(),
                null,
                world.at(),
                1);
        List<Wish> wishes = set.changes().stream().map(Wish::again).toList();
        Sent sent = Objects.requireNonNull(world.memory.sets().get(set.id().value()));
        world.memory = world.memory.withHands(
                copy.id().value(), world.memory.talk(set.id().value()).hands());
        return asked(world, by, copy, wishes, writers, world.before(copy), sent == null ? Map.of() : sent.by());
    }
}
