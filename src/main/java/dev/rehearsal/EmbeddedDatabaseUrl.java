package dev.rehearsal;

import java.util.List;
import java.util.Locale;

/** Completes the URL of an H2 database in this process: what it acknowledged is kept, and a statement is parsed once. */
final class EmbeddedDatabaseUrl {

    private static final String H2 = "jdbc:h2:";
    private static final String IN_MEMORY = "mem:";

    /** Databases that another process opens, or that nobody writes to. */
    private static final List<String> ELSEWHERE = List.of("tcp:", "ssl:", "zip:");

    private EmbeddedDatabaseUrl() {}

    /**
     * Returns the URL with these options, unless it is of something else or sets them itself:
     *
     * <ul>
     *   <li>{@code QUERY_CACHE_SIZE=128}: so many statements of a connection are not parsed again; a write needs some 60,
     *       and H2 by itself remembers 8;
     *   <li>{@code WRITE_DELAY=0}, of a file: a commit is in it when it returns, not up to half a second later;
     *   <li>{@code DB_CLOSE_ON_EXIT=FALSE}, of a file: at the end of the process requests come to their end first, and
     *       then the database is closed with its connections.
     * </ul>
     */
    static String complete(String url) {
        if (!url.startsWith(H2) || isAt(url, ELSEWHERE)) {
            return url;
        }
        String set = url.toUpperCase(Locale.ROOT);
        StringBuilder complete = new StringBuilder(url);
        if (!set.contains(";QUERY_CACHE_SIZE=")) {
            complete.append(";QUERY_CACHE_SIZE=128");
        }
        if (isAt(url, List.of(IN_MEMORY))) {
            return complete.toString();
        }
        if (!set.contains(";WRITE_DELAY=")) {
            complete.append(";WRITE_DELAY=0");
        }
        // H2 refuses the two together.
        if (!set.contains(";DB_CLOSE_ON_EXIT=") && !set.contains(";AUTO_SERVER=TRUE")) {
            complete.append(";DB_CLOSE_ON_EXIT=FALSE");
        }
        return complete.toString();
    }

    private static boolean isAt(String url, List<String> places) {
        return places.stream().anyMatch(url.substring(H2.length())::startsWith);
    }
}
