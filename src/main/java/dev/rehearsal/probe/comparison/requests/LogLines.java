package dev.rehearsal.probe.comparison.requests;

import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Request;
import dev.rehearsal.problem.RefusedException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the update request in a line, whatever wrote it: the common and combined log formats of nginx and Apache, that of AWS
 * load balancers, tab-separated ones such as CloudFront's, JSON, plain paths and URLs, and those counted by {@code uniq -c}.
 *
 * <p>Lines are told apart one by one, so a file may mix them; only the {@code #Fields:} of a tab-separated log hold on.
 */
final class LogLines {

    /** Any byte may stand in a line, also one that would end a line elsewhere. */
    private static final Pattern COUNTED = Pattern.compile("(?s)^\\s*([+-]?\\d+)\\s+(\\S.*)$");

    private static final Pattern BARE =
            Pattern.compile("(?s)^(?:(?:GET|HEAD) )?((?:https?://[^/\\s]+)?/(?:update|json)/.*)$");
    private static final Pattern WHOLE_BARE =
            Pattern.compile("(?s)^(.*?/update\\.(?:xml|json)(?:\\?\\S*)?)(?:\\s.*)?$");
    private static final Pattern WORD =
            Pattern.compile("(?<![^\\s\"'=,|;])((?:https?://[^/\\s\"]+)?/(?:update|json)/[^\\s\"',|;]*)");

    /** As many digits as any number has that can be counted to, and a sign. */
    private static final int LONGEST_COUNT = 20;

    private final TabbedLines tabbed = new TabbedLines();

    /** Whether a line tells nothing about a request, such as an empty one. */
    boolean isAside(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    /** @throws RefusedException if it counts wrongly */
    Optional<Counted> read(String line) {
        if (line.startsWith("#")) {
            tabbed.name(line);
            return Optional.empty();
        }
        if (line.startsWith("{")) {
            return JsonLine.read(line);
        }
        Matcher counted = COUNTED.matcher(line);
        if (counted.matches() && BARE.matcher(counted.group(2)).matches()) {
            long times = times(counted.group(1));
            return bare(counted.group(2)).map(request -> new Counted(request, times));
        }
        return request(line).map(request -> new Counted(request, 1));
    }

    /** @throws RefusedException if no request can have been made so often */
    static long times(String count) {
        BigInteger times = count.length() > LONGEST_COUNT ? BigInteger.ZERO : new BigInteger(count);
        if (times.signum() <= 0 || times.bitLength() >= Long.SIZE) {
            throw RefusedException.invalid(
                    "count",
                    "must say how often a request was made, at least once, and not %s"
                            .formatted(count.substring(0, Math.min(count.length(), LONGEST_COUNT))));
        }
        return times.longValue();
    }

    private Optional<Request> request(String line) {
        if (tabbed.canRead(line)) {
            return tabbed.read(line);
        }
        String stripped = line.strip();
        if (BARE.matcher(stripped).matches()) {
            return bare(stripped);
        }
        Optional<QuotedRequest> quoted = QuotedRequest.in(line);
        if (quoted.isPresent()) {
            return quoted.get().request();
        }
        Matcher word = WORD.matcher(line);
        return word.find() ? Request.of(word.group(1), saysPowerPc(line)) : Optional.empty();
    }

    /** A path that holds spaces ends where update URLs end; any other at its first space. */
    private static Optional<Request> bare(String text) {
        Matcher bare = BARE.matcher(text.strip());
        if (!bare.matches()) {
            return Optional.empty();
        }
        Matcher whole = WHOLE_BARE.matcher(bare.group(1));
        String url = whole.matches() ? whole.group(1) : bare.group(1).split("\\s", 2)[0];
        return Request.of(url, false);
    }

    static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    static boolean saysPowerPc(String userAgent) {
        return userAgent.contains("PPC");
    }
}
