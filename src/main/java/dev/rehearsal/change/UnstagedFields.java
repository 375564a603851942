package dev.rehearsal.change;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.staging.ChannelMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of shutoffs and configuration, field by field with the names of the API.
 *
 * @param before empty where there is none
 * @param after empty where the row is removed
 */
public record UnstagedFields(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {

    public static UnstagedFields of(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var before) -> new UnstagedFields(row(before), Map.of());
            case UnstagedChange.OfMapping(var _, var before, var after) -> new UnstagedFields(row(before), row(after));
            case UnstagedChange.OfGate(var _, var before, var after) -> new UnstagedFields(row(before), row(after));
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) ->
                new UnstagedFields(row(before), row(after));
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) ->
                new UnstagedFields(row(before), row(after));
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var _) ->
                new UnstagedFields(row(person, before), row(person, after));
        };
    }

    private static Map<String, @Nullable Object> row(@Nullable Shutoff row) {
        return row == null
                ? Map.of()
                : fields("product", row.product(), "channel", row.channel(), "comment", row.comment());
    }

    private static Map<String, @Nullable Object> row(@Nullable ChannelMapping row) {
        return row == null
                ? Map.of()
                : row(new MappingProposal(row.product(), row.liveChannel(), row.testChannel(), row.scope()));
    }

    private static Map<String, @Nullable Object> row(@Nullable MappingProposal row) {
        return row == null
                ? Map.of()
                : fields(
                        "product",
                        row.product(),
                        "live_channel",
                        row.liveChannel(),
                        "test_channel",
                        row.testChannel(),
                        "scope",
                        row.scope().wireForm());
    }

    private static Map<String, @Nullable Object> row(@Nullable Gate row) {
        return row == null
                ? Map.of()
                : fields(
                        "product",
                        row.product(),
                        "live_channel",
                        row.liveChannel(),
                        "role",
                        row.role().name(),
                        "passes_required",
                        row.passesRequired(),
                        "test_channels",
                        String.join(", ", row.testChannels()));
    }

    private static Map<String, @Nullable Object> row(@Nullable RequiredSignoff row) {
        return row == null
                ? Map.of()
                : fields(
                        "product",
                        row.product(),
                        "channel",
                        row.channel(),
                        "role",
                        row.role().name(),
                        "signoffs_required",
                        row.count());
    }

    private static Map<String, @Nullable Object> row(@Nullable PermissionSignoff row) {
        return row == null
                ? Map.of()
                : fields("product", row.product(), "role", row.role().name(), "signoffs_required", row.count());
    }

    private static Map<String, @Nullable Object> row(String person, @Nullable Permission row) {
        return row == null
                ? Map.of()
                : fields(
                        "username",
                        person,
                        "permission",
                        row.name().wireName(),
                        "products",
                        row.products().stream().sorted().toList(),
                        "actions",
                        row.actions().stream().sorted().map(Action::wireName).toList());
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return fields;
    }
}
