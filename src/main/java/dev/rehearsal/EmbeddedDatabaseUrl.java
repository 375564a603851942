package dev.rehearsal;

import java.util.List;
import java.util.Locale;

/** The URL of an H2 database in a file, with what makes it keep whatever was acknowledged. */
final class EmbeddedDatabaseUrl {

    private static final String H2 = "jdbc:h2:";

    /** Places that are no file of this process. */
    private static final List<String> ELSEWHERE = List.of("mem:", "tcp:", "ssl:", "zip:");

    private EmbeddedDatabaseUrl() {}

    /**
     * Returns the URL with these options, unless it is of something else or sets them itself:
     *
     * <ul>
     *   <li>{@code WRITE_DELAY=0}: a commit is in the file when it returns, not up to half a second later;
     *   <li>{@code DB_CLOSE_ON_EXIT=FALSE}: at the end of the process requests come to their end first, and then the
     *       database is closed with its connections.
     * </ul>
     */
    static String keeping(String url) {
        if (!isFile(url)) {
            return url;
        }
        String set = url.toUpperCase(Locale.ROOT);
        StringBuilder keeping = new StringBuilder(url);
        if (!set.contains(";WRITE_DELAY=")) {
            keeping.append(";WRITE_DELAY=0");
        }
        // H2 refuses the two together.
        if (!set.contains(";DB_CLOSE_ON_EXIT=") && !set.contains(";AUTO_SERVER=TRUE")) {
            keeping.append(";DB_CLOSE_ON_EXIT=FALSE");
        }
        return keeping.toString();
    }

    private static boolean isFile(String url) {
        return url.startsWith(H2) && ELSEWHERE.stream().noneMatch(url.substring(H2.length())::startsWith);
    }
}
