package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.Criterion;
import dev.rehearsal.problem.UrlSegment;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The URL of a client that says this of itself. What only the user agent tells, as the header architecture, it cannot say.
 *
 * @param sent what the client says for each criterion of rules; memory, JAWS and mig64 may be absent
 * @param fallback whether it forces the fallback side of a background rate
 */
record ClientUrl(Map<Criterion, String> sent, boolean fallback) {

    private static final Map<Criterion, String> USUAL = Map.of(
            Criterion.VERSION, "60.0",
            Criterion.BUILD_ID, "20190101000000",
            Criterion.BUILD_TARGET, "WINNT_x86_64-msvc-x64",
            Criterion.LOCALE, "en-US",
            Criterion.OS_VERSION, "Windows_NT 10.0.0.0.19045",
            Criterion.INSTRUCTION_SET, "SSE4_2",
            Criterion.MEMORY, "8192",
            Criterion.DISTRIBUTION, "default",
            Criterion.DIST_VERSION, "default");

    ClientUrl {
        sent = Map.copyOf(sent);
    }

    /** Somebody on a usual machine, whose version is so old that nearly every release is an update. */
    static ClientUrl usual(String product, String channel) {
        Map<Criterion, String> sent = new EnumMap<>(USUAL);
        sent.put(Criterion.PRODUCT, product);
        sent.put(Criterion.CHANNEL, channel);
        return new ClientUrl(sent, false);
    }

    static String usual(Criterion criterion) {
        return USUAL.getOrDefault(criterion, "");
    }

    ClientUrl with(Criterion criterion, String value) {
        Map<Criterion, String> other = new EnumMap<>(sent);
        other.put(criterion, value);
        return new ClientUrl(other, fallback);
    }

    ClientUrl forcingFallback() {
        return new ClientUrl(sent, true);
    }

    private String say(Criterion criterion) {
        return sent.getOrDefault(criterion, "");
    }

    /** Path and query string, escaped. */
    String path() {
        String segments = Stream.of(
                        say(Criterion.PRODUCT),
                        say(Criterion.VERSION),
                        say(Criterion.BUILD_ID),
                        say(Criterion.BUILD_TARGET),
                        say(Criterion.LOCALE),
                        say(Criterion.CHANNEL),
                        say(Criterion.OS_VERSION),
                        capabilities(),
                        say(Criterion.DISTRIBUTION),
                        say(Criterion.DIST_VERSION))
                .map(ClientUrl::escaped)
                .collect(Collectors.joining("/"));
        return "/update/6/" + segments + "/update.xml" + parameters();
    }

    private String capabilities() {
        String memory = say(Criterion.MEMORY);
        String jaws = say(Criterion.JAWS);
        return "ISET:" + say(Criterion.INSTRUCTION_SET)
                + (memory.isEmpty() ? "" : ",MEM:" + memory)
                + (jaws.isEmpty() ? "" : ",JAWS:" + (jaws.equals("true") ? "1" : "0"));
    }

    private String parameters() {
        String mig64 = say(Criterion.MIG64);
        String parameters = Stream.of(
                        mig64.isEmpty() ? "" : "mig64=" + (mig64.equals("true") ? "1" : "0"),
                        fallback ? "force=-1" : "")
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? "" : "?" + parameters;
    }

    private static String escaped(String segment) {
        return UrlSegment.of(segment).replace("%3A", ":").replace("%2C", ",");
    }
}
