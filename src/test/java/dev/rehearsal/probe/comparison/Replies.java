package dev.rehearsal.probe.comparison;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers as update servers give them. */
public final class Replies {

    public static final String EMPTY = "<?xml version=\"1.0\"?>\n<updates>\n</updates>";

    private Replies() {}

    public static String update(String version, String build, String url) {
        return "<?xml version=\"1.0\"?>\n<updates>\n    <update type=\"minor\" displayVersion=\"" + version
                + "\" appVersion=\"" + version + "\" platformVersion=\"" + version + "\" buildID=\"" + build
                + "\">\n        <patch type=\"complete\" URL=\"" + url
                + "\" hashFunction=\"sha512\" hashValue=\"a\" size=\"1\"/>\n    </update>\n</updates>";
    }

    static Reply ok(String rule, String version, String body) {
        return reply(200, "text/xml; charset=utf-8", rule, version, body);
    }

    static Reply error(int status, String body) {
        return reply(status, "text/plain", null, null, body);
    }

    static Reply reply(int status, String type, @Nullable String rule, @Nullable String version, String body) {
        return new Reply(status, type, rule, version, null, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply redirect(String location) {
        return new Reply(308, "text/html", null, null, location, location.getBytes(StandardCharsets.UTF_8));
    }
}
