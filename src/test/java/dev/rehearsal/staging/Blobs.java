package dev.rehearsal.staging;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Small valid blobs without a name; applications serve {@code WINNT} in {@code de} and {@code en-US}. */
final class Blobs {

    private static final String HASH = "a".repeat(128);

    private Blobs() {}

    static String app(String version) {
        return app(version, "20250101000000");
    }

    static String app(String version, String buildId) {
        return app(version, buildId, "");
    }

    /** One that brings a partial from each of these releases. */
    static String appWithPartials(String version, String... sources) {
        String partials = Arrays.stream(sources)
                .map(from -> "{\"from\": \"%s\", \"filesize\": 2, \"hashValue\": \"bb\"}".formatted(from))
                .collect(Collectors.joining(","));
        return app(version, "20250101000000", ", \"partials\": [" + partials + "]");
    }

    private static String app(String version, String buildId, String more) {
        return """
                {"schema_version": 9, "hashFunction": "sha512", "appVersion": "%1$s", "displayVersion": "%1$s",
                 "updateLine": [{"for": {}, "fields": {"detailsURL": "https://notes.example/%1$s"}}],
                 "fileUrls": {"*": {"completes": {"*": "https://download.example/%%LOCALE%%"},
                                    "partials": {"R1": "https://download.example/from-R1"}},
                              "release-cdntest": {"completes": {"*": "https://cdn.example/%%LOCALE%%"}}},
                 "platforms": {"WINNT": {"locales": {"de": %2$s, "en-US": %2$s}}}}
                """.formatted(version, build(buildId, more));
    }

    /** One locale of an application. */
    static String build(String buildId) {
        return build(buildId, "");
    }

    private static String build(String buildId, String more) {
        return "{\"buildID\": \"%s\", \"completes\": [{\"from\": \"*\", \"filesize\": 1, \"hashValue\": \"aa\"}]%s}"
                .formatted(buildId, more);
    }

    static String plugIn(String version) {
        return """
                {"schema_version": 1000, "hashFunction": "sha512", "vendors": {"plug": {"version": "%s", "platforms":
                  {"WINNT": {"filesize": 1, "hashValue": "%s", "fileUrl": "https://plug.example/"}}}}}
                """.formatted(version, HASH);
    }

    static String superblobOfProducts(String... products) {
        return "{\"schema_version\": 4000, \"products\": " + list(products) + "}";
    }

    static String superblobOf(String... releases) {
        return "{\"schema_version\": 4000, \"blobs\": " + list(releases) + "}";
    }

    static String desupport(String url) {
        return "{\"schema_version\": 50, \"detailsUrl\": \"https://%s.example/\", \"displayVersion\": \"1\"}"
                .formatted(url);
    }

    private static String list(String... texts) {
        return Arrays.stream(texts).map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
