package dev.rehearsal.change.store;

import dev.rehearsal.access.Permission;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The content column of a change of shutoffs or configuration: the whole row before and after. */
final class UnstagedJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private UnstagedJson() {}

    static ObjectNode write(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval removal -> rows(removal.before(), null);
            case UnstagedChange.OfMapping(var _, var before, var after) -> rows(stored(before), stored(after));
            case UnstagedChange.OfGate(var _, var before, var after) -> rows(before, after);
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) -> rows(before, after);
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) -> rows(before, after);
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var _) ->
                rows(before, after).put("person", person);
        };
    }

    /** Null if the object is none of these. */
    static @Nullable UnstagedChange read(ChangeId id, String object, JsonNode json) {
        return switch (object) {
            case "emergency_shutoff" -> {
                Shutoff before = row(json, "before", Shutoff.class);
                yield before == null ? null : new UnstagedChange.ShutoffRemoval(id, before);
            }
            case "channel_mapping" -> {
                StoredMapping before = row(json, "before", StoredMapping.class);
                StoredMapping after = row(json, "after", StoredMapping.class);
                yield new UnstagedChange.OfMapping(
                        id, before == null ? null : before.mapping(), after == null ? null : after.proposal());
            }
            case "gate" ->
                new UnstagedChange.OfGate(id, row(json, "before", Gate.class), row(json, "after", Gate.class));
            case "required_signoff" ->
                new UnstagedChange.OfRequiredSignoff(
                        id, row(json, "before", RequiredSignoff.class), row(json, "after", RequiredSignoff.class));
            case "permission_signoff" ->
                new UnstagedChange.OfPermissionSignoff(
                        id, row(json, "before", PermissionSignoff.class), row(json, "after", PermissionSignoff.class));
            case "permission" ->
                new UnstagedChange.OfPermission(
                        id,
                        json.path("person").asString(),
                        row(json, "before", Permission.class),
                        row(json, "after", Permission.class));
            default -> null;
        };
    }

    /** A mapping with its scope in words. */
    private record StoredMapping(
            long id, @Nullable String product, String liveChannel, String testChannel, String scope, int dataVersion) {

        ChannelMapping mapping() {
            return new ChannelMapping(id, product, liveChannel, testChannel, Scope.parse(scope), dataVersion);
        }

        MappingProposal proposal() {
            return new MappingProposal(product, liveChannel, testChannel, Scope.parse(scope));
        }
    }

    private static @Nullable StoredMapping stored(@Nullable ChannelMapping mapping) {
        return mapping == null
                ? null
                : new StoredMapping(
                        mapping.id(),
                        mapping.product(),
                        mapping.liveChannel(),
                        mapping.testChannel(),
                        mapping.scope().wireForm(),
                        mapping.dataVersion());
    }

    private static @Nullable StoredMapping stored(@Nullable MappingProposal mapping) {
        return mapping == null
                ? null
                : new StoredMapping(
                        0,
                        mapping.product(),
                        mapping.liveChannel(),
                        mapping.testChannel(),
                        mapping.scope().wireForm(),
                        0);
    }

    private static ObjectNode rows(@Nullable Object before, @Nullable Object after) {
        ObjectNode json = JSON.createObjectNode();
        json.set("before", JSON.valueToTree(before));
        json.set("after", JSON.valueToTree(after));
        return json;
    }

    private static <T> @Nullable T row(JsonNode json, String field, Class<T> type) {
        JsonNode row = json.path(field);
        return row.isNull() || row.isMissingNode() ? null : JSON.treeToValue(row, type);
    }
}
