package dev.rehearsal.nodes;

import dev.rehearsal.Patience;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.serve.RawHttp;
import java.util.ArrayList;
import java.util.List;

/**
 * Two nodes on one database. Neither looks at the version of the tables by itself: what one knows of the other's writes it
 * was told.
 */
final class TwoNodes implements AutoCloseable {

    private static final String NEVER_LOOKS = "--rehearsal.nodes.poll=1h";

    final SharedDatabase database = new SharedDatabase(TestDatabase.newPostgres());
    private final List<Node> nodes = new ArrayList<>();

    TwoNodes() {
        for (String name : List.of("node-1", "node-2")) {
            nodes.add(Node.start(name, database.url(), NEVER_LOOKS));
        }
    }

    Node first() {
        return nodes.getFirst().ready();
    }

    Node second() {
        return nodes.getLast().ready();
    }

    void kill(String name) {
        nodes.set(place(name), killed(nodes.get(place(name))).again());
    }

    private static Node killed(Node node) {
        node.kill();
        return node;
    }

    private int place(String name) {
        return nodes.get(0).name().equals(name) ? 0 : 1;
    }

    /** What both answer, once each serves what is in the tables. */
    RawHttp.Reply answerOfBoth(String url) {
        List<RawHttp.Reply> replies = nodes.stream()
                .map(node -> {
                    awaitCurrent(node);
                    RawHttp.Reply reply = node.ask(url);
                    reply.headers().remove("Date");
                    return reply;
                })
                .distinct()
                .toList();
        if (replies.size() > 1) {
            throw new AssertionError("the nodes answer " + url + " differently: " + replies);
        }
        return replies.getFirst();
    }

    void awaitCurrent(Node node) {
        Patience.until(
                node.name() + " serves what is in the tables",
                () -> node.ready().json("/__version__").get("snapshot_version").asLong()
                        == database.version().version());
    }

    List<String> said() {
        return nodes.stream().flatMap(node -> node.said().stream()).toList();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        database.close();
    }
}
