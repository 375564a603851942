package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Decision;
import dev.rehearsal.enactment.Provenance.RuleVersion;
import dev.rehearsal.enactment.Step;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sets live as decided, and has the monitor judge each commit. */
final class Enactments {

    private final Judge judge;
    private final Office office;

    Enactments(Judge judge, Office office) {
        this.judge = judge;
        this.office = office;
    }

    /** An hour later everything goes live that is due and may. */
    World tick(World found) {
        World later = found.copy();
        later.hour++;
        World world = office.write(later);
        for (ChangeSet set : world.due()) {
            boolean isPending =
                    world.queue().stream().anyMatch(other -> other.id().equals(set.id()));
            if (isPending && !judge.isDecidedElsewhere(world, set)) {
                World next = enact(office.write(world), set.id(), BreakGlassScope.NONE);
                world = next == null ? world : next;
            }
        }
        return world;
    }

    @Nullable
    World enactNow(World found, int place) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        return set == null || !(set.state() instanceof ChangeSet.Pending)
                ? null
                : enact(world, set.id(), BreakGlassScope.NONE);
    }

    /** @param also a set that is named, too; negative for none */
    @Nullable
    World breakGlass(World found, Actor by, int place, int also, BreakGlassScope.Over... over) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        if (set == null
                || !(set.state() instanceof ChangeSet.Pending)
                || !world.context().person(by).may(new RequiredPermission(PermissionName.BREAK_GLASS, null, null))) {
            return null;
        }
        Set<ChangeSetId> named = new HashSet<>(Set.of(set.id()));
        ChangeSet other = also < 0 ? null : world.set(also);
        if (other != null) {
            named.add(other.id());
        }
        return enact(world, set.id(), new BreakGlassScope(named, Set.of(over)));
    }

    /** A direct edit: what is pending has no say in it. */
    @Nullable
    World direct(World found, Actor by, Wish... wishes) {
        World idle = found.copy();
        idle.sets = List.of();
        World asked = office.schedule(idle, by, false, 0, wishes);
        if (asked == null) {
            return null;
        }
        ChangeSet set = asked.sets.getFirst();
        World world = office.write(found);
        world.number = asked.number;
        world.memory = world.memory.withSet(
                set.id().value(),
                Objects.requireNonNull(asked.memory.sets().get(set.id().value())));
        Decision.Plan plan = plan(world, set, List.of(), BreakGlassScope.NONE);
        return plan.obstacles().isEmpty() ? applied(world, plan, BreakGlassScope.NONE) : null;
    }

    private @Nullable World enact(World world, ChangeSetId id, BreakGlassScope passedOver) {
        ChangeSet set = world.sets.stream()
                .filter(other -> other.id().equals(id))
                .findFirst()
                .orElseThrow();
        Decision.Plan plan = plan(world, set, world.queue(), passedOver);
        return plan.obstacles().isEmpty() ? applied(world, plan, passedOver) : null;
    }

    /** What guard rails have not judged yet is judged, and it is tried once more. */
    private Decision.Plan plan(World world, ChangeSet set, List<ChangeSet> queue, BreakGlassScope passedOver) {
        Decision.Plan plan = judge.plan(world, set, world.situation(queue), passedOver);
        if (plan.questions().isEmpty()) {
            return plan;
        }
        RailFault.judge(world, plan.questions());
        return judge.plan(world, set, world.situation(queue), passedOver);
    }

    private static @Nullable World applied(World found, Decision.Plan plan, BreakGlassScope passedOver) {
        World world = found.copy();
        world.live = Interned.tables(plan.live());
        for (Step step : plan.steps()) {
            written(world, step);
            for (Change change : step.set().changes()) {
                if (change instanceof RowChange<?> row && !Configuration.apply(world, row)) {
                    return null;
                }
            }
            world.sets = world.sets.stream()
                    .filter(set -> !set.id().equals(step.set().id()))
                    .toList();
            Map<ChangeSetId, List<Signoff>> signoffs = new HashMap<>(world.signoffs);
            signoffs.remove(step.set().id());
            world.signoffs = Map.copyOf(signoffs);
            Map<ChangeSetId, Discussion> requests = new HashMap<>(world.requests);
            requests.remove(step.set().id());
            world.requests = Map.copyOf(requests);
            Set<ChangeSetId> stopped = new HashSet<>(world.stopped);
            stopped.remove(step.set().id());
            world.stopped = Set.copyOf(stopped);
        }
        served(world, found, plan, passedOver.over().contains(BreakGlassScope.Over.GATES));
        Monitor.commit(found, world, plan.sets(), passedOver);
        return world;
    }

    /** As the product notes which states channels serve. */
    private static void served(World world, World found, Decision.Plan plan, boolean untested) {
        if (plan.live() == found.live) {
            return;
        }
        Set<String> channels = new HashSet<>();
        found.gates.forEach((Gate gate) -> channels.add(gate.liveChannel()));
        found.mappings.forEach(mapping -> channels.add(mapping.liveChannel()));
        Set<TestedState> next = new HashSet<>(world.served);
        Set<TestedState> nowUntested = new HashSet<>(world.untested);
        for (String channel : channels) {
            TestedState then = Interned.state(found.live, channel);
            TestedState now = Interned.state(world.live, channel);
            if (!then.equals(now)) {
                if (!world.untested.contains(then)) {
                    next.add(then);
                }
                if (!untested) {
                    next.add(now);
                } else if (!next.contains(now)) {
                    nowUntested.add(now);
                }
            }
        }
        nowUntested.removeAll(next);
        world.served = Set.copyOf(next);
        world.untested = Set.copyOf(nowUntested);
    }

    private static void written(World world, Step step) {
        ChangeSet set = step.set();
        Map<RuleId, List<RuleVersion>> rules = new HashMap<>(world.rulesWritten);
        Map<ReleaseName, Map<String, Set<Actor>>> parts = new HashMap<>(world.partsWritten);
        Map<Pins.Key, Set<Actor>> pins = new HashMap<>(world.pinsWritten);
        for (Transition transition : step.transitions()) {
            switch (transition) {
                case Transition.OfRule(RuleId id, var before, var after) -> {
                    if (after == null) {
                        rules.remove(id);
                    } else {
                        List<RuleVersion> versions = new ArrayList<>();
                        versions.add(new RuleVersion(after.product(), after.channel(), writers(set, id)));
                        if (before != null) {
                            versions.addAll(rules.getOrDefault(
                                    id, List.of(new RuleVersion(before.product(), before.channel(), Set.of()))));
                        }
                        rules.put(id, List.copyOf(versions));
                    }
                }
                case Transition.OfRelease(ReleaseName name, var before, var after) -> {
                    if (after == null) {
                        parts.remove(name);
                    } else {
                        Map<String, Set<Actor>> written = new HashMap<>(parts.getOrDefault(name, Map.of()));
                        Cast.CONTENTS.manifest(after.content()).parts().forEach((path, hash) -> {
                            if (before == null
                                    || !Objects.equals(
                                            hash,
                                            Cast.CONTENTS
                                                    .manifest(before.content())
                                                    .parts()
                                                    .get(path))) {
                                written.put(path, writers(set, name));
                            }
                        });
                        parts.put(name, Map.copyOf(written));
                    }
                }
                case Transition.OfPin(var pin, var _, var _, var _) -> pins.put(pin, writers(set, pin));
            }
        }
        world.rulesWritten = Map.copyOf(rules);
        world.partsWritten = Map.copyOf(parts);
        world.pinsWritten = Map.copyOf(pins);
    }

    private static Set<Actor> writers(ChangeSet set, Object row) {
        Set<Actor> writers = new HashSet<>();
        for (Change change : set.changes()) {
            if (row.equals(ChangeSet.ruleOf(change))
                    || row.equals(ChangeSet.releaseOf(change))
                    || change instanceof Change.PinEdit edit && row.equals(edit.pin())) {
                writers.addAll(set.writersOf(change.id()));
            }
        }
        return Set.copyOf(writers);
    }
}
