package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.RequestRights;
import dev.rehearsal.enactment.Step;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people say of sets and states, and who they are: each act is one write, and null where it is refused. */
final class Counter {

    private final Judge judge;
    private final Office office;

    Counter(Judge judge, Office office) {
        this.judge = judge;
        this.office = office;
    }

    /** Signs what the set is in its turn, or alone, after a look at both. */
    @Nullable
    World sign(World found, Actor by, int place, Role role, boolean alone) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        Person person = world.context().person(by);
        if (set == null
                || !(set.state() instanceof ChangeSet.Pending || set.state() instanceof ChangeSet.Held)
                || !person.holds(role)) {
            return null;
        }
        Readiness readiness = judge.readiness(world, set, world.situation());
        Step signed = alone ? readiness.alone() : readiness.inTurn();
        if (signed.writers().contains(by)) {
            return null;
        }
        Signoff signoff = new Signoff(
                by,
                role,
                world.at(),
                signed.digest().value(),
                signed.digest().hashed(),
                person.grantOf(role),
                null,
                null);
        put(world, set.id(), by, signoff);
        world.memory = world.memory.withSeen(
                set.id().value(),
                by,
                new Memory.Seen(role, person.grantOf(role), shown(world, set, alone), world.hour));
        return world;
    }

    /** What a test channel would show of it. */
    private static Map<String, Set<Atom>> shown(World world, ChangeSet set, boolean alone) {
        List<QueuedSet> sets = new ArrayList<>(alone ? List.of() : world.before(set));
        sets.add(set.queued());
        Tables tables = Stage.of(world.live, sets, Cast.CONTENTS).staged();
        World after = world.copy();
        set.changes().forEach(change -> {
            if (change instanceof RowChange<?> row) {
                Configuration.apply(after, row);
            }
        });
        Map<String, Set<Atom>> shown = new HashMap<>();
        for (String channel : List.of(Cast.RELEASE, Cast.ESR, Cast.NIGHTLY)) {
            shown.put(channel, Members.of(after, tables, channel).atoms());
        }
        return Map.copyOf(shown);
    }

    private static void put(World world, ChangeSetId set, Actor by, @Nullable Signoff signoff) {
        List<Signoff> given = new ArrayList<>(world.signoffs.getOrDefault(set, List.of()));
        given.removeIf(known -> known.by().equals(by));
        if (signoff != null) {
            given.add(signoff);
        }
        Map<ChangeSetId, List<Signoff>> next = new HashMap<>(world.signoffs);
        next.put(set, List.copyOf(given));
        world.signoffs = Map.copyOf(next);
    }

    @Nullable
    World unsign(World found, Actor by, int place) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        if (set == null
                || world.signoffs.getOrDefault(set.id(), List.of()).stream()
                        .noneMatch(signoff -> signoff.by().equals(by))) {
            return null;
        }
        put(world, set.id(), by, null);
        world.memory = world.memory.withoutSeen(set.id().value(), by);
        return world;
    }

    /** Wants changes of a set that they could sign or test; once is enough. */
    @Nullable
    World requestChanges(World found, Actor by, int place) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        Person person = world.context().person(by);
        if (set == null
                || world.context().requestsOf(set.id()).stream().anyMatch(request -> request.isBy(by, person.id()))) {
            return null;
        }
        Readiness readiness = judge.readiness(world, set, world.situation());
        boolean counts = !readiness.inTurn().writers().contains(by);
        if (RequestRights.whyNot(set, person, counts, readiness).isPresent()) {
            return null;
        }
        add(
                world,
                set,
                new Comment(
                        world.next(),
                        set.id(),
                        Comment.Kind.REQUEST,
                        null,
                        null,
                        false,
                        "No.",
                        null,
                        by,
                        person.id(),
                        world.at()));
        world.memory = world.memory.withAsking(
                set.id().value(), new Memory.Asking(by, person.id().value()));
        return world;
    }

    /** Answers the first request for changes that stands: it goes on standing unless whoever had a hand in the set says so. */
    @Nullable
    World answer(World found, Actor by, int place) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        if (set == null || world.context().requestsOf(set.id()).isEmpty()) {
            return null;
        }
        Comment request = world.context().requestsOf(set.id()).getFirst();
        if (judge.ends(set, by)) {
            end(world, set, request, Comment.Kind.REMARK, by);
        }
        if (world.memory.talk(set.id().value()).hands().contains(by)) {
            world.memory = world.memory.withoutAsking(
                    set.id().value(),
                    new Memory.Asking(request.by(), request.person().value()));
        }
        return world;
    }

    @Nullable
    World takeBack(World found, Actor by, int place) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        Person person = world.context().person(by);
        if (set == null) {
            return null;
        }
        Comment request = world.context().requestsOf(set.id()).stream()
                .filter(one -> judge.takesBack(one, person))
                .findFirst()
                .orElse(null);
        if (request == null) {
            return null;
        }
        end(world, set, request, Comment.Kind.TAKE_BACK, by);
        world.memory = world.memory.withoutAsking(
                set.id().value(), new Memory.Asking(by, person.id().value()));
        return world;
    }

    /** Stops the rollout of which a set is a step: whoever has a part in the product does, whatever the set needs. */
    @Nullable
    World stop(World found, Actor by, int place) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        if (set == null
                || world.stopped.contains(set.id())
                || !world.context().person(by).isKnown()) {
            return null;
        }
        Set<ChangeSetId> next = new HashSet<>(world.stopped);
        next.add(set.id());
        world.stopped = Set.copyOf(next);
        world.memory = world.memory.withStop(set.id().value(), true);
        return world;
    }

    @Nullable
    World goOn(World found, Actor by, int place) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        if (set == null
                || !world.stopped.contains(set.id())
                || !judge.mayGoOn(world.context().person(by))) {
            return null;
        }
        Set<ChangeSetId> next = new HashSet<>(world.stopped);
        next.remove(set.id());
        world.stopped = Set.copyOf(next);
        boolean isTold = world.context()
                .person(by)
                .may(new RequiredPermission(PermissionName.RULE, Action.MODIFY, Cast.PRODUCT));
        world.memory = isTold ? world.memory.withStop(set.id().value(), false) : world.memory;
        return world;
    }

    private static void end(World world, ChangeSet set, Comment request, Comment.Kind how, Actor by) {
        add(
                world,
                set,
                new Comment(
                        world.next(),
                        set.id(),
                        how,
                        null,
                        request.id(),
                        true,
                        "Yes.",
                        null,
                        by,
                        world.context().person(by).id(),
                        world.at()));
    }

    private static void add(World world, ChangeSet set, Comment comment) {
        List<Comment> said = new ArrayList<>(
                world.requests.getOrDefault(set.id(), Discussion.NONE).comments());
        said.add(comment);
        Map<ChangeSetId, Discussion> next = new HashMap<>(world.requests);
        next.put(set.id(), new Discussion(said));
        world.requests = Map.copyOf(next);
    }

    /** Passes over the first guard rail that finds a fault in a set that goes alone. */
    @Nullable
    World passOverRail(World found, Actor by, int place) {
        World world = office.write(found);
        ChangeSet set = world.set(place);
        Person person = world.context().person(by);
        if (set == null
                || !(set.state() instanceof ChangeSet.Pending || set.state() instanceof ChangeSet.Held)
                || !person.holds(Cast.QA)) {
            return null;
        }
        RailFault.judge(world, judge.questions(world, world.situation(List.of(set))));
        Readiness readiness = judge.readiness(world, set, world.situation());
        RailFinding finding = readiness.rails().stream()
                .filter(one -> !one.isOpen())
                .findFirst()
                .orElse(null);
        if (finding == null || !judge.mayPassOver(by, readiness)) {
            return null;
        }
        String channel = finding.rail().liveChannel();
        Tables after =
                Stage.of(world.live, List.of(set.queued()), Cast.CONTENTS).staged();
        List<RailPass> next = new ArrayList<>(world.passes);
        next.add(new RailPass(
                world.next(),
                finding.rail().id(),
                finding.rail().terms(),
                finding.step(),
                set.id(),
                by,
                Cast.QA,
                person.grantOf(Cast.QA),
                "Free",
                null,
                world.at()));
        world.passes = List.copyOf(next);
        world.memory = world.memory.withPassing(new Memory.Passing(
                finding.rail().id(),
                set.id().value(),
                Members.of(world, world.live, channel).state(),
                Members.of(world, after, channel).state(),
                by,
                person.grantOf(Cast.QA)));
        return world;
    }

    /** A word on what the test channel serves at that moment. */
    @Nullable
    World say(World found, Actor by, Outcome outcome) {
        World world = office.write(found);
        Person person = world.context().person(by);
        if (!person.isKnown()
                || world.mappings.stream()
                        .noneMatch(mapping -> mapping.testChannel().equals(Cast.TEST)
                                && mapping.liveChannel().equals(Cast.ESR))) {
            return null;
        }
        Tables staged = Stage.of(
                        world.live,
                        world.queue().stream().map(ChangeSet::queued).toList(),
                        Cast.CONTENTS)
                .staged();
        TestedState state = Interned.state(staged, Cast.ESR);
        List<Verdict> next = new ArrayList<>(world.verdicts);
        next.removeIf(known -> known.by().equals(by)
                && known.state().equals(state)
                && known.outcome() == outcome
                && known.grants() != null
                && known.grants().equals(person.grantNumbers()));
        next.add(new Verdict(
                world.next(), state, Cast.TEST, outcome, null, by, person.id(), world.at(), person.grantNumbers()));
        world.verdicts = List.copyOf(next);
        world.memory = world.memory.withWord(new Memory.Word(
                Members.of(world, staged, Cast.ESR).state(),
                outcome,
                by,
                person.id().value(),
                person.grantOf(Cast.QA),
                world.hour));
        return world;
    }

    @Nullable
    World giveRole(World found, Actor by, Actor person, Role role) {
        World world = office.write(found);
        Person known = world.people.get(person);
        if (known == null || known.holds(role) || !mayGive(world, by)) {
            return null;
        }
        Map<Role, RoleGrant> grants = new HashMap<>(known.grants());
        grants.put(role, new RoleGrant(world.next(), by, world.at(), null));
        world.put(new Person(known.id(), known.name(), known.permissions(), grants, false));
        return world;
    }

    /** Locking somebody out is always allowed. */
    @Nullable
    World takeRole(World found, Actor by, Actor person, Role role) {
        World world = office.write(found);
        Person known = world.people.get(person);
        if (known == null || !known.holds(role) || !mayGive(world, by)) {
            return null;
        }
        Map<Role, RoleGrant> grants = new HashMap<>(known.grants());
        grants.remove(role);
        world.put(new Person(known.id(), known.name(), known.permissions(), grants, false));
        return world;
    }

    /** Somebody goes, and somebody of that name comes, with the same permissions and roles. */
    @Nullable
    World recreate(World found, Actor by, Actor person) {
        World world = office.write(found);
        Person known = world.people.get(person);
        if (known == null || !mayGive(world, by)) {
            return null;
        }
        Map<Role, RoleGrant> grants = new HashMap<>();
        known.grants().keySet().stream()
                .sorted()
                .forEach(role -> grants.put(role, new RoleGrant(world.next(), by, world.at(), null)));
        world.put(new Person(new PersonId(world.next()), known.name(), known.permissions(), grants, false));
        return world;
    }

    /** Takes or gives back a permission: an author may lose it. */
    @Nullable
    World permit(World found, Actor by, Actor person, PermissionName name, boolean given) {
        World world = office.write(found);
        Person known = world.people.get(person);
        if (known == null || known.permissions().containsKey(name) == given || !mayGive(world, by)) {
            return null;
        }
        Map<PermissionName, Permission> permissions = new HashMap<>(known.permissions());
        if (given) {
            permissions.put(name, Permission.unrestricted(name));
        } else {
            permissions.remove(name);
        }
        world.put(new Person(known.id(), known.name(), permissions, known.grants(), false));
        return world;
    }

    private static boolean mayGive(World world, Actor by) {
        return world.context().person(by).may(new RequiredPermission(PermissionName.PERMISSION, null, null));
    }

    /** Stops updates at once; a row that comes back goes on with its versions. */
    @Nullable
    World shutOff(World found, Actor by, String channel) {
        World world = office.write(found);
        if (world.shutoffs.stream().anyMatch(known -> known.channel().equals(channel))
                || !world.context()
                        .person(by)
                        .may(new RequiredPermission(PermissionName.EMERGENCY_SHUTOFF, null, Cast.PRODUCT))) {
            return null;
        }
        Shutoff row = new Shutoff(Cast.PRODUCT, channel, null, 1);
        int version = world.lastVersions.getOrDefault(Facts.row(row), 0) + 1;
        List<Shutoff> next = new ArrayList<>(world.shutoffs);
        next.add(new Shutoff(Cast.PRODUCT, channel, null, version));
        world.shutoffs = List.copyOf(next);
        return world;
    }
}
