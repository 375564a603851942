package dev.rehearsal.api.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A release's blob in a body: an object, or the text of one. */
public final class BlobJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private BlobJson() {}

    public static ObjectNode read(JsonFields fields, String field) {
        JsonNode sent = fields.json().path(field);
        ObjectNode nothing = JSON.createObjectNode();
        if (sent.isMissingNode() || sent.isNull()) {
            return fields.wrong(field, "is missing", nothing);
        }
        try {
            JsonNode blob = sent.isString() ? JSON.readTree(sent.asString()) : sent;
            return blob instanceof ObjectNode object
                    ? object
                    : fields.wrong(field, "must be the release's blob, a JSON object", nothing);
        } catch (JacksonException e) {
            return fields.wrong(field, "is not valid JSON: " + e.getOriginalMessage(), nothing);
        }
    }
}
