package dev.rehearsal.history.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON that can be read in one way only: UTF-8, no name twice, nothing after it. */
final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** @param what begins the sentence, such as {@code the envelope} */
    static ObjectNode object(String what, byte[] bytes) throws NoReceiptException {
        JsonNode read;
        try {
            read = MAPPER.readTree(text(what, bytes));
        } catch (JacksonException wrong) {
            throw new NoReceiptException(
                    what + " is no JSON that can be read in one way only: " + wrong.getOriginalMessage(), wrong);
        }
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw new NoReceiptException(what + " is no JSON object");
    }

    private static String text(String what, byte[] bytes) throws NoReceiptException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new NoReceiptException(what + " is no UTF-8", wrong);
        }
    }

    /** Refuses fields that nobody knows: they could say what nobody has checked. */
    static void allowOnly(String what, JsonNode object, Set<String> known) throws NoReceiptException {
        Set<String> unknown = new TreeSet<>(object.propertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new NoReceiptException(what + " has fields that nobody knows: " + String.join(", ", unknown));
        }
    }

    static String text(String what, JsonNode object, String name) throws NoReceiptException {
        JsonNode value = object.path(name);
        if (!value.isString()) {
            throw new NoReceiptException("%s has no text '%s'".formatted(what, name));
        }
        return value.asString();
    }

    static JsonNode list(String what, JsonNode object, String name) throws NoReceiptException {
        JsonNode value = object.path(name);
        if (!value.isArray()) {
            throw new NoReceiptException("%s has no list '%s'".formatted(what, name));
        }
        return value;
    }

    static ObjectNode objectIn(String what, JsonNode object, String name) throws NoReceiptException {
        if (object.path(name) instanceof ObjectNode value) {
            return value;
        }
        throw new NoReceiptException("%s has no object '%s'".formatted(what, name));
    }
}
