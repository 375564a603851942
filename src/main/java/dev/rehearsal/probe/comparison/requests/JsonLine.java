package dev.rehearsal.probe.comparison.requests;

import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line that is a JSON object: the request stands in one of the fields that servers and clouds name it by, at any depth. */
final class JsonLine {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> URLS = List.of(
            "request_uri",
            "requestUri",
            "ClientRequestURI",
            "requestUrl",
            "url",
            "uri",
            "path",
            "target",
            "request",
            "cs-uri-stem");
    private static final List<String> QUERIES = List.of("query", "query_string", "args", "cs-uri-query");
    private static final List<String> METHODS = List.of("method", "request_method", "requestMethod", "verb");
    private static final List<String> AGENTS =
            List.of("user_agent", "http_user_agent", "userAgent", "agent", "ClientRequestUserAgent");
    private static final List<String> COUNTS = List.of("count", "times", "hits");

    private JsonLine() {}

    static Optional<Counted> read(String line) {
        JsonNode json;
        try {
            // Lines are read a character for each byte; JSON is UTF-8.
            json = JSON.readTree(line.getBytes(StandardCharsets.ISO_8859_1));
        } catch (JacksonException _) {
            return Optional.empty();
        }
        String method = text(json, METHODS);
        if (!method.isEmpty() && !LogLines.isRead(method)) {
            return Optional.empty();
        }
        boolean powerPc = LogLines.saysPowerPc(text(json, AGENTS));
        return URLS.stream()
                .flatMap(name -> json.findValues(name).stream())
                .filter(JsonNode::isString)
                .flatMap(value -> url(value.asString()).stream())
                .map(url -> withQuery(url, text(json, QUERIES)))
                .flatMap(url -> Request.of(url, powerPc).stream())
                .findFirst()
                .map(request -> new Counted(request, LogLines.times(count(json))));
    }

    /** The value itself, or the middle of a request line such as {@code GET /update/… HTTP/1.1}. */
    private static Optional<String> url(String value) {
        String[] words = value.strip().split(" ", 2);
        if (words[0].matches("[A-Z]+") && words.length == 2) {
            return LogLines.isRead(words[0])
                    ? Optional.of(words[1].replaceFirst(" HTTP/[0-9.]+$", ""))
                    : Optional.empty();
        }
        return Optional.of(value);
    }

    private static String withQuery(String url, String query) {
        String kept = query.startsWith("?") ? query.substring(1) : query;
        return bytes(kept.isEmpty() || kept.equals("-") || url.contains("?") ? url : url + "?" + kept);
    }

    /** A character for each byte, as targets have them. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String text(JsonNode json, List<String> names) {
        return names.stream()
                .flatMap(name -> json.findValues(name).stream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse("");
    }

    private static String count(JsonNode json) {
        return COUNTS.stream()
                .map(json::path)
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asString)
                .findFirst()
                .orElse("1");
    }
}
