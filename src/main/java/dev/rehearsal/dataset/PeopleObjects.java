package dev.rehearsal.dataset;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The people of a dataset, each once: passwords and tokens are in none. */
final class PeopleObjects {

    private static final Set<String> FIELDS =
            Set.of("id", "name", "roles", "grants", "permissions", "permission_data_versions");
    private static final int LONGEST_ROLE = 50;

    private final List<Person> people = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();
    private final Map<String, String> places = new HashMap<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        String name = object.text("name", 100);
        Person person = new Person(id(object), name, permissions(object), roles(object), false);
        if (object.isRight()) {
            String first = places.putIfAbsent(name, object.place());
            if (first != null) {
                object.wrong("name", "The person at " + first + " has the same name.");
            }
        }
        if (object.isRight() && !Person.canBeCalled(name)) {
            object.wrong("name", "Must be a name that people can have, without spaces at its ends.");
        }
        if (object.isRight()) {
            people.add(person);
        }
    }

    List<Person> people() {
        return people;
    }

    private PersonId id(DatasetObject object) {
        PersonId id = new PersonId(object.identifier("id"));
        if (!id.equals(PersonId.NONE) && !ids.add(id.value())) {
            object.wrong("id", "Somebody before has the same number.");
        }
        return id;
    }

    /** At 1, where the dataset says nothing else. */
    private static int version(DatasetObject object, PermissionName name) {
        JsonNode sent = object.json().path("permission_data_versions").path(name.wireName());
        if (sent.isMissingNode()) {
            return 1;
        }
        return sent.isIntegralNumber() && sent.canConvertToInt() && sent.asInt() >= 1
                ? sent.asInt()
                : object.wrong("permission_data_versions", "Must be a whole number for " + name.wireName() + ".", 1);
    }

    private static Map<PermissionName, Permission> permissions(DatasetObject object) {
        Map<PermissionName, Permission> permissions = new EnumMap<>(PermissionName.class);
        if (!object.has("permissions")) {
            return permissions;
        }
        for (Map.Entry<String, JsonNode> sent : object.object("permissions").properties()) {
            PermissionName name = PermissionName.named(sent.getKey()).orElse(null);
            String place = "permissions." + sent.getKey();
            if (name == null) {
                object.wrong(place, "There is no such permission.");
                continue;
            }
            try {
                permissions.put(name, PermissionOptions.read(name, sent.getValue(), version(object, name)));
            } catch (RefusedException refused) {
                refused.problems()
                        .forEach(problem -> object.wrong(
                                place + problem.place().replaceFirst("^options", ""), sentence(problem.sentence())));
            }
        }
        return permissions;
    }

    private static Map<Role, RoleGrant> roles(DatasetObject object) {
        Map<Role, RoleGrant> roles = new HashMap<>();
        JsonNode sent = object.json().path("roles");
        if (sent.isMissingNode() || sent.isNull()) {
            return roles;
        }
        boolean right = sent.isArray();
        for (JsonNode role : sent) {
            right &= role.isString()
                    && !role.asString().isBlank()
                    && role.asString().length() <= LONGEST_ROLE;
            roles.put(
                    new Role(role.asString("")),
                    grant(object, object.json().path("grants").path(role.asString(""))));
        }
        if (!right) {
            object.wrong("roles", "Must be a list of names, each of at most " + LONGEST_ROLE + " characters.");
        }
        return roles;
    }

    /** Returns who gave the role, and the number by which the dataset knows that. */
    private static RoleGrant grant(DatasetObject object, JsonNode given) {
        if (given.isMissingNode()) {
            return RoleGrant.UNKNOWN;
        }
        JsonNode number = given.path("number");
        JsonNode at = given.path("at");
        if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || !at.isIntegralNumber()
                || !at.canConvertToLong()) {
            return object.wrong(
                    "grants", "Must be an object of roles, each with a number, by and at.", RoleGrant.UNKNOWN);
        }
        String confirmedBy = given.path("confirmed_by").asString("");
        return new RoleGrant(
                number.asLong(),
                new Actor(given.path("by").asString("")),
                Instant.ofEpochMilli(at.asLong()),
                confirmedBy.isEmpty() ? null : new Actor(confirmedBy));
    }

    /** Sentences of a dataset stand on their own. */
    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
