package dev.rehearsal.assurance;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a release holds. Names are those of a story: the world has its own form of each.
 *
 * @param json with a place for the release's name, {@code @NAME@} for itself, and {@code @other@} for other releases
 */
record Content(String name, String json) {

    private static final String HASH = "a".repeat(128);

    /** An application that says its own name to clients; {@code R2} has version 2.0. */
    static Content app(String name) {
        return app(name, name);
    }

    /** @param says what a client reads as the version's name */
    static Content app(String name, String says) {
        return app(name, says, "20260101000000", "");
    }

    /** With this build for German, which a partial from it looks up. */
    static Content build(String name, String buildId) {
        return app(name, name, buildId, "");
    }

    /** An application for this locale alone; others are for German. */
    static Content inLocale(String name, String locale) {
        Content german = app(name);
        return new Content(name, german.json().replace("'locales': {'de'", "'locales': {'" + locale + "'"));
    }

    static Content withPartialFrom(String name, String source) {
        return app(name, name, "20260101000000", source);
    }

    private static Content app(String name, String says, String buildId, String source) {
        String number = name.replaceAll("\\D", "");
        String partials = source.isEmpty()
                ? ""
                : ",'partials': [{'from': '@%s@', 'filesize': 2, 'hashValue': 'bb'}]".formatted(source);
        String urls = source.isEmpty() ? "" : ",'partials': {'@%s@': 'https://download.example/p'}".formatted(source);
        return new Content(name, """
                {'name': '@NAME@', 'schema_version': 9, 'hashFunction': 'sha512',
                 'appVersion': '%s.0', 'displayVersion': '%s',
                 'fileUrls': {'*': {'completes': {'*': 'https://download.example/c'}%s}},
                 'platforms': {'p': {'locales': {'de': {'buildID': '%s',
                   'completes': [{'from': '*', 'filesize': 1, 'hashValue': 'aa'}]%s}}}}}
                """.formatted(number.isEmpty() ? "9" : number, says, urls, buildId, partials));
    }

    static Content plugin(String name, String version) {
        return new Content(name, """
                {'name': '@NAME@', 'schema_version': 1000, 'hashFunction': 'sha512', 'vendors': {'plug': {'version': '%s',
                 'platforms': {'p': {'filesize': 1, 'hashValue': '%s', 'fileUrl': 'https://plug.example/'}}}}}
                """.formatted(version, HASH));
    }

    /** Joins what these releases answer. */
    static Content superblob(String name, String... parts) {
        return new Content(name, "{'name': '@NAME@', 'schema_version': 4000, 'blobs': [%s]}".formatted(quoted(parts)));
    }

    /** Joins what the rules of these products answer. */
    static Content superblobOfProducts(String name, String... products) {
        return new Content(
                name, "{'name': '@NAME@', 'schema_version': 4000, 'products': [%s]}".formatted(quoted(products)));
    }

    String json(UnaryOperator<String> named) {
        StringBuilder written = new StringBuilder();
        String[] pieces =
                json.replace("@NAME@", "@" + name + "@").replace('\'', '"').split("@", -1);
        for (int at = 0; at < pieces.length; at++) {
            written.append(at % 2 == 0 ? pieces[at] : named.apply(pieces[at]));
        }
        return written.toString();
    }

    private static String quoted(String... names) {
        return Arrays.stream(names).map(name -> "'@" + name + "@'").collect(Collectors.joining(","));
    }
}
