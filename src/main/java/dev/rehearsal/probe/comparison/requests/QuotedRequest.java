package dev.rehearsal.probe.comparison.requests;

import dev.rehearsal.probe.comparison.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request line of a client between quotes, such as {@code "GET /update/… HTTP/1.1"}.
 *
 * @param rest what follows, where the client's own name stands
 */
record QuotedRequest(String method, String target, String rest) {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final Pattern PROTOCOL = Pattern.compile(" HTTP/[0-9.]+$");
    private static final Pattern ESCAPED = Pattern.compile("(?s)\\\\(?:x([0-9A-Fa-f]{2})|(.))");

    /** Finds the first pair of quotes that holds one. */
    static Optional<QuotedRequest> in(String line) {
        int open = line.indexOf('"');
        while (open >= 0) {
            int close = closing(line, open + 1);
            if (close < 0) {
                return Optional.empty();
            }
            String inside = line.substring(open + 1, close);
            int space = inside.indexOf(' ');
            if (space > 0 && METHOD.matcher(inside.substring(0, space)).matches()) {
                String target = PROTOCOL.matcher(inside.substring(space + 1)).replaceFirst("");
                return Optional.of(
                        new QuotedRequest(inside.substring(0, space), unescaped(target), line.substring(close + 1)));
            }
            open = line.indexOf('"', close + 1);
        }
        return Optional.empty();
    }

    Optional<Request> request() {
        return LogLines.isRead(method) ? Request.of(target, LogLines.saysPowerPc(rest)) : Optional.empty();
    }

    private static int closing(String line, int from) {
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == '"') {
                return at;
            }
        }
        return -1;
    }

    /** Takes back what nginx ({@code \x22}) and Apache ({@code \"}) write for what a line could not hold. */
    private static String unescaped(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(escape -> Matcher.quoteReplacement(
                                escape.group(1) == null
                                        ? escape.group(2)
                                        : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
