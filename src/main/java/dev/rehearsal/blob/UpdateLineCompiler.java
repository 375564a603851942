package dev.rehearsal.blob;

import dev.rehearsal.blob.GroupedUpdateLine.Attribute;
import dev.rehearsal.blob.GroupedUpdateLine.Field;
import dev.rehearsal.blob.GroupedUpdateLine.Group;
import dev.rehearsal.matching.BuildIdPattern;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.VersionPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles the update line of an application release. */
final class UpdateLineCompiler {

    private static final int ATTRIBUTE = 150;

    private static final List<String> LOCALIZED =
            List.of("detailsUrl", "licenseUrl", "billboardURL", "openURL", "notificationURL", "alertURL");

    /** Names the optional fields of schemas 2 to 8, in the order in which they are written; no schema has all of them. */
    private static final List<String> OPTIONAL = List.of(
            "billboardURL",
            "showPrompt",
            "showNeverForVersion",
            "actions",
            "openURL",
            "notificationURL",
            "alertURL",
            "promptWaitTime",
            "binTransMerkleRoot",
            "binTransCertificate",
            "binTransSCTList");

    private final BlobSchema schema;
    private final Compilation compilation;

    UpdateLineCompiler(BlobSchema schema, Compilation compilation) {
        this.schema = schema;
        this.compilation = compilation;
    }

    UpdateLine compile(JsonNode blob) {
        List<UpdateAttribute> urls = attributes(blob, List.of("detailsUrl", "licenseUrl"));
        return switch (schema) {
            case APP_1 -> new ExtensionUpdateLine(urls, Compilation.isTrue(blob, "oldVersionSpecialCases"));
            case APP_9 -> new GroupedUpdateLine(groups(blob));
            default -> new DisplayUpdateLine(urls, attributes(blob, OPTIONAL));
        };
    }

    private List<UpdateAttribute> attributes(JsonNode blob, List<String> names) {
        List<UpdateAttribute> attributes = new ArrayList<>();
        for (String name : names) {
            String value = printed(blob, name);
            if (value != null) {
                compilation.takes(ATTRIBUTE);
                attributes.add(UpdateAttribute.of(name.replace("Url", "URL"), value, LOCALIZED.contains(name)));
            }
        }
        return List.copyOf(attributes);
    }

    private @Nullable String printed(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isBoolean() ? Boolean.toString(value.booleanValue()) : compilation.textOrNumber(object, field);
    }

    private List<Group> groups(JsonNode blob) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : Compilation.array(blob, "updateLine")) {
            groups.add(new Group(
                    group.path("for").isObject() ? conditions(group.path("for")) : null,
                    group.path("fields").isObject() ? fields(group.path("fields")) : null));
        }
        return List.copyOf(groups);
    }

    private List<Field> fields(JsonNode given) {
        List<Field> fields = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            String value = printed(given, attribute.wireName);
            if (value != null) {
                compilation.takes(ATTRIBUTE);
                UpdateAttribute compiled = UpdateAttribute.of(attribute.wireName, value, attribute.isLocalized());
                fields.add(new Field(attribute, compiled.value()));
            }
        }
        return List.copyOf(fields);
    }

    private UpdateLineConditions conditions(JsonNode given) {
        return new UpdateLineConditions(
                patterns(given, "channels", ChannelPattern::of),
                given.has("locales") ? Set.copyOf(compilation.textList(given, "locales")) : null,
                patterns(given, "versions", VersionPattern::of),
                patterns(given, "buildIDs", BuildIdPattern::of));
    }

    private <T> @Nullable List<T> patterns(JsonNode given, String field, Function<String, T> compile) {
        if (!given.has(field)) {
            return null;
        }
        return compilation.textList(given, field).stream().map(compile).toList();
    }
}
