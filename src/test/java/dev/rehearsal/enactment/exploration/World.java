package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.Decision;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.GuardHistory;
import dev.rehearsal.enactment.PlanHold;
import dev.rehearsal.enactment.Provenance.RuleVersion;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One state of everything. Whoever changes one makes a copy first, and puts new collections in place of the old. */
final class World {

    Tables live = Interned.tables(Map.of(), Map.of(), new Pins(Map.of()));
    List<ChangeSet> sets = List.of();
    Map<Actor, Person> people = Map.of();
    SignoffPolicy policy = new SignoffPolicy(List.of(), List.of());
    List<Gate> gates = List.of();
    List<GuardRail> rails = List.of();
    /** What was found, of each step that was judged. */
    Map<RailedStep, RailJudgement> judgements = Map.of();

    List<RailPass> passes = List.of();
    /** Each denies in every second hour. */
    List<FreezeWindow> windows = List.of();

    List<ChannelMapping> mappings = List.of();
    List<Shutoff> shutoffs = List.of();
    /** By the key of each row that was removed: a row that comes back goes on with its versions. */
    Map<String, Integer> lastVersions = Map.of();

    Map<ChangeSetId, List<Signoff>> signoffs = Map.of();
    Map<ChangeSetId, Discussion> requests = Map.of();
    /** Steps of rollouts that were stopped. */
    Set<ChangeSetId> stopped = Set.of();

    List<Verdict> verdicts = List.of();
    Set<TestedState> served = Set.of();
    /** Were live with gates passed over alone. */
    Set<TestedState> untested = Set.of();

    /** Whom this follows, or followed until it was taken over; null for nobody ever. */
    @Nullable
    FollowState following;

    Map<RuleId, List<RuleVersion>> rulesWritten = Map.of();
    Map<ReleaseName, Map<String, Set<Actor>>> partsWritten = Map.of();
    Map<Pins.Key, Set<Actor>> pinsWritten = Map.of();
    int hour = 1;
    /** Never used again: of rules, sets, changes, grants, people and rows alike. */
    long number = 100;

    Memory memory = Memory.EMPTY;

    /** What every write on this state begins with: worked out once. */
    @Nullable
    World prepared;

    World copy() {
        World copy = new World();
        copy.live = live;
        copy.sets = sets;
        copy.people = people;
        copy.policy = policy;
        copy.gates = gates;
        copy.rails = rails;
        copy.judgements = judgements;
        copy.passes = passes;
        copy.windows = windows;
        copy.mappings = mappings;
        copy.shutoffs = shutoffs;
        copy.lastVersions = lastVersions;
        copy.signoffs = signoffs;
        copy.requests = requests;
        copy.stopped = stopped;
        copy.verdicts = verdicts;
        copy.served = served;
        copy.untested = untested;
        copy.following = following;
        copy.rulesWritten = rulesWritten;
        copy.partsWritten = partsWritten;
        copy.pinsWritten = pinsWritten;
        copy.hour = hour;
        copy.number = number;
        copy.memory = memory;
        return copy;
    }

    Instant at() {
        return hour(hour);
    }

    static Instant hour(int hour) {
        return Instant.EPOCH.plus(Duration.ofHours(hour));
    }

    long next() {
        return ++number;
    }

    /** Pending sets in queue order. */
    List<ChangeSet> queue() {
        return sets.stream()
                .filter(set -> set.state() instanceof ChangeSet.Pending)
                .sorted(ChangeSet.QUEUE_ORDER)
                .toList();
    }

    List<ChangeSet> due() {
        return queue().stream().filter(set -> !set.due().isAfter(at())).toList();
    }

    List<QueuedSet> before(ChangeSet set) {
        return queue().stream()
                .filter(other -> !other.id().equals(set.id()))
                .filter(other -> ChangeSet.QUEUE_ORDER.compare(other, set) < 0)
                .map(ChangeSet::queued)
                .toList();
    }

    @Nullable
    ChangeSet set(int place) {
        return place < sets.size() ? sets.get(place) : null;
    }

    void put(ChangeSet set) {
        List<ChangeSet> next = new ArrayList<>(sets);
        next.removeIf(other -> other.id().equals(set.id()));
        next.add(set);
        next.sort((one, other) -> one.id().compareTo(other.id()));
        sets = List.copyOf(next);
    }

    void put(Person person) {
        Map<Actor, Person> next = new HashMap<>(people);
        next.put(new Actor(person.name()), person);
        people = Map.copyOf(next);
    }

    ApprovalContext context() {
        return new ApprovalContext(
                        people,
                        policy,
                        gates,
                        mappings,
                        shutoffs,
                        signoffs,
                        new GuardHistory(Map.of(Cast.PRODUCT, Instant.EPOCH), at()))
                .with(new Freezes(
                        at(),
                        windows.stream()
                                .map(window -> new Freezes.Window(window, Cast.EVERY_SECOND_HOUR))
                                .toList()))
                .withRails(rails)
                .with(requests)
                .holding(stopped.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), set -> new PlanHold(set.value(), false, "it was stopped"))));
    }

    boolean isFollowing() {
        return following != null && following.goesOn();
    }

    boolean isFrozen(String channel) {
        return hour % 2 == 1
                && windows.stream()
                        .anyMatch(window -> window.liveChannel() == null
                                || window.liveChannel().equals(channel));
    }

    Decision.Situation situation(List<ChangeSet> queue) {
        return new Decision.Situation(live, queue, context(), at());
    }

    Decision.Situation situation() {
        return situation(queue());
    }
}
