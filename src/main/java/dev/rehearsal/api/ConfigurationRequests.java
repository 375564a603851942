package dev.rehearsal.api;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.live.MappingProposal;
import org.jspecify.annotations.Nullable;

/** Reads what shall become of shutoffs and configuration. */
final class ConfigurationRequests {

    private ConfigurationRequests() {}

    /** Updates are stopped at once, and never by a change. */
    static Proposal shutoff(JsonFields change, ChangeType type) {
        if (type != ChangeType.DELETE) {
            change.wrong(
                    "change_type",
                    "must be delete: updates are shut off at once, with POST /api/emergency_shutoff",
                    type);
        }
        return new Proposal.LiftShutoff(change.text("product"), change.text("channel"), change.dataVersion());
    }

    static Proposal mapping(JsonFields change, ChangeType type) {
        MappingProposal becomes = type == ChangeType.DELETE ? null : ChannelMappingApi.read(change);
        return new Proposal.ChangeMapping(id(change, type), change.dataVersion(), becomes);
    }

    static Proposal gate(JsonFields change, ChangeType type) {
        Gate becomes = type == ChangeType.DELETE ? null : GateJson.read(change);
        return new Proposal.ChangeGate(id(change, type), change.dataVersion(), becomes);
    }

    static Proposal requiredSignoff(JsonFields change, ChangeType type) {
        return new Proposal.RequireSignoffs(
                change.text("product"),
                change.text("channel"),
                new Role(change.text("role")),
                row(type),
                change.dataVersion(),
                count(change, type));
    }

    static Proposal permissionSignoff(JsonFields change, ChangeType type) {
        return new Proposal.RequirePermissionSignoffs(
                change.text("product"),
                new Role(change.text("role")),
                row(type),
                change.dataVersion(),
                count(change, type));
    }

    static Proposal permission(JsonFields change, ChangeType type) {
        PermissionName name = PermissionJson.name(change);
        Permission becomes = type == ChangeType.DELETE ? null : PermissionJson.read(change, name);
        return new Proposal.ChangePermission(change.text("username"), name, row(type), change.dataVersion(), becomes);
    }

    private static Proposal.Row row(ChangeType type) {
        return switch (type) {
            case INSERT -> Proposal.Row.NONE_YET;
            case UPDATE, DELETE -> Proposal.Row.THERE;
        };
    }

    private static @Nullable Long id(JsonFields change, ChangeType type) {
        return type == ChangeType.INSERT ? null : (Long) (long) change.integer("id");
    }

    private static @Nullable Integer count(JsonFields change, ChangeType type) {
        return type == ChangeType.DELETE ? null : (Integer) change.integer(RequirementJson.COUNT);
    }
}
