package dev.rehearsal.api;

import dev.rehearsal.access.Permission;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.change.UnstagedChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What changes of shutoffs and configuration say: the row as it becomes inline, the row as it was as the base. */
final class UnstagedRows {

    private UnstagedRows() {}

    static Map<String, @Nullable Object> content(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var before) ->
                row(null, ShutoffJson::of, before, ShutoffJson::of);
            case UnstagedChange.OfMapping(var _, var before, var after) ->
                row(after, ChannelMappingApi::content, before, ChannelMappingApi.MappingJson::of);
            case UnstagedChange.OfGate(var _, var before, var after) ->
                row(after, GateJson::content, before, GateJson::of);
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) ->
                row(after, UnstagedRows::count, before, RequirementJson::of);
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) ->
                row(after, UnstagedRows::count, before, RequirementJson::of);
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var _) -> {
                Function<Permission, Map<String, @Nullable Object>> json =
                        permission -> PermissionJson.content(person, permission.name(), permission);
                yield row(after, json, before, json);
            }
        };
    }

    /** Only the row as it becomes. */
    static Map<String, @Nullable Object> inline(UnstagedChange change) {
        Map<String, @Nullable Object> row = content(change);
        row.remove(ChangeRows.BASE);
        return row;
    }

    private static Map<String, @Nullable Object> count(RequiredSignoff required) {
        return counted(required.count());
    }

    private static Map<String, @Nullable Object> count(PermissionSignoff required) {
        return counted(required.count());
    }

    private static Map<String, @Nullable Object> counted(int count) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(RequirementJson.COUNT, count);
        return json;
    }

    private static <A, B> Map<String, @Nullable Object> row(
            @Nullable A after,
            Function<A, Map<String, @Nullable Object>> inline,
            @Nullable B before,
            Function<B, ?> base) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        if (after != null) {
            row.putAll(inline.apply(after));
        }
        if (before != null) {
            row.put(ChangeRows.BASE, base.apply(before));
        }
        return row;
    }
}
