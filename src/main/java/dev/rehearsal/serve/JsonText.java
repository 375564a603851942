package dev.rehearsal.serve;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The few JSON objects that this package writes itself. */
final class JsonText {

    private JsonText() {}

    /** A JSON string in ASCII, or {@code null}. */
    static String quote(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < 0x20 || character >= 0x7F) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    /** Problem details as RFC 9457 has them, in Balrog's layout. */
    static String problem(int status, @Nullable String title, String detail) {
        return """
                {
                  "detail": %s,
                  "status": %d,
                  "title": %s,
                  "type": "about:blank"
                }
                """.formatted(quote(detail), status, quote(title));
    }
}
