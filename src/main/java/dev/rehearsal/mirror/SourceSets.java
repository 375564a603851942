package dev.rehearsal.mirror;

import dev.rehearsal.access.HeldPermission;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.enactment.SourceChange;
import dev.rehearsal.enactment.SourceSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what is scheduled at a source; what cannot be told here is left out, and said. */
final class SourceSets {

    private static final String INSERT = "insert";
    private static final String DELETE = "delete";

    private final ReleaseFetch fetch;
    private final Listing listing;
    private final List<String> leftOut = new ArrayList<>();

    SourceSets(ReleaseFetch fetch, Listing listing) {
        this.fetch = fetch;
        this.listing = listing;
    }

    /** Returns what could not be told. */
    List<String> leftOut() {
        return leftOut;
    }

    List<SourceSet> read() throws ReleaseFetch.MovedException {
        List<SourceSet> sets = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : listing.of(MirroredKind.SETS).entrySet()) {
            String source = entry.getKey();
            // What cannot be read just now ends the look: to leave it out would be to withdraw it here.
            Map<String, JsonNode> parts = source.startsWith(ListingReader.SECOND_API)
                    ? fetch.scheduledParts(source.substring(ListingReader.SECOND_API.length()))
                    : Map.of();
            try {
                set(source, entry.getValue(), parts).ifPresent(sets::add);
            } catch (SourceException | JacksonException e) {
                leftOut.add("%s: %s".formatted(source, e.getMessage()));
            }
        }
        return sets;
    }

    private Optional<SourceSet> set(String source, JsonNode row, Map<String, JsonNode> parts) {
        if (source.startsWith(ListingReader.SECOND_API)) {
            String name = source.substring(ListingReader.SECOND_API.length());
            return Optional.of(set(source, null, "release " + name, row.path(0), List.of(secondApi(name, row, parts))));
        }
        String kind = source.substring(0, source.lastIndexOf('/'));
        Long number = kind.equals("rules") ? row.path("sc_id").asLong() : null;
        return switch (kind) {
            case "rules" -> Optional.of(set(source, number, ruleTitle(row), row, List.of(rule(row))));
            case "releases" ->
                Optional.of(set(source, number, "release " + text(row, "name"), row, List.of(release(row))));
            case "pinnable_releases" ->
                Optional.of(set(source, number, "pin %s".formatted(text(row, "version")), row, List.of(pin(row))));
            case "permissions" -> permission(source, row);
            case "required_signoffs/product" -> Optional.of(requirement(source, row));
            case "required_signoffs/permissions" -> Optional.of(permissionRequirement(source, row));
            case "emergency_shutoff" -> Optional.of(shutoff(source, row));
            default -> Optional.empty();
        };
    }

    private static SourceSet set(
            String source, @Nullable Long number, String what, JsonNode row, List<SourceChange> changes) {
        if (!row.path("when").isIntegralNumber()) {
            throw new SourceException("it has no time");
        }
        Map<Actor, Role> signoffs = new HashMap<>();
        row.path("signoffs").properties().forEach(given -> {
            if (given.getValue().isString()) {
                signoffs.put(
                        new Actor(given.getKey()), new Role(given.getValue().asString()));
            }
        });
        String type = row.path("change_type").asString("");
        String verb = type.equals(INSERT) ? "Add " : type.equals(DELETE) ? "Remove " : "Change ";
        return new SourceSet(
                source,
                number,
                verb + what,
                new Actor(SourceRows.text(row, "scheduled_by", 100, "it")),
                Instant.ofEpochMilli(row.path("when").asLong()),
                Math.max(1, row.path("sc_data_version").asInt(1)),
                changes,
                signoffs);
    }

    private static String ruleTitle(JsonNode row) {
        return row.path("change_type").asString("").equals(INSERT)
                ? "a rule for %s on %s"
                        .formatted(
                                row.path("product").asString("any"),
                                row.path("channel").asString("any"))
                : "rule " + row.path("rule_id").asString("");
    }

    private static SourceChange rule(JsonNode row) {
        String type = row.path("change_type").asString("");
        RuleId id = new RuleId(
                type.equals(INSERT) ? 1 : Math.max(1, row.path("rule_id").asLong(1)));
        return switch (type) {
            case INSERT -> new SourceChange.AddedRule(SourceRows.rule(id, row, 1));
            case DELETE -> new SourceChange.RemovedRule(id);
            default -> new SourceChange.EditedRule(id, SourceRows.rule(id, row, 1));
        };
    }

    private SourceChange release(JsonNode row) {
        ReleaseName name = new ReleaseName(text(row, "name"));
        String type = row.path("change_type").asString("");
        if (type.equals(DELETE)) {
            return new SourceChange.RemovedRelease(name);
        }
        JsonNode data = row.path("data");
        JsonNode blob = data.isString() ? CanonicalJson.parse(data.asString().getBytes(StandardCharsets.UTF_8)) : data;
        String product = text(row, "product");
        boolean readOnly = row.path("read_only").asBoolean(false);
        Map<String, ContentHash> parts =
                fetch.store(name.value(), product, blob).manifest().parts();
        return type.equals(INSERT)
                ? new SourceChange.AddedRelease(name, product, readOnly, parts)
                : new SourceChange.EditedRelease(name, product, readOnly, new HashMap<>(parts), true);
    }

    private SourceChange secondApi(String name, JsonNode rows, Map<String, JsonNode> after) {
        Map<String, @Nullable ContentHash> parts = new TreeMap<>();
        String product = null;
        Boolean readOnly = null;
        boolean added = false;
        for (JsonNode row : rows) {
            String path = row.path("path").asString(BlobParts.BASE_PATH);
            boolean removed = row.path("change_type").asString("").equals(DELETE);
            if (path.equals(BlobParts.BASE_PATH)) {
                if (removed) {
                    return new SourceChange.RemovedRelease(new ReleaseName(name));
                }
                added = row.path("change_type").asString("").equals(INSERT);
                product = row.path("product").isString() ? row.path("product").asString() : null;
                readOnly = row.path("read_only").isBoolean()
                        ? row.path("read_only").asBoolean()
                        : null;
            }
            JsonNode part = after.get(path);
            parts.put(path, removed || part == null ? null : fetch.storePart(part));
        }
        if (added) {
            Map<String, ContentHash> made = new TreeMap<>();
            parts.forEach((path, hash) -> {
                if (hash != null) {
                    made.put(path, hash);
                }
            });
            return new SourceChange.AddedRelease(
                    new ReleaseName(name), product == null ? "" : product, Boolean.TRUE.equals(readOnly), made);
        }
        return new SourceChange.EditedRelease(new ReleaseName(name), product, readOnly, parts, false);
    }

    private static SourceChange pin(JsonNode row) {
        Pins.Key key = new Pins.Key(text(row, "product"), text(row, "channel"), text(row, "version"));
        boolean removed = row.path("change_type").asString("").equals(DELETE);
        return new SourceChange.EditedPin(key, removed ? null : new ReleaseName(text(row, "mapping")));
    }

    private Optional<SourceSet> permission(String source, JsonNode row) {
        String person = text(row, "username");
        String name = text(row, "permission");
        Permission wanted = SourceRows.permission(name, row).orElse(null);
        if (wanted == null) {
            throw new SourceException("the permission %s is not known here".formatted(name));
        }
        JsonNode held = listing.of(MirroredKind.PERMISSIONS)
                .getOrDefault(person, row.path("none"))
                .path("permissions")
                .path(name);
        Permission before =
                held.isMissingNode() ? null : SourceRows.permission(name, held).orElse(null);
        return Optional.of(row(
                source,
                "permission %s of %s".formatted(name, person),
                row,
                RowKinds.PERMISSIONS,
                before == null ? null : new HeldPermission(person, before),
                new HeldPermission(person, wanted)));
    }

    private SourceSet requirement(String source, JsonNode row) {
        RequiredSignoff before = live(
                MirroredKind.REQUIREMENTS,
                ListingReader.key(row, "product", "channel", "role"),
                found -> SourceRows.requirement(found, SourceRows.version(found, "a requirement")));
        return row(
                source,
                "required signoffs of %s on %s".formatted(text(row, "product"), text(row, "channel")),
                row,
                RowKinds.REQUIREMENTS,
                before,
                SourceRows.requirement(row, 1));
    }

    private SourceSet permissionRequirement(String source, JsonNode row) {
        PermissionSignoff before = live(
                MirroredKind.PERMISSION_REQUIREMENTS,
                ListingReader.key(row, "product", "role"),
                found -> SourceRows.permissionRequirement(found, SourceRows.version(found, "a requirement")));
        return row(
                source,
                "required signoffs for permissions of %s".formatted(text(row, "product")),
                row,
                RowKinds.PERMISSION_REQUIREMENTS,
                before,
                SourceRows.permissionRequirement(row, 1));
    }

    private SourceSet shutoff(String source, JsonNode row) {
        Shutoff before = live(MirroredKind.SHUTOFFS, ListingReader.key(row, "product", "channel"), SourceRows::shutoff);
        if (before == null) {
            throw new SourceException("there is no such shutoff");
        }
        return row(
                source,
                "the shutoff of %s on %s".formatted(before.product(), before.channel()),
                row,
                RowKinds.SHUTOFFS,
                before,
                null);
    }

    private <R> @Nullable R live(MirroredKind kind, String key, Function<JsonNode, R> read) {
        JsonNode found = listing.of(kind).get(key);
        return found == null ? null : read.apply(found);
    }

    private static <R> SourceSet row(
            String source, String what, JsonNode row, RowKind<R> kind, @Nullable R before, @Nullable R wanted) {
        R after = row.path("change_type").asString("").equals(DELETE) ? null : wanted;
        if (before == null && after == null) {
            throw new SourceException("there is no such row");
        }
        return set(source, null, what, row, List.of(new SourceChange.EditedRow<>(kind, before, after)));
    }

    private static String text(JsonNode row, String column) {
        return SourceRows.text(row, column, 100, "it");
    }
}
