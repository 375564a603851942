package dev.rehearsal.insight.preview;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.problem.UrlSegment;
import dev.rehearsal.serve.QueryParser;
import dev.rehearsal.serve.UpdateRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * An update URL that somebody pasted: read as a client's would be, and rewritten for another channel.
 *
 * @param path from the first slash after the host, with its query string
 */
public record AskedUrl(String path) {

    private static final String FORM =
            "/update/6/Product/Version/BuildID/BuildTarget/Locale/Channel/OSVersion/Capabilities/Distribution/"
                    + "DistVersion/update.xml";

    /** Dropped from what a URL says as locale. */
    private static final String UNSAID_OF_A_LOCALE = "x86 ";

    /** The parts of a URL that people vary when they ask; in the order in which URLs have them. */
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

    /** Returns a URL that asks so; empty where none does, as for what the header of a request says. */
    public static Optional<AskedUrl> of(UpdateQuery query) {
        AskedUrl asked = new AskedUrl(
                query.headerArchitecture() == null
                        ? joined(
                                "json/2",
                                query.product(),
                                query.version(),
                                query.buildTarget(),
                                query.channel(),
                                query.osVersion(),
                                "update.json")
                        : xml(query));
        try {
            return asked.read().query().equals(query) ? Optional.of(asked) : Optional.empty();
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    /**
     * Returns a URL that asks like a request of which only the query was kept: what its header said, and which form its URL
     * had, is not in it. Empty where no URL says such.
     */
    public static Optional<AskedUrl> like(UpdateQuery kept) {
        if (kept.urlVersion() == 0) {
            return of(kept);
        }
        AskedUrl asked = new AskedUrl(xml(kept));
        try {
            UpdateQuery said = asked.read().query();
            return said.withoutForm()
                            .equals(kept.withForce(UpdateQuery.Force.NONE).withoutForm())
                    ? Optional.of(asked)
                    : Optional.empty();
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    private static String xml(UpdateQuery query) {
        String distVersion = query.distVersion();
        String locale = String.valueOf(query.locale());
        String path = joined(
                distVersion == null ? "update/2" : "update/6",
                query.product(),
                query.version(),
                String.valueOf(query.buildId()),
                query.buildTarget(),
                locale.isEmpty() ? UNSAID_OF_A_LOCALE : locale,
                query.channel(),
                query.osVersion());
        return path
                + (distVersion == null ? "/" : joined("", capabilities(query), query.distribution(), distVersion, ""))
                + "update.xml"
                + parameters(query);
    }

    private static String parameters(UpdateQuery query) {
        StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");
        if (query.mig64() != null) {
            parameters.add("mig64=" + (query.mig64() ? 1 : 0));
        }
        if (query.pin() != null) {
            parameters.add("pin=" + URLEncoder.encode(query.pin(), StandardCharsets.UTF_8));
        }
        return parameters.toString();
    }

    private static String capabilities(UpdateQuery query) {
        return "ISET:" + query.instructionSet()
                + (query.memory() == null ? "" : ",MEM:" + query.memory())
                + (query.jaws() == null ? "" : ",JAWS:" + (query.jaws() ? 1 : 0));
    }

    private static String joined(String start, String... segments) {
        StringBuilder path = new StringBuilder(start.isEmpty() ? "" : "/" + start);
        for (String segment : segments) {
            path.append('/').append(escaped(segment));
        }
        return path.toString();
    }

    private static String escaped(String segment) {
        String escaped = UrlSegment.of(segment);
        return segment.equals(".") || segment.equals("..") ? escaped.replace(".", "%2E") : escaped;
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
        segments[part.segment] = UrlSegment.of(value);
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
