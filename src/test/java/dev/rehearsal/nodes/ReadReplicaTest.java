package dev.rehearsal.nodes;

import static dev.rehearsal.nodes.Wanted.file;
import static dev.rehearsal.nodes.Wanted.release;
import static dev.rehearsal.nodes.Wanted.remap;
import static dev.rehearsal.nodes.Wanted.rule;
import static dev.rehearsal.nodes.Wanted.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A serving node reads from a hot standby, which has stopped to follow its primary before that was written to. */
class ReadReplicaTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aCopyThatLagsBehindIsServedFromButNeverTakesANodeBack() throws Exception {
        try (StoppablePostgres primary = new StoppablePostgres(folder.resolve("primary"))) {
            try (SharedDatabase database = new SharedDatabase(primary.url())) {
                database.enact(release("Firefox", "Old"), release("Firefox", "New"), rule("Firefox", "d", "Old"));
            }
            primary.stop();
            Path standby = copy();
            primary.startAgain();

            try (StoppablePostgres replica = new StoppablePostgres(standby)) {
                try (ConfigurableApplicationContext node = start(replica.url(), "never-kept")) {
                    assertThat(answer(node)).contains(file("Old"));
                }
                try (ConfigurableApplicationContext node = start(primary.url(), "kept");
                        SharedDatabase database = new SharedDatabase(primary.url())) {
                    database.enact(remap(new RuleId(1), "New"));
                    Patience.until("it is served", () -> answer(node).contains(file("New")));
                }
                try (ConfigurableApplicationContext node = start(replica.url(), "kept")) {
                    assertThat(answer(node)).contains(file("New"));
                    Patience.until(
                            "it tells that it has no database",
                            () -> ask(node, "/actuator/health").status() == 503);
                    assertThat(answer(node)).contains(file("New"));
                }
            }
        }
    }

    /** With its owner and rights, which PostgreSQL insists on. */
    private Path copy() throws IOException, InterruptedException {
        Path standby = folder.resolve("standby");
        Process copying = new ProcessBuilder(
                        "cp", "-a", folder.resolve("primary").toString(), standby.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
        Files.createFile(standby.resolve("standby.signal"));
        return standby;
    }

    private ConfigurableApplicationContext start(String database, String kept) {
        return SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database,
                "--rehearsal.nodes.role=serve",
                "--rehearsal.nodes.poll=100ms",
                "--rehearsal.snapshot.file=" + folder.resolve(kept));
    }

    private static String answer(ConfigurableApplicationContext node) {
        return ask(node, url("Firefox", "d")).body();
    }

    private static RawHttp.Reply ask(ConfigurableApplicationContext node, String path) {
        int port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try {
            return new RawHttp(port, Duration.ofSeconds(30)).get(path);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
