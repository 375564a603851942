package dev.rehearsal.serve;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import dev.rehearsal.serve.UpdateRequest.MethodNotAllowed;
import dev.rehearsal.serve.UpdateRequest.Options;
import dev.rehearsal.serve.UpdateRequest.Redirect;
import dev.rehearsal.serve.UpdateRequest.Refused;
import dev.rehearsal.serve.UpdateRequest.Unrouted;
import org.jspecify.annotations.Nullable;

/** Reads what a client asks from the URL as it was sent. What it accepts and how it repairs it are Balrog facts. */
public final class QueryParser {

    private static final String OLD_ESR_SUFFIX = "esrpre";

    private QueryParser() {}

    /**
     * The query of a URL that somebody typed, such as {@code /update/6/…/update.xml?force=1}.
     *
     * @param url path and query string, with or without scheme and host
     */
    public static UpdateRequest parse(String url, @Nullable String userAgent) {
        int authority = url.startsWith("/") ? -1 : url.indexOf("://");
        int start = authority < 0 ? 0 : Math.max(url.indexOf('/', authority + 3), 0);
        int mark = url.indexOf('?', start);
        int end = mark < 0 ? url.length() : mark;
        return parse("GET", url.substring(start, end), mark < 0 ? null : url.substring(mark + 1), userAgent);
    }

    /**
     * @param rawPath the path with its escapes, as the client sent it
     * @param rawQuery what follows the {@code ?}, likewise
     */
    public static UpdateRequest parse(
            String method, String rawPath, @Nullable String rawQuery, @Nullable String userAgent) {
        return parse(method, UrlPath.of(rawPath), rawQuery, userAgent);
    }

    static UpdateRequest parse(String method, UrlPath path, @Nullable String rawQuery, @Nullable String userAgent) {
        Route route = Route.of(path);
        if (route == null) {
            return unrouted(method, path, rawQuery);
        }
        return switch (method) {
            case "GET", "HEAD" -> query(route, path, rawQuery, userAgent);
            case "OPTIONS" -> new Options();
            default -> new MethodNotAllowed();
        };
    }

    private static UpdateRequest unrouted(String method, UrlPath path, @Nullable String rawQuery) {
        if (path.hasEmptySegments()) {
            UrlPath merged = path.merged();
            if (Route.of(merged) != null) {
                return switch (method) {
                    case "GET", "HEAD", "OPTIONS" -> redirect(merged, rawQuery);
                    default -> new MethodNotAllowed();
                };
            }
        }
        return new Unrouted(path.startsWith("/update") ? Format.XML : Format.JSON);
    }

    private static Redirect redirect(UrlPath path, @Nullable String rawQuery) {
        String location = UrlText.encodePath(path.text());
        return new Redirect(
                rawQuery == null || rawQuery.isEmpty() ? location : location + "?" + UrlText.encodeQuery(rawQuery));
    }

    private static UpdateRequest query(
            Route route, UrlPath path, @Nullable String rawQuery, @Nullable String userAgent) {
        Parameters parameters = Parameters.parse(rawQuery, route.parameters());
        if (parameters.refusal() != null) {
            return new Refused(parameters.refusal());
        }
        return switch (route.format()) {
            case XML -> new Evaluate(xmlQuery(route, path, rawQuery, parameters, userAgent), Format.XML);
            case JSON -> new Evaluate(jsonQuery(route, path, parameters), Format.JSON);
        };
    }

    private static UpdateQuery xmlQuery(
            Route route, UrlPath path, @Nullable String rawQuery, Parameters parameters, @Nullable String userAgent) {
        int urlVersion = QueryVersion.of(path.text(), rawQuery);
        String buildTarget = UrlText.ascii(path.segment(5));
        // Only the capabilities keep what is not ASCII: numbers in other scripts are read (a Balrog fact).
        SystemCapabilities capabilities =
                route == Route.UPDATE_6 ? SystemCapabilities.parse(path.segment(9)) : SystemCapabilities.NOT_SENT;
        int distribution = route == Route.UPDATE_6 ? 10 : 9;
        return new UpdateQuery(
                urlVersion,
                UrlText.ascii(path.segment(2)),
                version(route, UrlText.ascii(path.segment(3))),
                UrlText.ascii(path.segment(4)),
                buildTarget,
                UrlText.ascii(path.segment(6)).replace("x86 ", ""),
                UrlText.ascii(path.segment(7)),
                route.hasOsVersion() && urlVersion != 1 ? UrlText.ascii(path.segment(8)) : "",
                capabilities.instructionSet(),
                capabilities.memory(),
                capabilities.jaws(),
                parameters.mig64() == null ? null : parameters.mig64().equals("1"),
                route.hasDistribution() ? UrlText.ascii(path.segment(distribution)) : "",
                route.hasDistribution() ? UrlText.ascii(path.segment(distribution + 1)) : null,
                headerArchitecture(buildTarget, userAgent),
                force(withoutAvast(parameters.force())),
                parameters.pin() == null ? null : UrlText.ascii(parameters.pin()));
    }

    private static UpdateQuery jsonQuery(Route route, UrlPath path, Parameters parameters) {
        return new UpdateQuery(
                0,
                path.segment(2),
                path.segment(3),
                null,
                path.segment(4),
                null,
                path.segment(5),
                route.hasOsVersion() ? path.segment(6) : "",
                "",
                null,
                null,
                null,
                "",
                null,
                null,
                force(parameters.force()),
                null);
    }

    private static String version(Route route, String version) {
        boolean old = route == Route.UPDATE_3
                && version.endsWith(OLD_ESR_SUFFIX)
                && version.length() > OLD_ESR_SUFFIX.length();
        return old ? version.substring(0, version.length() - OLD_ESR_SUFFIX.length()) : version;
    }

    static String headerArchitecture(String buildTarget, @Nullable String userAgent) {
        return buildTarget.startsWith("Darwin") && userAgent != null && userAgent.contains("PPC") ? "PPC" : "Intel";
    }

    /** Some versions of Avast add {@code ?avast=1} to a URL that has a query string already. */
    static @Nullable String withoutAvast(@Nullable String force) {
        if (force == null || !force.contains("avast")) {
            return force;
        }
        int mark = force.indexOf('?');
        if (mark < 0) {
            mark = force.indexOf("%3F");
        }
        return mark < 0 ? force : force.substring(0, mark);
    }

    private static Force force(@Nullable String value) {
        return switch (value) {
            case "1" -> Force.MAIN;
            case "-1" -> Force.FALLBACK;
            case null, default -> Force.NONE;
        };
    }
}
