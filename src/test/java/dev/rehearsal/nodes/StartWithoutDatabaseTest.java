package dev.rehearsal.nodes;

import static dev.rehearsal.nodes.Wanted.file;
import static dev.rehearsal.nodes.Wanted.release;
import static dev.rehearsal.nodes.Wanted.remap;
import static dev.rehearsal.nodes.Wanted.rule;
import static dev.rehearsal.nodes.Wanted.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.RawHttp;
import dev.rehearsal.staging.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A serving node keeps what it serves. Then its database is away for an hour, in which it is started twice; a rule that is
 * written meanwhile by others is served when the database is back.
 */
class StartWithoutDatabaseTest {

    private static final int RULES = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static final TestClock CLOCK = new TestClock();
    private static final List<List<RawHttp.Reply>> ANSWERS = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static SharedDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static Relay relay;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext node;

    @BeforeAll
    static void startTwiceWithoutADatabase() throws IOException {
        database = new SharedDatabase(TestDatabase.newPostgres());
        relay = new Relay(database.url());
        fill();
        try (ConfigurableApplicationContext first = start(kept())) {
            ANSWERS.add(answers(first));
        }
        relay.cut();
        CLOCK.advance(Duration.ofMinutes(40));
        try (ConfigurableApplicationContext second = start(kept())) {
            ANSWERS.add(answers(second));
        }
        CLOCK.advance(Duration.ofMinutes(20));
        node = start(kept());
        ANSWERS.add(answers(node));
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        relay.close();
        database.close();
    }

    private static void fill() {
        CLOCK.advance(Duration.between(CLOCK.instant(), database.now()));
        for (int i = 1; i <= RULES; i++) {
            database.enact(release("Firefox", "F-" + i), rule("Firefox", String.valueOf(i), "F-" + i));
        }
        database.write(entry -> database.bean(ChannelMappings.class)
                .add(entry, new MappingProposal(null, "release", "release-cdntest", new Scope.WholeQueue())));
        database.schedule(
                "Queued",
                database.now().plus(Duration.ofDays(1)),
                release("Firefox", "New"),
                remap(new RuleId(1), "New"));
    }

    @Test
    void answersAsBeforeForAnHour() {
        assertThat(ANSWERS.getFirst().get(1).body()).contains(file("New"));
        assertThat(ANSWERS.getFirst().get(1).header("Rehearsal-Fingerprint")).hasSize(64);
        assertThat(ANSWERS.get(1)).isEqualTo(ANSWERS.getFirst());
        assertThat(ANSWERS.get(2)).isEqualTo(ANSWERS.getFirst());
    }

    /** In this order: the database comes back at the end. */
    @Test
    void tellsHowOldThatIsAndGoesOnByItself() throws IOException {
        assertThat(Long.parseLong(String.valueOf(ask(node, "/__heartbeat__").header("Rehearsal-Snapshot-Age"))))
                .isBetween(3_600L, 3_660L);
        assertThat(ask(node, "/actuator/health").status()).isEqualTo(503);
        assertThat(details(node).path("snapshot_age_seconds").asLong()).isBetween(3_600L, 3_660L);
        assertThat(details(node).path("database_away_since").asString()).isNotEmpty();
        assertThat(ask(node, "/__lbheartbeat__").status()).isEqualTo(200);

        database.enact(release("Firefox", "Later"), remap(new RuleId(2), "Later"));
        relay.join();

        Patience.until(
                "what was written meanwhile is served",
                () -> ask(node, url("Firefox", "2")).body().contains(file("Later")));
        Patience.until(
                "it says that all is well", () -> ask(node, "/actuator/health").status() == 200);
        assertThat(ask(node, "/__heartbeat__").header("Rehearsal-Snapshot-Age")).isEqualTo("0");
        Patience.until(
                "that is kept, too",
                () -> !details(node).path("snapshot_file_written").asString().isEmpty());
    }

    @Test
    void aDamagedFileIsRefusedAndNothingOfItIsServed() throws IOException {
        Path damaged = folder.resolve("damaged");
        byte[] bytes = Files.readAllBytes(kept());
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        try (Relay nowhere = new Relay(database.url())) {
            nowhere.cut();
            try (ConfigurableApplicationContext started = start(nowhere.url(), damaged, "all")) {
                assertThat(ask(started, url("Firefox", "2")).status()).isEqualTo(503);
                assertThat(ask(started, "/__heartbeat__").status()).isEqualTo(503);
                assertThat(ask(started, "/api/v1/rules").status()).isEqualTo(503);
                assertThat(details(started).path("snapshot_file_problem").asString())
                        .contains("damaged or cut short");

                nowhere.join();

                Patience.until(
                        "the database is back",
                        () -> ask(started, url("Firefox", "3")).status() == 200);
            }
        }
    }

    private static Path kept() {
        return folder.resolve("kept");
    }

    private static ConfigurableApplicationContext start(Path file) {
        return start(relay.url(), file, "serve");
    }

    private static ConfigurableApplicationContext start(String url, Path file, String role) {
        return new SpringApplicationBuilder(RehearsalApplication.class)
                .initializers(CLOCK::replaceThatOf)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--rehearsal.nodes.role=" + role,
                        "--rehearsal.nodes.poll=100ms",
                        "--rehearsal.snapshot.file=" + file,
                        "--rehearsal.snapshot.every=100ms");
    }

    /** Live and on the test channel, of each rule and of none. */
    private static List<RawHttp.Reply> answers(ConfigurableApplicationContext asked) {
        List<RawHttp.Reply> answers = new ArrayList<>();
        for (int i = 1; i <= RULES + 1; i++) {
            for (String channel : List.of("release", "release-cdntest")) {
                RawHttp.Reply reply = ask(asked, url("Firefox", String.valueOf(i), channel));
                reply.headers().remove("Date");
                answers.add(reply);
            }
        }
        return answers;
    }

    private static JsonNode details(ConfigurableApplicationContext asked) {
        return JsonMapper.shared()
                .readTree(ask(asked, "/actuator/health").body())
                .path("components")
                .path("node")
                .path("details");
    }

    private static RawHttp.Reply ask(ConfigurableApplicationContext asked, String path) {
        int port = asked.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try {
            return new RawHttp(port, Duration.ofSeconds(30)).get(path);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
