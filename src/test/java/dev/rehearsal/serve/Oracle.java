package dev.rehearsal.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Expected answers that Balrog itself computed. */
public final class Oracle {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private Oracle() {}

    public static JsonNode json(String file) {
        return JSON.readTree(bytes(file));
    }

    public static List<JsonNode> lines(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    /** One table of {@code matchers.json}. */
    public static List<JsonNode> table(String name) {
        return json("matchers.json").get(name).valueStream().toList();
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = Oracle.class.getResourceAsStream("/oracle/" + file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
