package dev.rehearsal.blob;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in the one spelling that stands for all spellings of the same value: keys in order, no blanks, {@code 1},
 * {@code 1.0} and {@code 1e0} the same number.
 */
public final class CanonicalJson {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CanonicalJson() {}

    /**
     * Reads JSON without losing digits of a number; of a key that stands twice in an object the last value counts.
     *
     * @throws JacksonException if this is not JSON
     */
    public static JsonNode parse(byte[] json) {
        return EXACT.readTree(json);
    }

    /** UTF-8. */
    public static byte[] bytes(JsonNode value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value);
        return writer.out.toByteArray();
    }

    public static ContentHash hash(JsonNode value) {
        return Digest.of(bytes(value));
    }

    private void write(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value);
            case ARRAY -> writeArray(value);
            case STRING -> writeText(value.stringValue());
            case NUMBER -> writeAscii(JsonNumber.canonical(value));
            case BOOLEAN -> writeAscii(value.booleanValue() ? "true" : "false");
            case NULL -> writeAscii("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("Not a JSON value: " + value);
        }
    }

    private void writeObject(JsonNode object) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        fields.sort(Map.Entry.comparingByKey());
        char separator = '{';
        for (Map.Entry<String, JsonNode> field : fields) {
            out.write(separator);
            separator = ',';
            writeText(field.getKey());
            out.write(':');
            write(field.getValue());
        }
        writeAscii(fields.isEmpty() ? "{}" : "}");
    }

    private void writeArray(JsonNode array) {
        char separator = '[';
        for (JsonNode element : array) {
            out.write(separator);
            separator = ',';
            write(element);
        }
        writeAscii(array.isEmpty() ? "[]" : "]");
    }

    private void writeText(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c < ' ' || isHalfOfPair(c)) {
                // Half a surrogate pair has no UTF-8 form: unescaped, all of them would become the same question mark.
                escaped.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        out.writeBytes(escaped.append('"').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isHalfOfPair(int codePoint) {
        return codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    }

    private void writeAscii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
