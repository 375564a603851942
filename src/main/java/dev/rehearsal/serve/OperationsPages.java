package dev.rehearsal.serve;

import dev.rehearsal.serve.Answer.MediaType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The fixed URLs by which load balancers, operators and crawlers ask about a node. None of them needs the database, so
 * that a node which can answer clients is never taken out because of it.
 */
final class OperationsPages {

    private static final String NEVER_CACHED = "no-cache";

    private final SnapshotHolder snapshots;
    private final NodeIdentity identity;

    OperationsPages(SnapshotHolder snapshots, NodeIdentity identity) {
        this.snapshots = snapshots;
        this.identity = identity;
    }

    private enum Page {
        HEARTBEAT,
        LOAD_BALANCER_HEARTBEAT,
        VERSION,
        ROBOTS,
        ABSENT
    }

    /** Whether the path is one of these pages and is answered. */
    boolean answered(String method, String path, HttpServletResponse response) throws IOException {
        Page page = page(path);
        if (page == null) {
            return false;
        }
        switch (method) {
            case "GET", "HEAD" -> write(page, response);
            case "OPTIONS" -> AllowedMethods.tell(response);
            default -> AllowedMethods.refuse(response);
        }
        return true;
    }

    private static @Nullable Page page(String path) {
        return switch (path) {
            case "/__heartbeat__" -> Page.HEARTBEAT;
            case "/__lbheartbeat__" -> Page.LOAD_BALANCER_HEARTBEAT;
            case "/__version__" -> Page.VERSION;
            case "/robots.txt" -> Page.ROBOTS;
            case "/contribute.json", "/debug/api.yml" -> Page.ABSENT;
            default -> null;
        };
    }

    private void write(Page page, HttpServletResponse response) throws IOException {
        switch (page) {
            case HEARTBEAT -> AnswerWriter.write(heartbeat(), "public, max-age=60", response);
            case LOAD_BALANCER_HEARTBEAT ->
                AnswerWriter.write(Answer.of(200, MediaType.HTML, "OK!"), NEVER_CACHED, response);
            case VERSION -> AnswerWriter.write(version(), NEVER_CACHED, response);
            case ROBOTS ->
                AnswerWriter.write(
                        Answer.of(200, MediaType.TEXT, "User-agent: *\nDisallow: /\n"), NEVER_CACHED, response);
            case ABSENT -> AnswerWriter.write(Answer.of(404, MediaType.HTML, ""), response);
        }
    }

    /** How many rules are served, as in Balrog. */
    private Answer heartbeat() {
        Snapshot snapshot = snapshots.current();
        return snapshot == null
                ? Answer.of(503, MediaType.HTML, "No snapshot of the rules is loaded yet.")
                : Answer.of(
                        200,
                        MediaType.HTML,
                        Integer.toString(snapshot.live().rules().inOrder().size()));
    }

    private Answer version() {
        Snapshot snapshot = snapshots.current();
        String body = """
                {"name":%s,"version":%s,"commit":%s,"snapshot_version":%s,"allow_list":%s}
                """.formatted(
                        JsonText.quote(identity.name()),
                        JsonText.quote(identity.version()),
                        JsonText.quote(identity.commit()),
                        snapshot == null ? "null" : Long.toString(snapshot.version()),
                        JsonText.quote(identity.allowListHash()));
        return Answer.of(200, MediaType.JSON, body);
    }
}
