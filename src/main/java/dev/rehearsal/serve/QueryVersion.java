package dev.rehearsal.serve;

import org.jspecify.annotations.Nullable;

/**
 * The version of an update URL: the number in the last {@code /update/N/….xml} anywhere in it, query string included (a
 * Balrog fact, odd as it is).
 */
final class QueryVersion {

    private static final String MARK = "/update/";
    private static final String SUFFIX = ".xml";
    private static final int SHORTEST = "/update/1/.xml".length();

    private QueryVersion() {}

    /**
     * 0 where there is none.
     *
     * @param path decoded
     * @param rawQuery the query string as the client sent it
     */
    static int of(String path, @Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.length() < SHORTEST) {
            return last(path);
        }
        return last(path + "?" + UrlText.decodeParameter(rawQuery));
    }

    static int last(String url) {
        int suffix = url.lastIndexOf(SUFFIX);
        int at = suffix;
        while (at >= 0) {
            at = url.lastIndexOf(MARK, at - 1);
            if (at >= 0) {
                int version = numberAt(url, at + MARK.length(), suffix);
                if (version >= 0) {
                    return version;
                }
            }
        }
        return 0;
    }

    /** The number between here and the next slash, which must stand before the suffix; negative where there is none. */
    private static int numberAt(String url, int start, int suffix) {
        long number = 0;
        int at = start;
        while (at < suffix) {
            int codePoint = url.codePointAt(at);
            if (codePoint == '/') {
                return at == start ? -1 : (int) number;
            }
            int digit = Character.digit(codePoint, 10);
            if (digit < 0) {
                return -1;
            }
            number = Math.min(number * 10 + digit, Integer.MAX_VALUE);
            at += Character.charCount(codePoint);
        }
        return -1;
    }
}
