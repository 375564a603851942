package dev.rehearsal.dataset;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.live.Pin;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.probe.Probe;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a dataset as they are written, each in the form in which it is read. */
final class DatasetObjects {

    private DatasetObjects() {}

    static ObjectNode rule(Rule rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rule_id", rule.id().value());
        for (RuleField field : RuleField.values()) {
            json.set(field.wireName(), value(field.read(rule)));
        }
        return json.put("data_version", rule.dataVersion());
    }

    /** @param parts whose data versions are written where they are not what they would be by themselves */
    static ObjectNode release(
            Release release, boolean secondApi, Collection<ReleasePart> parts, JsonNode blob, RowNumbers numbers) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", release.name().value())
                .put("product", release.product())
                .put("read_only", release.readOnly())
                .put("data_version", release.dataVersion())
                .put("incarnation", numbers.incarnations().applyAsLong(release.incarnation()));
        if (secondApi) {
            json.put(ReleaseObjects.SECOND_API, true);
        }
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        for (ReleasePart part : parts) {
            int byItself = part.path().equals(BlobParts.BASE_PATH) ? release.dataVersion() : 1;
            if (part.dataVersion() != byItself) {
                versions.put(part.path(), part.dataVersion());
            }
        }
        if (!versions.isEmpty()) {
            json.set("part_data_versions", versions);
        }
        json.set("blob", blob);
        return json;
    }

    static ObjectNode pin(Pin pin, RowNumbers numbers) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("product", pin.product())
                .put("channel", pin.channel())
                .put("version", pin.version())
                .put("mapping", pin.mapping().value())
                .put("data_version", pin.dataVersion())
                .put("incarnation", numbers.incarnations().applyAsLong(pin.incarnation()));
    }

    static ObjectNode person(Person person, RowNumbers numbers) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", person.id().value())
                .put("name", person.name());
        ArrayNode roles = json.putArray("roles");
        ObjectNode grants = JsonNodeFactory.instance.objectNode();
        person.sortedRoles().forEach(role -> {
            roles.add(role.name());
            grants.set(role.name(), grant(Objects.requireNonNull(person.grants().get(role)), numbers));
        });
        if (!grants.isEmpty()) {
            json.set("grants", grants);
        }
        ObjectNode permissions = json.putObject("permissions");
        person.permissions().values().stream()
                .sorted(Comparator.comparing(Permission::name))
                .forEach(permission ->
                        permissions.set(permission.name().wireName(), PermissionOptions.write(permission)));
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        person.permissions().values().stream()
                .filter(permission -> permission.dataVersion() != 1)
                .sorted(Comparator.comparing(Permission::name))
                .forEach(permission -> versions.put(permission.name().wireName(), permission.dataVersion()));
        if (!versions.isEmpty()) {
            json.set("permission_data_versions", versions);
        }
        return json;
    }

    private static ObjectNode grant(RoleGrant grant, RowNumbers numbers) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", numbers.grants().applyAsLong(grant.grant()))
                .put("by", grant.by().name())
                .put("at", grant.at().toEpochMilli());
        return grant.confirmedBy() == null
                ? json
                : json.put("confirmed_by", grant.confirmedBy().name());
    }

    static ObjectNode probe(Probe probe) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", probe.name())
                .put("url", probe.url())
                .put("expect", probe.expected().kind().wireName());
        if (probe.expected().answer() != null) {
            json.put("answer", probe.expected().answer());
        }
        return json.put("note", probe.note()).put("data_version", probe.dataVersion());
    }

    /** Tells a row of configuration as the API does. */
    static <R> ObjectNode row(RowKind<R> kind, R row) {
        return JsonMapper.shared().valueToTree(kind.told(row));
    }

    /** @param number that the dataset knows it by */
    static <R> ObjectNode row(RowKind<R> kind, R row, long number) {
        return row(kind, row).put("id", number);
    }

    static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNodeFactory.instance.nullNode();
            case Integer number -> JsonNodeFactory.instance.numberNode(number);
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            default -> JsonNodeFactory.instance.stringNode(value.toString());
        };
    }
}
