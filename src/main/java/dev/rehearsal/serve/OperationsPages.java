package dev.rehearsal.serve;

import dev.rehearsal.serve.Answer.MediaType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fixed URLs by which load balancers, operators and crawlers ask about a node. None of them needs the database, so
 * that a node which can answer clients is never taken out because of it.
 */
final class OperationsPages {

    /** In seconds: how long it is since the database was known to hold what is served. */
    private static final String AGE = "Rehearsal-Snapshot-Age";

    private static final String HEARTBEAT = "/__heartbeat__";

    /** Balrog's screens ask under the root of its API. */
    private static final String HEARTBEAT_OF_API = "/api/__heartbeat__";

    private static final String NEVER_CACHED = "no-cache";

    private static final WireAnswer ALIVE = WireAnswer.of(Answer.of(200, MediaType.HTML, "OK!"), NEVER_CACHED);

    private static final WireAnswer NOT_READY =
            WireAnswer.of(Answer.of(503, MediaType.HTML, "No snapshot of the rules is loaded yet."), NEVER_CACHED);

    private static final WireAnswer ROBOTS =
            WireAnswer.of(Answer.of(200, MediaType.TEXT, "User-agent: *\nDisallow: /\n"), NEVER_CACHED);

    private static final WireAnswer ABSENT = WireAnswer.of(Answer.of(404, MediaType.HTML, ""));

    private final SnapshotHolder snapshots;
    private final NodeIdentity identity;
    private final Clock clock;

    OperationsPages(SnapshotHolder snapshots, NodeIdentity identity, Clock clock) {
        this.snapshots = snapshots;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether the path is one of these pages and is answered. */
    boolean answered(String method, String path, HttpServletResponse response) throws IOException {
        WireAnswer answer = answer(path);
        if (answer == null) {
            return false;
        }
        Instant stale = snapshots.staleSince();
        if (stale != null && path.endsWith("/__heartbeat__")) {
            response.setHeader("Rehearsal-Stale-Since", stale.toString());
        }
        switch (method) {
            case "GET", "HEAD" -> {
                if (isHeartbeat(path) && snapshots.current() != null) {
                    response.setHeader(
                            AGE, Long.toString(snapshots.age(clock.instant()).toSeconds()));
                }
                answer.writeTo(response);
            }
            case "OPTIONS" -> AllowedMethods.tell(response);
            default -> AllowedMethods.refuse(response);
        }
        return true;
    }

    private static boolean isHeartbeat(String path) {
        return path.equals(HEARTBEAT) || path.equals(HEARTBEAT_OF_API);
    }

    private @Nullable WireAnswer answer(String path) {
        return switch (path) {
            case HEARTBEAT, HEARTBEAT_OF_API -> heartbeat();
            case "/__lbheartbeat__" -> ALIVE;
            case "/__version__" -> version();
            case "/robots.txt" -> ROBOTS;
            case "/contribute.json", "/debug/api.yml" -> ABSENT;
            default -> null;
        };
    }

    /** Returns how many rules are served, as in Balrog. */
    private WireAnswer heartbeat() {
        Snapshot snapshot = snapshots.current();
        if (snapshot == null) {
            return NOT_READY;
        }
        int rules = snapshot.live().rules().inOrder().size();
        return WireAnswer.of(Answer.of(200, MediaType.HTML, Integer.toString(rules)), "public, max-age=60");
    }

    private WireAnswer version() {
        Snapshot snapshot = snapshots.current();
        String body = """
                {"name":%s,"version":%s,"commit":%s,"snapshot_version":%s,"allow_list":%s}
                """.formatted(
                        JsonText.quote(identity.name()),
                        JsonText.quote(identity.version()),
                        JsonText.quote(identity.commit()),
                        snapshot == null ? "null" : Long.toString(snapshot.version()),
                        JsonText.quote(identity.allowListHash()));
        return WireAnswer.of(Answer.of(200, MediaType.JSON, body), NEVER_CACHED);
    }
}
