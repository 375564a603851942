package dev.rehearsal.adversary;

import dev.rehearsal.Patience;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one database that holds the worlds of several seeds, and the clock of both. */
final class Place implements AutoCloseable {

    final TestClock clock = new TestClock();
    private final List<SecurityContextHolderStrategy> holders = new ArrayList<>();
    private final List<Node> nodes;

    Place(TestDatabase database, List<World> worlds) {
        String url = database == TestDatabase.H2
                ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"
                : TestDatabase.newPostgres();
        try {
            Path dataset = Files.createTempFile("worlds", ".json");
            Files.writeString(dataset, JsonMapper.shared().writeValueAsString(World.dataset(worlds)));
            this.nodes = List.of(started(url, "--rehearsal.import=" + dataset), started(url));
            SharedSecurityContext.between(holders);
            Files.delete(dataset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node started(String url, String... options) {
        Node node = Node.start(url, clock, options);
        holders.add(SecurityContextHolder.getContextHolderStrategy());
        return node;
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** Returns once a node serves what the other one does: whoever wrote nothing may not have heard of it yet. */
    void awaitCurrent(int number) {
        long written = node(1 - number).version();
        if (node(number).version() < written) {
            Patience.until(
                    "a node has heard of what the other one wrote",
                    () -> node(number).version() >= written);
        }
    }

    @Override
    public void close() {
        SecurityContextHolder.setContextHolderStrategy(holders.getLast());
        nodes.forEach(Node::close);
    }
}
