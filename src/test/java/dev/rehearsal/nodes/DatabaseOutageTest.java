package dev.rehearsal.nodes;

import static dev.rehearsal.nodes.Wanted.file;
import static dev.rehearsal.nodes.Wanted.release;
import static dev.rehearsal.nodes.Wanted.remap;
import static dev.rehearsal.nodes.Wanted.rule;
import static dev.rehearsal.nodes.Wanted.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.Share;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.RawHttp;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rules 1 to 20 each serve a release of their own; a queued set adds another one and lets rule 1 serve it. */
class DatabaseOutageTest {

    private static final int RULES = 20;
    private static final String NEW_RULE = """
            {"product": "Firefox", "channel": "release", "distribution": "added", "mapping": "Firefox-1",
             "priority": 100, "backgroundRate": 100, "update_type": "minor"}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void clientsNoticeNothingOfADatabaseThatIsAwayForAWhileAndAdminsAreTold() throws Exception {
        try (StoppablePostgres postgres = new StoppablePostgres(folder);
                SharedDatabase database = new SharedDatabase(postgres.url())) {
            fill(database);
            try (Node node = Node.start(
                            "node",
                            postgres.url(),
                            "--rehearsal.nodes.poll=200ms",
                            "--spring.datasource.hikari.connection-timeout=1000")
                    .ready()) {
                awaitAllInMemory(node);
                Instant due = database.now().plusSeconds(2);
                ChangeSetId set = database.schedule("Due meanwhile", due, remap(new RuleId(2), "Firefox-3"));
                Patience.until("the set is staged", () -> isServed(node, "release-cdntest", "Firefox-3"));

                postgres.stop();
                CompletableFuture<HttpResponse<String>> write =
                        CompletableFuture.supplyAsync(() -> node.send("POST", "/api/rules", NEW_RULE));
                Instant longEnough = Instant.now().plusSeconds(Share.isWhole() ? 10 : 3);
                do {
                    assertEverythingIsAnswered(node);
                } while (!write.isDone() || Instant.now().isBefore(longEnough));

                assertRefusedForNow(write.join());
                assertTellsThatItsDatabaseIsAway(node);

                postgres.startAgain();
                Patience.until("what came due goes live", () -> isServed(node, "release", "Firefox-3"));
                assertThat(database.isLive(set)).isTrue();
                assertThat(node.ask("/actuator/health").status()).isEqualTo(200);
                assertThat(node.send("POST", "/api/rules", NEW_RULE).statusCode())
                        .isEqualTo(200);
                assertListensAgain(database);
            }
        }
    }

    private static void fill(SharedDatabase database) {
        List<Proposal> live = new ArrayList<>();
        for (int i = 1; i <= RULES; i++) {
            live.add(release("Firefox", "Firefox-" + i));
            live.add(rule("Firefox", String.valueOf(i), "Firefox-" + i));
        }
        database.enact(live.toArray(Proposal[]::new));
        database.write(entry -> database.bean(ChannelMappings.class)
                .add(entry, new MappingProposal(null, "release", "release-cdntest", new Scope.WholeQueue())));
        Instant notToday = database.now().plus(Duration.ofDays(1));
        database.schedule("Queued", notToday, release("Firefox", "New"), remap(new RuleId(1), "New"));
    }

    /** Nobody has asked for any of them yet. */
    private static void awaitAllInMemory(Node node) {
        Patience.until("all releases are in memory", () -> {
            JsonNode details = details(node);
            return details.path("releases_to_serve").asInt() == RULES + 1
                    && details.path("releases_in_memory").asInt() == RULES + 1;
        });
    }

    private static void assertEverythingIsAnswered(Node node) {
        for (int i = 1; i <= RULES; i++) {
            String distribution = String.valueOf(i);
            RawHttp.Reply live = node.ask(url("Firefox", distribution));
            RawHttp.Reply tested = node.ask(url("Firefox", distribution, "release-cdntest"));

            assertThat(live.body()).contains("URL=\"" + file("Firefox-" + i) + "\"");
            assertThat(tested.body()).contains("URL=\"" + file(staged(i)) + "\"");
            assertThat(tested.header("Rehearsal-Fingerprint")).hasSize(64);
        }
    }

    private static String staged(int rule) {
        return switch (rule) {
            case 1 -> "New";
            case 2 -> "Firefox-3";
            default -> "Firefox-" + rule;
        };
    }

    private static boolean isServed(Node node, String channel, String release) {
        return node.ask(url("Firefox", "2", channel)).body().contains("URL=\"" + file(release) + "\"");
    }

    private static void assertRefusedForNow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("The database does not answer");
    }

    private static void assertTellsThatItsDatabaseIsAway(Node node) {
        assertThat(node.ask("/actuator/health").status()).isEqualTo(503);
        assertThat(details(node).path("database_away_since").asString()).isNotEmpty();
        assertThat(IntStream.of(
                        node.ask("/__lbheartbeat__").status(),
                        node.ask("/__heartbeat__").status()))
                .as("a node that serves is not taken out")
                .containsOnly(200);
    }

    private static JsonNode details(Node node) {
        return node.json("/actuator/health").path("components").path("node").path("details");
    }

    private static void assertListensAgain(SharedDatabase database) {
        Patience.until(
                "the node hears of what others write",
                () -> database.jdbc()
                                .sql(
                                        "select count(*) from pg_stat_activity where application_name = 'node' and query like 'listen%'")
                                .query(Integer.class)
                                .single()
                        == 1);
    }
}
