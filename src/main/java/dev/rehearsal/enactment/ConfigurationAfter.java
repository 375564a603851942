package dev.rehearsal.enactment;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a set makes of requirements, gates, mappings and permissions. */
final class ConfigurationAfter {

    private ConfigurationAfter() {}

    static ApprovalContext of(ApprovalContext now, List<Change> changes) {
        Map<Actor, Person> people = new HashMap<>(now.people());
        List<RequiredSignoff> forChannels = new ArrayList<>(now.policy().forChannels());
        List<PermissionSignoff> forPermissions = new ArrayList<>(now.policy().forPermissions());
        List<Gate> gates = new ArrayList<>(now.gates());
        List<ChannelMapping> mappings = new ArrayList<>(now.mappings());
        for (Change change : changes) {
            switch (change) {
                case UnstagedChange.OfGate(var _, Gate was, Gate becomes) -> {
                    if (was != null) {
                        gates.removeIf(gate -> gate.id() == was.id());
                    }
                    if (becomes != null) {
                        gates.add(was == null ? becomes : was.becomes(becomes));
                    }
                }
                case UnstagedChange.OfRequiredSignoff(var _, RequiredSignoff was, RequiredSignoff becomes) -> {
                    forChannels.removeIf(row -> isSame(row, was) || isSame(row, becomes));
                    if (becomes != null) {
                        forChannels.add(becomes);
                    }
                }
                case UnstagedChange.OfPermissionSignoff(var _, PermissionSignoff was, PermissionSignoff becomes) -> {
                    forPermissions.removeIf(row -> isSame(row, was) || isSame(row, becomes));
                    if (becomes != null) {
                        forPermissions.add(becomes);
                    }
                }
                case UnstagedChange.OfMapping(var _, var was, var becomes) -> {
                    if (was != null) {
                        mappings.removeIf(mapping -> mapping.id() == was.id());
                    }
                    if (becomes != null) {
                        mappings.add(new ChannelMapping(
                                was == null ? 0 : was.id(),
                                becomes.product(),
                                becomes.liveChannel(),
                                becomes.testChannel(),
                                becomes.scope(),
                                1));
                    }
                }
                case UnstagedChange.OfPermission(var _, String person, var was, var becomes, var _) ->
                    people.compute(new Actor(person), (actor, known) -> permitted(now.person(actor), was, becomes));
                default -> {}
            }
        }
        return new ApprovalContext(
                people,
                new SignoffPolicy(forChannels, forPermissions),
                gates,
                mappings,
                now.shutoffs(),
                now.signoffs(),
                now.guardHistory());
    }

    private static boolean isSame(RequiredSignoff row, @Nullable RequiredSignoff other) {
        return other != null
                && row.product().equals(other.product())
                && row.channel().equals(other.channel())
                && row.role().equals(other.role());
    }

    private static boolean isSame(PermissionSignoff row, @Nullable PermissionSignoff other) {
        return other != null
                && row.product().equals(other.product())
                && row.role().equals(other.role());
    }

    /** With the last permission go all roles. */
    private static Person permitted(Person person, @Nullable Permission was, @Nullable Permission becomes) {
        Map<PermissionName, Permission> permissions = new HashMap<>(person.permissions());
        if (was != null) {
            permissions.remove(was.name());
        }
        if (becomes != null) {
            permissions.put(becomes.name(), becomes);
        }
        return new Person(
                person.id(),
                person.name(),
                permissions,
                permissions.isEmpty() ? Map.of() : person.grants(),
                person.automation());
    }
}
