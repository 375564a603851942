package dev.rehearsal.api;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.history.HeldPermission;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody's permission under Balrog's names for its columns. */
final class PermissionJson {

    private PermissionJson() {}

    /** @param permission null where it is taken away */
    static Map<String, @Nullable Object> content(String person, PermissionName name, @Nullable Permission permission) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("username", person);
        json.put("permission", name.wireName());
        json.put("options", permission == null ? null : options(permission));
        return json;
    }

    /** Returns the row as its history tells it. */
    static Map<String, @Nullable Object> row(HeldPermission held) {
        Permission permission = held.permission();
        Map<String, @Nullable Object> json = content(held.person(), permission.name(), permission);
        json.put("data_version", permission.dataVersion());
        return json;
    }

    static PermissionName name(JsonFields fields) {
        String name = fields.text("permission");
        return PermissionName.named(name)
                .orElseGet(() -> name.isEmpty()
                        ? PermissionName.RULE
                        : fields.wrong("permission", "there is no permission '" + name + "'", PermissionName.RULE));
    }

    /** With options as an object, or as the text of one, as Balrog wants it. */
    static Permission read(JsonFields fields, PermissionName name) {
        JsonNode options = fields.json().path("options");
        try {
            return options.isString()
                    ? PermissionOptions.parse(name, options.asString(), 1)
                    : PermissionOptions.read(name, options.isMissingNode() ? null : options, 1);
        } catch (RefusedException refused) {
            for (Problem problem : refused.problems()) {
                fields.wrong(problem.place(), problem.sentence(), problem);
            }
            return new Permission(name, Set.of(), Set.of(), 1);
        }
    }

    private static @Nullable ObjectNode options(Permission permission) {
        ObjectNode options = PermissionOptions.write(permission);
        return options.isEmpty() ? null : options;
    }
}
