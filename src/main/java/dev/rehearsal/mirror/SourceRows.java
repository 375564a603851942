package dev.rehearsal.mirror;

import dev.rehearsal.access.MirroredPeople;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.dataset.RuleSheet;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads Balrog's rows as ours: whatever a real table can hold. */
final class SourceRows {

    private SourceRows() {}

    static Rule rule(JsonNode row) {
        long id = row.path("rule_id").asLong(0);
        if (id < 1) {
            throw new SourceException("a rule is listed without a number");
        }
        return rule(new RuleId(id), row, version(row, "rule " + id));
    }

    /** @throws SourceException if no table can hold it */
    static Rule rule(RuleId id, JsonNode row, int dataVersion) {
        Map<String, @Nullable Object> sent = new HashMap<>(RuleSheet.sentFields((ObjectNode) row));
        // Balrog's columns may be empty, and then mean these.
        sent.putIfAbsent(RuleField.PRIORITY.wireName(), 0);
        sent.putIfAbsent(RuleField.BACKGROUND_RATE.wireName(), 100);
        RuleFields fields = RuleFields.ofImport(sent);
        if (!fields.problems().isEmpty()) {
            throw new SourceException("rule %s cannot be kept: %s"
                    .formatted(
                            id,
                            fields.problems().stream()
                                    .map(RuleFields.Problem::sentence)
                                    .collect(Collectors.joining(" "))));
        }
        return fields.toRule(id, dataVersion);
    }

    static Shutoff shutoff(JsonNode row) {
        String product = text(row, "product", 15, "a shutoff");
        String channel = text(row, "channel", 75, "a shutoff");
        String comment = row.path("comment").isString() ? row.path("comment").asString() : null;
        return new Shutoff(
                product,
                channel,
                comment == null || comment.length() <= 500 ? comment : comment.substring(0, 500),
                version(row, "a shutoff"));
    }

    static Pin pin(JsonNode row) {
        return new Pin(
                text(row, "product", 15, "a pin"),
                text(row, "channel", 75, "a pin"),
                text(row, "version", 20, "a pin"),
                new ReleaseName(text(row, "mapping", 100, "a pin")),
                version(row, "a pin"));
    }

    static RequiredSignoff requirement(JsonNode row, int dataVersion) {
        return new RequiredSignoff(
                text(row, "product", 15, "a requirement"),
                text(row, "channel", 75, "a requirement"),
                new Role(text(row, "role", 50, "a requirement")),
                row.path("signoffs_required").asInt(1),
                dataVersion);
    }

    static PermissionSignoff permissionRequirement(JsonNode row, int dataVersion) {
        return new PermissionSignoff(
                text(row, "product", 15, "a requirement"),
                new Role(text(row, "role", 50, "a requirement")),
                row.path("signoffs_required").asInt(1),
                dataVersion);
    }

    /** Empty for somebody who holds nothing that is known here, or who cannot be kept under this name. */
    static Optional<Person> person(String name, JsonNode row) {
        Map<PermissionName, Permission> permissions = new EnumMap<>(PermissionName.class);
        row.path("permissions")
                .properties()
                .forEach(held -> permission(held.getKey(), held.getValue())
                        .ifPresent(permission -> permissions.put(permission.name(), permission)));
        Set<Role> roles = new HashSet<>();
        for (JsonNode role : row.path("roles")) {
            roles.add(new Role(
                    role.isString() ? role.asString() : role.path("role").asString("")));
        }
        return MirroredPeople.canBe(name, roles) && !(permissions.isEmpty() && roles.isEmpty())
                ? Optional.of(new Person(name, permissions, roles, false))
                : Optional.empty();
    }

    /** What it is narrowed to must be understood: otherwise it would give more. */
    static Optional<Permission> permission(String name, JsonNode row) {
        PermissionName known =
                PermissionName.named(name).filter(PermissionName::isOfBalrog).orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        try {
            JsonNode options = row.path("options");
            int version = Math.max(1, row.path("data_version").asInt(1));
            return Optional.of(
                    options.isString()
                            ? PermissionOptions.parse(known, options.asString(), version)
                            : PermissionOptions.read(known, options.isMissingNode() ? null : options, version));
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    static String text(JsonNode row, String column, int longest, String what) {
        String text = row.path(column).asString("");
        if (text.isEmpty() || text.length() > longest) {
            throw new SourceException("%s cannot be kept: its %s is '%s'".formatted(what, column, text));
        }
        return text;
    }

    static int version(JsonNode row, String what) {
        int version = row.path("data_version").asInt(0);
        if (version < 1) {
            throw new SourceException("%s is listed without a data version".formatted(what));
        }
        return version;
    }
}
