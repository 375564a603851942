package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.change.FreezeWindowKind;
import dev.rehearsal.change.GateKind;
import dev.rehearsal.change.GuardRailKind;
import dev.rehearsal.change.MappingKind;
import dev.rehearsal.change.PermissionKind;
import dev.rehearsal.change.PermissionRequirementKind;
import dev.rehearsal.change.RequirementKind;
import dev.rehearsal.change.RoleKind;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.ShutoffKind;
import dev.rehearsal.change.UrgentRoleKind;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The context of an approval is all that decides, besides the tables and the queue, whether a set can go live: who
 * there is, what must be signed and tested, what was signed, and the configuration that sets may change.
 *
 * @param freezes what is frozen at the time at which this was read
 * @param others the rows of tables that decide nothing themselves
 * @param requests for changes that were made of sets that are still to be enacted, with what ended them
 * @param holds of sets that are steps which their rollout has not let go
 */
public record ApprovalContext(
        Map<Actor, Person> people,
        SignoffPolicy policy,
        List<Gate> gates,
        List<GuardRail> rails,
        List<ChannelMapping> mappings,
        List<Shutoff> shutoffs,
        Map<ChangeSetId, List<Signoff>> signoffs,
        GuardHistory guardHistory,
        Freezes freezes,
        Map<RowKind<?>, List<?>> others,
        Map<ChangeSetId, Discussion> requests,
        Map<ChangeSetId, PlanHold> holds) {

    /** Makes a context of nothing but what decides. */
    public ApprovalContext(
            Map<Actor, Person> people,
            SignoffPolicy policy,
            List<Gate> gates,
            List<ChannelMapping> mappings,
            List<Shutoff> shutoffs,
            Map<ChangeSetId, List<Signoff>> signoffs,
            GuardHistory guardHistory) {
        this(
                people,
                policy,
                gates,
                List.of(),
                mappings,
                shutoffs,
                signoffs,
                guardHistory,
                Freezes.none(guardHistory.readAt()),
                Map.of(),
                Map.of(),
                Map.of());
    }

    public ApprovalContext {
        people = Map.copyOf(people);
        gates = List.copyOf(gates);
        rails = List.copyOf(rails);
        mappings = List.copyOf(mappings);
        shutoffs = List.copyOf(shutoffs);
        signoffs = Map.copyOf(signoffs);
        others = Map.copyOf(others);
        requests = Map.copyOf(requests);
        holds = Map.copyOf(holds);
    }

    public static Map<Actor, Person> byName(List<Person> people) {
        Map<Actor, Person> byName = new HashMap<>();
        people.forEach(person -> byName.put(new Actor(person.name()), person));
        return byName;
    }

    ApprovalContext withMappings(List<ChannelMapping> others) {
        return with(rails, others, freezes, requests, holds);
    }

    public ApprovalContext with(Freezes others) {
        return with(rails, mappings, others, requests, holds);
    }

    /** Returns the same with these guard rails. */
    public ApprovalContext withRails(List<GuardRail> others) {
        return with(others, mappings, freezes, requests, holds);
    }

    /** Returns the same with these requests for changes. */
    public ApprovalContext with(Map<ChangeSetId, Discussion> others) {
        return with(rails, mappings, freezes, others, holds);
    }

    /** Returns what this says where rollouts hold these sets. */
    public ApprovalContext holding(Map<ChangeSetId, PlanHold> others) {
        return with(rails, mappings, freezes, requests, others);
    }

    private ApprovalContext with(
            List<GuardRail> ofRails,
            List<ChannelMapping> ofMappings,
            Freezes ofTime,
            Map<ChangeSetId, Discussion> ofRequests,
            Map<ChangeSetId, PlanHold> ofHolds) {
        return new ApprovalContext(
                people,
                policy,
                gates,
                ofRails,
                ofMappings,
                shutoffs,
                signoffs,
                guardHistory,
                ofTime,
                others,
                ofRequests,
                ofHolds);
    }

    /** Returns what this says of another time, as far as time alone makes a difference. */
    public ApprovalContext at(Instant other) {
        return other.equals(freezes.at()) ? this : with(freezes.at(other));
    }

    /** Returns the time for which this was read. */
    public Instant at() {
        return freezes.at();
    }

    public Person person(Actor actor) {
        Person known = people.get(actor);
        return known == null ? Person.nobody(actor.name()) : known;
    }

    /** Whether rows of this kind decide about sets. */
    static boolean decides(RowKind<?> kind) {
        return switch (kind) {
            case ShutoffKind _, MappingKind _, GateKind _, FreezeWindowKind _, GuardRailKind _, RequirementKind _ ->
                true;
            case UrgentRoleKind _ -> true;
            case PermissionRequirementKind _, PermissionKind _, RoleKind _ -> true;
            default -> false;
        };
    }

    /** Returns the rows of a table as they are. */
    @SuppressWarnings("unchecked")
    public <R> List<R> rows(RowKind<R> kind) {
        return (List<R>)
                switch (kind) {
                    case ShutoffKind _ -> shutoffs;
                    case MappingKind _ -> mappings;
                    case GateKind _ -> gates;
                    case FreezeWindowKind _ -> freezes.rows();
                    case GuardRailKind _ -> rails;
                    case RequirementKind _ -> policy.forChannels();
                    case UrgentRoleKind _ -> policy.urgent();
                    case PermissionRequirementKind _ -> policy.forPermissions();
                    case PermissionKind _ ->
                        people.values().stream()
                                .flatMap(Person::heldPermissions)
                                .toList();
                    case RoleKind _ ->
                        people.values().stream().flatMap(Person::heldRoles).toList();
                    default -> others.getOrDefault(kind, List.of());
                };
    }

    /** Returns them in the order in which they were given. */
    public List<Signoff> signoffsOf(ChangeSetId set) {
        return signoffs.getOrDefault(set, List.of());
    }

    /** Returns the requests for changes of a set that are neither answered nor taken back. */
    public List<Comment> requestsOf(ChangeSetId set) {
        return requests.getOrDefault(set, Discussion.NONE).standing();
    }

    /** Returns what keeps a set from going that is a step of a rollout. */
    public Optional<PlanHold> holdOf(ChangeSetId set) {
        return Optional.ofNullable(holds.get(set));
    }

    /** People who can sign in this role: automation never does (a Balrog fact). */
    public List<Actor> holdersOf(Role role) {
        return people.entrySet().stream()
                .filter(entry ->
                        entry.getValue().holds(role) && !entry.getValue().automation())
                .map(Map.Entry::getKey)
                .toList();
    }
}
