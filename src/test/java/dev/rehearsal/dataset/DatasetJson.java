package dev.rehearsal.dataset;

import dev.rehearsal.blob.BlobBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes datasets, part by part; in JSON, single quotes may stand for double ones. */
final class DatasetJson {

    /** Half a character has no other form in a file. */
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    static DatasetJson aDataset() {
        return new DatasetJson();
    }

    DatasetJson with(String part, String... objects) {
        ArrayNode array = json.withArray(part);
        for (String object : objects) {
            array.add(BlobBuilder.parse(object));
        }
        return this;
    }

    /** A rule with what each rule must have, and these fields. */
    DatasetJson withRule(int id, String... fields) {
        ObjectNode rule = (ObjectNode) BlobBuilder.parse(
                "{'rule_id': %d, 'priority': 100, 'backgroundRate': 100, 'update_type': 'minor'}".formatted(id));
        for (String field : fields) {
            rule.setAll((ObjectNode) BlobBuilder.parse("{" + field + "}"));
        }
        json.withArray("rules").add(rule);
        return this;
    }

    DatasetJson withRelease(String name) {
        return withRelease(name, BlobBuilder.aRelease(9).json());
    }

    DatasetJson withRelease(String name, JsonNode blob) {
        ObjectNode release = json.withArray("releases").addObject();
        release.put("name", name).put("product", "Firefox");
        release.set("blob", ((ObjectNode) blob).deepCopy().put("name", name));
        return this;
    }

    DatasetFile in(Path folder) {
        return write(folder, ASCII.writeValueAsString(json));
    }

    static DatasetFile write(Path folder, String text) {
        try {
            Path file = Files.createTempFile(folder, "dataset", ".json");
            Files.writeString(file, text);
            return DatasetFile.at(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
