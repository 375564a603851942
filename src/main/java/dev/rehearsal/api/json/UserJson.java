package dev.rehearsal.api.json;

import dev.rehearsal.access.Grants;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.ledger.Actor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes a user as Balrog's admin API shows them. */
public final class UserJson {

    private UserJson() {}

    public static Map<String, Object> permissions(Person person) {
        Map<String, Object> json = new LinkedHashMap<>();
        person.permissions().values().stream()
                .sorted(Comparator.comparing(permission -> permission.name().wireName()))
                .forEach(permission -> json.put(permission.name().wireName(), permission(permission)));
        return json;
    }

    /** Options are null where nothing is narrowed. */
    public static Map<String, @Nullable Object> permission(Permission permission) {
        ObjectNode options = PermissionOptions.write(permission);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("options", options.isEmpty() ? null : options);
        json.put("data_version", permission.dataVersion());
        return json;
    }

    /** In lists of everybody. */
    public static List<Map<String, Object>> roles(Person person) {
        return person.sortedRoles().stream()
                .map(role -> Map.<String, Object>of("role", role.name(), "data_version", Grants.ROLE_VERSION))
                .toList();
    }

    /** Writes the roles of one user, with who gave them. */
    public static Map<String, Object> rolesByName(Person person) {
        Map<String, Object> json = new LinkedHashMap<>();
        person.sortedRoles()
                .forEach(role -> json.put(
                        role.name(),
                        grant(Objects.requireNonNull(person.grants().get(role)))));
        return json;
    }

    private static Map<String, @Nullable Object> grant(RoleGrant grant) {
        boolean known = !grant.by().name().isEmpty();
        Actor confirmedBy = grant.confirmedBy();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("data_version", Grants.ROLE_VERSION);
        json.put("given_by", known ? grant.by().name() : null);
        json.put("given_at", known ? (Long) grant.at().toEpochMilli() : null);
        json.put("confirmed_by", confirmedBy == null ? null : confirmedBy.name());
        return json;
    }

    /** What cannot be met after something was taken away. */
    public static Map<String, List<String>> warnings(List<String> warnings) {
        return Map.of("warnings", warnings);
    }

    /** Balrog calls whoever asks "current". */
    public static String name(Actor actor, String username) {
        return username.equals("current") ? actor.name() : username;
    }
}
