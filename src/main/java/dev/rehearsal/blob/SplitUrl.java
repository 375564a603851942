package dev.rehearsal.blob;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host and path of a URL as Balrog's platform splits them, which is not how browsers do: the host keeps its case,
 * port and user, and nothing is decoded.
 */
record SplitUrl(String host, String path) {

    private static final char LAST_BLANK = ' ';

    /** In these a semicolon ends the path; elsewhere it is part of it. */
    private static final Set<String> SCHEMES_WITH_PARAMETERS = Set.of(
            "",
            "ftp",
            "hdl",
            "prospero",
            "http",
            "imap",
            "https",
            "shttp",
            "rtsp",
            "rtsps",
            "rtspu",
            "sip",
            "sips",
            "mms",
            "sftp",
            "tel");

    /** The parts of a URL; null where Balrog's platform refuses to split it. */
    static @Nullable SplitUrl of(String url) {
        String text = withoutBlanks(url);
        int colon = schemeEnd(text);
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        int start = colon + 1;
        int hostEnd = start;
        String host = "";
        if (text.startsWith("//", start)) {
            hostEnd = firstOf(text, "/?#", start + 2);
            host = text.substring(start + 2, hostEnd);
            if ((host.indexOf('[') < 0) != (host.indexOf(']') < 0)) {
                return null;
            }
        }
        String path = text.substring(hostEnd, firstOf(text, "?#", hostEnd));
        return new SplitUrl(host, SCHEMES_WITH_PARAMETERS.contains(scheme) ? withoutParameters(path) : path);
    }

    /** Leading control characters and blanks are dropped, and line ends and tabs anywhere. */
    private static String withoutBlanks(String url) {
        int start = 0;
        while (start < url.length() && url.charAt(start) <= LAST_BLANK) {
            start++;
        }
        StringBuilder kept = null;
        for (int i = start; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean dropped = c == '\t' || c == '\r' || c == '\n';
            if (dropped && kept == null) {
                kept = new StringBuilder(url.length()).append(url, start, i);
            } else if (!dropped && kept != null) {
                kept.append(c);
            }
        }
        return kept == null ? url.substring(start) : kept.toString();
    }

    /** The colon after the scheme; -1 where there is no scheme. */
    private static int schemeEnd(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || !isAsciiLetter(text.charAt(0))) {
            return -1;
        }
        for (int i = 1; i < colon; i++) {
            char c = text.charAt(i);
            if (!isAsciiLetter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') {
                return -1;
            }
        }
        return colon;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int firstOf(String text, String ends, int from) {
        int i = from;
        while (i < text.length() && ends.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static String withoutParameters(String path) {
        int semicolon = path.indexOf(';', Math.max(path.lastIndexOf('/'), 0));
        return semicolon < 0 ? path : path.substring(0, semicolon);
    }
}
