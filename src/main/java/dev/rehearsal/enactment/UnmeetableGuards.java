package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RestingGuards;
import dev.rehearsal.approval.SignerSupply;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the requirements and gates that nobody could meet if a set of configuration went live, by what the set itself
 * brings about: no change leaves one (decision 13).
 *
 * @param before the configuration that the set finds
 * @param after the configuration that it leaves
 */
record UnmeetableGuards(ApprovalContext before, ApprovalContext after, boolean authorMaySign) {

    /** Returns what a set would leave, each in a sentence; empty for one that changes no configuration. */
    static List<Obstacle.Unmeetable> of(ChangeSet set, ApprovalContext now, DecisionRules rules) {
        if (!set.isConfiguration()) {
            return List.of();
        }
        ApprovalContext after = ConfigurationAfter.of(now, set.changes());
        UnmeetableGuards guards = new UnmeetableGuards(now, after, rules.authorMaySign());
        return guards.against(set.changes())
                .distinct()
                .map(Obstacle.Unmeetable::new)
                .toList();
    }

    private Stream<String> against(List<Change> changes) {
        return Stream.of(
                        RowKinds.GATES
                                .in(changes)
                                .flatMap(change -> change.after() == null
                                        ? Stream.empty()
                                        : against(change.after(), change.before() == null)),
                        RowKinds.GUARD_RAILS
                                .in(changes)
                                .flatMap(change -> change.after() == null
                                        ? Stream.empty()
                                        : against(change.after(), change.before() == null)),
                        RowKinds.REQUIREMENTS
                                .in(changes)
                                .flatMap(change -> change.after() == null
                                        ? Stream.empty()
                                        : against(change.after(), change.before() == null)),
                        RowKinds.PERMISSION_REQUIREMENTS
                                .in(changes)
                                .flatMap(change -> change.after() == null ? Stream.empty() : against(change.after())),
                        Stream.concat(RowKinds.REQUIREMENTS.in(changes), RowKinds.URGENT_ROLES.in(changes))
                                .flatMap(change -> urgentForNothing()),
                        RowKinds.MAPPINGS.in(changes).flatMap(change -> untestable()),
                        RowKinds.PERMISSIONS
                                .in(changes)
                                .flatMap(change -> withoutRoles(change.latest().person())),
                        RowKinds.ROLES
                                .in(changes)
                                .flatMap(change -> withoutRoles(change.latest().person())))
                .flatMap(why -> why);
    }

    private Stream<String> against(Gate gate, boolean isNew) {
        List<String> why = new ArrayList<>();
        if (isNew) {
            RestingGuards.whyItWouldRest(after.mappings(), gate.product(), gate.liveChannel())
                    .ifPresent(why::add);
        }
        gate.whyItCannotOpen(everybody(), after.mappings()).forEach(problem -> why.add(problem.sentence()));
        if (why.isEmpty()) {
            new SignerSupply(everybody(), authorMaySign)
                    .whyNot(gate.requirements(), SignerSupply.writersOf(gate.product()))
                    .ifPresent(why::add);
        }
        return why.stream().map(one -> "the gate of '%s' could never open: %s".formatted(gate.liveChannel(), one));
    }

    private Stream<String> against(GuardRail rail, boolean isNew) {
        return Stream.concat(
                        isNew
                                ? RestingGuards.whyItWouldRest(after.mappings(), rail.product(), rail.liveChannel())
                                        .stream()
                                : Stream.empty(),
                        SignerSupply.ofSigners(everybody(), authorMaySign)
                                .whyNot(rail.requirements(), SignerSupply.writersOf(rail.product()))
                                .stream())
                .map(why -> "nobody could pass over the guard rail of '%s': %s".formatted(rail.liveChannel(), why));
    }

    private Stream<String> against(RequiredSignoff required, boolean isNew) {
        String what =
                "the requirement of %s on '%s' could not be met: ".formatted(required.product(), required.channel());
        return Stream.concat(
                        isNew
                                ? RestingGuards.whyItWouldRest(after.mappings(), required.product(), required.channel())
                                        .stream()
                                : Stream.empty(),
                        SignerSupply.ofSigners(everybody(), authorMaySign)
                                .whyNot(
                                        after.policy().ofChannel(required.product(), required.channel()),
                                        SignerSupply.writersOf(required.product()))
                                .stream())
                .map(why -> what + why);
    }

    /** Or whatever is required there later could be passed over by whom nobody who signs then has named. */
    private Stream<String> urgentForNothing() {
        return after.policy().urgentForNothing().stream()
                .map(row ->
                        "%s on '%s' would ask for no signoffs, so that its urgent role '%s' had nothing to pass over"
                                .formatted(row.product(), row.channel(), row.role()));
    }

    private Stream<String> against(PermissionSignoff required) {
        return SignerSupply.ofSigners(everybody(), authorMaySign)
                .whyNot(after.policy().ofPermission(Set.of(required.product())), SignerSupply::writesPermissions)
                .stream()
                .map(why -> "the requirement for permissions of %s could not be met: %s"
                        .formatted(required.product(), why));
    }

    /** Gates that could be tested for before, and are not changed by the set itself. */
    private Stream<String> untestable() {
        return after.gates().stream()
                .filter(before.gates()::contains)
                .filter(gate -> gate.whereItCannotBeTested(before.mappings()).isEmpty())
                .flatMap(gate -> gate.whereItCannotBeTested(after.mappings()).stream()
                        .map(why ->
                                "gate %d of '%s' could never open: %s".formatted(gate.id(), gate.liveChannel(), why)));
    }

    /** Looks at the roles that somebody loses; with the last permission go all. */
    private Stream<String> withoutRoles(String name) {
        Set<Role> lost = new HashSet<>(before.person(new Actor(name)).roles());
        lost.removeAll(after.person(new Actor(name)).roles());
        return lost.stream()
                .sorted()
                .filter(role -> needed(role)
                        > everybody().stream()
                                .filter(person -> person.holds(role))
                                .count())
                .map(role -> "%d people with the role '%s' are needed somewhere, and without %s there are fewer"
                        .formatted(needed(role), role, name));
    }

    private long needed(Role role) {
        long passes = after.gates().stream()
                .filter(gate -> gate.role().equals(role))
                .mapToInt(Gate::passesRequired)
                .max()
                .orElse(0);
        long ofRails = after.rails().stream()
                        .anyMatch(rail -> rail.blocks() && rail.passedBy().equals(role))
                ? 1
                : 0;
        return Math.max(Math.max(passes, ofRails), after.policy().largestOf(role));
    }

    private Collection<Person> everybody() {
        return after.people().values();
    }
}
