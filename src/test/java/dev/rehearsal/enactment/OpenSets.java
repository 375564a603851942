package dev.rehearsal.enactment;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.RailCheck;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Chance;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.GeneratedQueue;
import dev.rehearsal.staging.GeneratedState;
import dev.rehearsal.staging.Lens;
import dev.rehearsal.staging.Mutation;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Generated tables with a generated queue, some channels of which are guarded; people edit them in random ways. */
final class OpenSets {

    private static final Actor WRITER = new Actor("writer");

    final Chance chance;
    final InMemoryContents contents = new InMemoryContents();
    final Map<TestedState, List<Verdict>> verdicts = new HashMap<>();
    final Decision decision;
    private final List<ChangeSet> spare;
    Tables live;
    List<ChangeSet> sets;
    Map<ChangeSetId, List<Signoff>> signoffs = Map.of();
    private List<Gate> gates = new ArrayList<>();
    private List<RequiredSignoff> required = new ArrayList<>();

    OpenSets(long seed, int size) {
        chance = new Chance(seed);
        live = new GeneratedState(chance, contents).tables();
        spare = new ArrayList<>(GeneratedQueue.of(chance, contents, live, size + 2).stream()
                .map(OpenSets::pending)
                .toList());
        sets = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            schedule();
        }
        guard();
        decision = new Decision(
                contents,
                new EachVersionKnown(),
                evidence(),
                RailCheck.Evidence.NONE,
                new DecisionRules(false, Lens.EVERYTHING));
    }

    private void guard() {
        required.add(new RequiredSignoff("Firefox", "release", new Role("releng"), 1, 1));
        if (chance.oneIn(2)) {
            required.add(new RequiredSignoff("Thunderbird", "release", new Role("releng"), 1, 1));
        }
        if (chance.oneIn(2)) {
            required.add(new RequiredSignoff("Firefox", "release-cck-acme", new Role("releng"), 1, 1));
        }
        if (chance.oneIn(2)) {
            gates.add(new Gate(1, chance.oneIn(2) ? null : "Firefox", "beta", new Role("qa"), 1, List.of(), 1));
        }
    }

    private GateCheck.Evidence evidence() {
        return new GateCheck.Evidence() {
            @Override
            public List<Verdict> verdictsOn(TestedState state) {
                return verdicts.getOrDefault(state, List.of());
            }

            @Override
            public boolean servedLately(TestedState state) {
                return false;
            }
        };
    }

    private static ChangeSet pending(QueuedSet set) {
        Map<ChangeId, List<Actor>> writers = new HashMap<>();
        set.changes().forEach(change -> writers.put(change.id(), List.of(WRITER)));
        return new ChangeSet(
                set.id(),
                "Set " + set.id(),
                WRITER,
                Instant.EPOCH,
                set.due(),
                new ChangeSet.Pending(),
                set.changes(),
                writers,
                null,
                Instant.EPOCH,
                1);
    }

    Decision.Situation now() {
        return new Decision.Situation(
                live, sets.stream().sorted(ChangeSet.QUEUE_ORDER).toList(), context(), Instant.MIN);
    }

    private ApprovalContext context() {
        Person signer = new Person("signer", Map.of(), Set.of(new Role("releng"), new Role("qa")), false);
        Person writer = new Person(
                "writer", Map.of(PermissionName.ADMIN, Permission.unrestricted(PermissionName.ADMIN)), Set.of(), false);
        return new ApprovalContext(
                Map.of(new Actor("signer"), signer, WRITER, writer),
                new SignoffPolicy(required, List.of()),
                gates,
                List.of(),
                List.of(),
                signoffs,
                GuardHistory.NONE);
    }

    /** Everybody signs each set as it is in its turn, and passes it as it is alone. */
    void agree() {
        Map<ChangeSetId, List<Signoff>> given = new HashMap<>();
        decision.forecast(now()).forEach((id, readiness) -> {
            StepDigest digest = readiness.inTurn().digest();
            given.put(
                    id,
                    List.of(new Signoff(
                            new Actor("signer"),
                            new Role("releng"),
                            Instant.EPOCH,
                            digest.value(),
                            digest.hashed(),
                            0,
                            null,
                            null)));
            readiness.gates().forEach(finding -> verdicts.put(finding.state(), List.of(passed(finding.state()))));
        });
        signoffs = given;
    }

    private static Verdict passed(TestedState state) {
        return new Verdict(
                1,
                state,
                "somewhere",
                Outcome.PASS,
                null,
                new Actor("signer"),
                PersonId.NONE,
                Instant.EPOCH,
                Map.of(new Role("qa"), 0L));
    }

    /** Something that anybody may do to the tables, or to the queue; returns which of several kinds it was. */
    int write() {
        int kind = chance.between(0, 9);
        switch (kind) {
            case 0, 1, 2, 3 -> live = Mutation.of(chance, contents, live);
            case 4 -> schedule();
            case 5 -> replace(set -> null);
            case 6 ->
                replace(set -> set.in(
                        set.state() instanceof ChangeSet.Pending ? new ChangeSet.Held() : new ChangeSet.Pending()));
            case 7 ->
                replace(set -> set.dueAt(Instant.EPOCH.plusSeconds(chance.between(0, 6)))
                        .in(set.state()));
            default -> enact();
        }
        return kind;
    }

    private void schedule() {
        if (!spare.isEmpty()) {
            sets.add(spare.remove(chance.between(0, spare.size())));
        }
    }

    private void replace(Function<ChangeSet, @Nullable ChangeSet> becomes) {
        if (!sets.isEmpty()) {
            ChangeSet next = becomes.apply(sets.remove(chance.between(0, sets.size())));
            if (next != null) {
                sets.add(next);
            }
        }
    }

    private void enact() {
        if (!sets.isEmpty()) {
            ChangeSet set = chance.oneOf(sets);
            Tables after = Stage.of(live, List.of(set.queued()), contents).staged();
            if (after != live) {
                sets.remove(set);
                live = after;
            }
        }
    }

    /** Each version of a row has a writer of its own. */
    private static final class EachVersionKnown implements Provenance {

        @Override
        public Map<String, Set<Actor>> ofParts(Release release) {
            return Map.of("", Set.of(new Actor(release.toString())));
        }

        @Override
        public List<RuleVersion> ofRule(Rule rule) {
            return List.of(new RuleVersion(rule.product(), "nowhere", Set.of(new Actor(rule.toString()))));
        }

        @Override
        public Set<Actor> ofPin(Pins.Key pin) {
            return Set.of(new Actor(pin.toString()));
        }
    }
}
