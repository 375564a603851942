package dev.rehearsal.mirror;

import dev.rehearsal.blob.BlobParts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads Balrog's tree over the parts of a release. */
final class PartVersions {

    private PartVersions() {}

    /** Returns the data version of each part by its path. */
    static ObjectNode flat(JsonNode tree) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        flat.set(BlobParts.BASE_PATH, tree.path(BlobParts.BASE_PATH));
        tree.path("platforms")
                .properties()
                .forEach(platform -> platform.getValue()
                        .path("locales")
                        .properties()
                        .forEach(locale ->
                                flat.set(BlobParts.localePath(platform.getKey(), locale.getKey()), locale.getValue())));
        flat.properties().forEach(part -> {
            if (!part.getValue().isIntegralNumber()) {
                throw new SourceException("a release has no data version for its part '%s'".formatted(part.getKey()));
            }
        });
        return flat;
    }
}
