package dev.rehearsal.insight.preview;

import dev.rehearsal.serve.QueryParser;
import dev.rehearsal.serve.UpdateRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An update URL that somebody pasted: read as a client's would be, and rewritten for another channel.
 *
 * @param path from the first slash after the host, with its query string
 */
public record AskedUrl(String path) {

    private static final String FORM =
            "/update/6/Product/Version/BuildID/BuildTarget/Locale/Channel/OSVersion/Capabilities/Distribution/"
                    + "DistVersion/update.xml";

    /** What people vary of a client when they ask; in the order in which URLs have it. */
    public enum Part {
        VERSION(4),
        BUILD_ID(5),
        BUILD_TARGET(6),
        LOCALE(7),
        OS_VERSION(9);

        private final int segment;

        Part(int segment) {
            this.segment = segment;
        }
    }

    /** @param text with or without scheme, host and first slash; spaces around it do not matter */
    public static AskedUrl of(String text) {
        String url = text.strip();
        int authority = url.indexOf("://");
        if (authority < 0) {
            return new AskedUrl(url.startsWith("/") ? url : "/" + url);
        }
        int slash = url.indexOf('/', authority + 3);
        return new AskedUrl(slash < 0 ? "/" : url.substring(slash));
    }

    /**
     * The query that rules decide.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong, for any other URL
     */
    public UpdateRequest.Evaluate read() {
        UpdateRequest request = QueryParser.parse(path, null);
        if (request instanceof UpdateRequest.Redirect(String location)) {
            request = QueryParser.parse(location, null);
        }
        return switch (request) {
            case UpdateRequest.Evaluate evaluate -> evaluate;
            case UpdateRequest.Refused(String detail) ->
                throw new IllegalArgumentException("A client would get a 400 for this URL. " + detail);
            case UpdateRequest.Unrouted _,
                    UpdateRequest.Redirect _,
                    UpdateRequest.Options _,
                    UpdateRequest.MethodNotAllowed _ ->
                throw new IllegalArgumentException("This is no update URL. One looks like " + FORM);
        };
    }

    /** Returns what the URL says of a part; empty where its form does not carry that, or it cannot be read. */
    public Optional<String> part(Part part) {
        String[] segments = segments();
        if (!carries(segments, part)) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(segments[part.segment].replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEscaped) {
            return Optional.empty();
        }
    }

    /** Returns the URL of a client that differs in one part; this one where its form does not carry that. */
    public AskedUrl with(Part part, String value) {
        String[] segments = segments();
        if (!carries(segments, part)) {
            return this;
        }
        segments[part.segment] =
                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return new AskedUrl(String.join("/", segments) + path.substring(end()));
    }

    private static boolean carries(String[] segments, Part part) {
        return segments.length > part.segment + 1 && segments[1].equals("update");
    }

    private String[] segments() {
        return path.substring(0, end()).split("/", -1);
    }

    /** Where the query string begins. */
    private int end() {
        int mark = path.indexOf('?');
        return mark < 0 ? path.length() : mark;
    }

    /** Returns the URL on another channel; empty where the channel is escaped in a way that hides it. */
    public Optional<AskedUrl> on(String channel, String other) {
        String[] segments = segments();
        int at = segments.length > 1 && segments[1].equals("json") ? 6 : 8;
        if (at >= segments.length || !segments[at].equals(channel)) {
            return Optional.empty();
        }
        segments[at] = other;
        return Optional.of(new AskedUrl(String.join("/", segments) + path.substring(end())));
    }
}
