package dev.rehearsal.insight.preview;

import dev.rehearsal.serve.QueryParser;
import dev.rehearsal.serve.UpdateRequest;
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

    /** The same URL on another channel; empty where the channel is escaped in a way that hides it. */
    public Optional<AskedUrl> on(String channel, String other) {
        int mark = path.indexOf('?');
        int end = mark < 0 ? path.length() : mark;
        String[] segments = path.substring(0, end).split("/", -1);
        int at = segments.length > 1 && segments[1].equals("json") ? 6 : 8;
        if (at >= segments.length || !segments[at].equals(channel)) {
            return Optional.empty();
        }
        segments[at] = other;
        return Optional.of(new AskedUrl(String.join("/", segments) + path.substring(end)));
    }
}
