package dev.rehearsal.serve;

/** The path of a URL, decoded and cut at its slashes; a {@code %2F} counts as one (a Balrog fact). */
final class UrlPath {

    /** No route has more. */
    private static final int MOST_SEGMENTS = 13;

    private final String text;
    private final int[] starts = new int[MOST_SEGMENTS + 1];
    private final int count;
    private final boolean emptySegments;

    private UrlPath(String text) {
        this.text = text;
        int found = 0;
        boolean empty = false;
        int start = 1;
        while (found <= MOST_SEGMENTS) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            empty |= end == start;
            if (found < MOST_SEGMENTS) {
                starts[found] = start;
                starts[found + 1] = end + 1;
            }
            found++;
            if (slash < 0) {
                break;
            }
            start = slash + 1;
        }
        this.count = found;
        this.emptySegments = empty;
    }

    /** @param raw a path as the client sent it, with its escapes */
    static UrlPath of(String raw) {
        String undotted = raw.contains("/.") ? withoutDotSegments(raw) : raw;
        String decoded = UrlText.decodePath(undotted);
        return new UrlPath(withOneLeadingSlash(decoded));
    }

    /** The whole path, decoded, with one slash at its start. */
    String text() {
        return text;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix);
    }

    /** Returns how many segments there are; no more than one over the most that a route has is counted. */
    int count() {
        return count;
    }

    String segment(int index) {
        return text.substring(starts[index], starts[index + 1] - 1);
    }

    /** The only character of a segment; a slash, which no segment holds, where it has none or several. */
    char onlyCharacter(int index) {
        return starts[index + 1] - 1 - starts[index] == 1 ? text.charAt(starts[index]) : '/';
    }

    boolean segmentIs(int index, String expected) {
        int length = starts[index + 1] - 1 - starts[index];
        return length == expected.length() && text.startsWith(expected, starts[index]);
    }

    boolean hasEmptySegments() {
        return emptySegments || count > MOST_SEGMENTS && text.contains("//");
    }

    /** Returns this path with each run of slashes made one. */
    UrlPath merged() {
        StringBuilder merged = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character != '/' || at == 0 || text.charAt(at - 1) != '/') {
                merged.append(character);
            }
        }
        return new UrlPath(merged.toString());
    }

    private static String withOneLeadingSlash(String path) {
        if (path.startsWith("/") && !path.startsWith("//")) {
            return path;
        }
        int at = 0;
        while (at < path.length() && path.charAt(at) == '/') {
            at++;
        }
        return "/" + path.substring(at);
    }

    /** Resolves {@code .} and {@code ..}, which never leave the root; escaped dots are ordinary (a Balrog fact). */
    private static String withoutDotSegments(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        int start = 0;
        while (start < raw.length()) {
            int slash = raw.indexOf('/', start + 1);
            int end = slash < 0 ? raw.length() : slash;
            String segment = raw.substring(start, end);
            if (segment.equals("/..")) {
                kept.setLength(Math.max(0, kept.lastIndexOf("/")));
            }
            if (!segment.equals("/.") && !segment.equals("/..")) {
                kept.append(segment);
            } else if (end == raw.length()) {
                kept.append('/');
            }
            start = end;
        }
        return kept.toString();
    }
}
