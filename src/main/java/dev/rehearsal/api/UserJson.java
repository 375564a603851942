package dev.rehearsal.api;

import dev.rehearsal.access.Grants;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.access.Person;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Somebody as Balrog's admin API shows them. */
final class UserJson {

    private UserJson() {}

    static Map<String, Object> permissions(Person person) {
        Map<String, Object> json = new LinkedHashMap<>();
        person.permissions().values().stream()
                .sorted(Comparator.comparing(permission -> permission.name().wireName()))
                .forEach(permission -> json.put(permission.name().wireName(), permission(permission)));
        return json;
    }

    /** Options are null where nothing is narrowed. */
    static Map<String, @Nullable Object> permission(Permission permission) {
        ObjectNode options = PermissionOptions.write(permission);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("options", options.isEmpty() ? null : options);
        json.put("data_version", permission.dataVersion());
        return json;
    }

    /** In lists of everybody. */
    static List<Map<String, Object>> roles(Person person) {
        return person.sortedRoles().stream()
                .map(role -> Map.<String, Object>of("role", role.name(), "data_version", Grants.ROLE_VERSION))
                .toList();
    }

    /** Of one user. */
    static Map<String, Object> rolesByName(Person person) {
        Map<String, Object> json = new LinkedHashMap<>();
        person.sortedRoles().forEach(role -> json.put(role.name(), Map.of("data_version", Grants.ROLE_VERSION)));
        return json;
    }
}
