package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.List;
import java.util.Set;

/** Composes the {@code <updates>} document, byte for byte as Balrog does. */
public final class UpdateXml {

    /** Tells a client that there is no update. */
    public static final String EMPTY = "<?xml version=\"1.0\"?>\n<updates>\n</updates>";

    private static final String OPENING = "<?xml version=\"1.0\"?>\n<updates>\n";
    private static final String CLOSING = "\n</updates>";
    private static final String ESCAPED_AMPERSAND = "&amp;";

    private static final String NIGHTLY = "Firefox-mozilla-central-nightly-latest";
    private static final Set<String> NIGHTLIES_THAT_READ_NO_LINES = Set.of("20190103220533", "20190104093221");

    private UpdateXml() {}

    /**
     * One release inside a superblob.
     *
     * @param rendering with the child's own product and update type
     */
    public record Child(Blob blob, Rendering rendering) {}

    /**
     * Appends the document for a release that stands for itself. After an exception the text is as it was.
     *
     * @throws BadQueryException as Balrog's 400
     * @throws UnanswerableException where Balrog would fail and nothing is left to serve
     */
    public static void append(StringBuilder out, XmlBlob release, Rendering rendering) {
        compose(out, release, rendering, () -> release.appendParts(out, rendering));
    }

    /**
     * Appends the document for a superblob with the children that were chosen for it. A child that cannot be rendered,
     * such as another superblob, is left out.
     *
     * @throws BadQueryException as Balrog's 400
     */
    public static void append(StringBuilder out, SuperBlob parent, Rendering rendering, List<Child> children) {
        compose(out, parent, rendering, () -> children.forEach(child -> appendChild(out, child)));
    }

    /**
     * Whether an answer must be {@linkplain #squashed squashed}: two nightlies of 2019 could not read line ends.
     *
     * @param release what answers; a superblob never needs it
     */
    public static boolean needsSquashing(Blob release, UpdateQuery query) {
        return release.name().equals(NIGHTLY)
                && query.buildId() != null
                && NIGHTLIES_THAT_READ_NO_LINES.contains(query.buildId());
    }

    /** Without line ends and without any four blanks in a row. */
    public static String squashed(String xml) {
        return xml.replace("\n", "").replace("    ", "");
    }

    private static void compose(StringBuilder out, XmlBlob frame, Rendering rendering, Runnable parts) {
        int start = out.length();
        boolean done = false;
        try {
            out.append(OPENING);
            frame.appendHeader(out, rendering);
            out.append('\n');
            parts.run();
            frame.appendFooter(out, rendering);
            out.append(CLOSING);
            escapeAmpersands(out, start);
            done = true;
        } finally {
            if (!done) {
                out.setLength(start);
            }
        }
    }

    private static void appendChild(StringBuilder out, Child child) {
        int start = out.length();
        try {
            switch (child.blob) {
                case XmlBlob xml -> xml.appendParts(out, child.rendering);
                case GuardianBlob _ -> {
                    // Answers JSON only.
                }
            }
        } catch (UnanswerableException e) {
            out.setLength(start);
        }
    }

    /** Every ampersand that does not begin its own entity becomes one; other entities are not known (a Balrog fact). */
    private static void escapeAmpersands(StringBuilder out, int start) {
        int first = out.indexOf("&", start);
        if (first < 0) {
            return;
        }
        String raw = out.substring(first);
        out.setLength(first);
        int copied = 0;
        for (int i = 0; i >= 0; i = raw.indexOf('&', i + 1)) {
            if (!raw.startsWith(ESCAPED_AMPERSAND, i)) {
                out.append(raw, copied, i).append(ESCAPED_AMPERSAND);
                copied = i + 1;
            }
        }
        out.append(raw, copied, raw.length());
    }
}
