package dev.rehearsal.problem;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes a text as one segment of a path, or one value of a query: with a blank as {@code %20}. */
public final class UrlSegment {

    private UrlSegment() {}

    public static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
