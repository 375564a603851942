package dev.rehearsal.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.notice.Inbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node ends while people write: killed, or asked to. What it has acknowledged is there, and goes live once. */
class SuddenEndTest {

    private static final int ROUNDS = Share.of(20);
    private static final int WRITERS = 4;
    private static final int MOST_SETS = 1_000;

    /** Each waits for one answer, and sends the next as soon as it has it. */
    private static final int IN_FLIGHT = 30;

    /** Where the sets of a test are kept. */
    enum Database {
        H2_FILE,
        POSTGRESQL
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static final int WEBHOOKS = 4;

    /** So many notices are on their way when their receiver begins to answer; soon after, the node is killed. */
    private static final int ON_THEIR_WAY = 200;

    @ParameterizedTest(name = "on {0}, seed 1")
    @EnumSource
    void whatWasAcknowledgedBeforeAKillIsKeptAndGoesLiveOnce(Database kind) throws Exception {
        Random random = new Random(1);
        String url = fill(kind);
        Set<String> acknowledged = new HashSet<>();
        Node node = Node.start(
                "node",
                url,
                "--rehearsal.notices.webhook-hosts=127.0.0.1",
                "--rehearsal.notices.private-addresses=true",
                "--rehearsal.notices.in-hand=2s");
        try (Inbox inbox = new Inbox()) {
            for (int at = 0; at < WEBHOOKS; at++) {
                addWebhook(node.ready(), inbox.url("/" + at));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                inbox.hold();
                Writers writers =
                        Writers.start(node.ready(), WRITERS, "round" + round, MOST_SETS, Duration.ofSeconds(10));
                writers.awaitAcknowledged(ON_THEIR_WAY / WEBHOOKS + random.nextInt(10));
                int posts = inbox.posts().size() + random.nextInt(60);
                inbox.goOn();
                Patience.until("some are delivered", () -> inbox.posts().size() >= posts);
                node.kill();
                writers.awaitEnd();
                acknowledged.addAll(writers.acknowledged());
                assertThat(writers.otherAnswers()).isEmpty();
                assertThat(column(url, "select title from change_sets"))
                        .as("round " + round)
                        .containsAll(acknowledged);
                node = node.again();
            }
            awaitAllLive(node.ready());
            awaitNothingOnItsWay(node);
            awaitReceipts(node);
            node.close();
            for (int at = 0; at < WEBHOOKS; at++) {
                assertEachIsTold(url, inbox, "/" + at);
            }
        } finally {
            node.close();
        }
        assertEachIsLiveOnce(url, acknowledged);
        assertEachHasOneReceiptInAChain(url);
    }

    private static void addWebhook(Node node, String url) {
        String webhook = "{\"name\": \"x\", \"url\": \"%s\", \"kinds\": [\"set_changed\"]}".formatted(url);
        assertThat(node.send("POST", "/api/webhooks", webhook).statusCode()).isEqualTo(201);
    }

    private static void awaitNothingOnItsWay(Node node) {
        Patience.until(
                "nothing is on its way",
                () -> node.send("GET", "/api/notices/deliveries?state=waiting", "")
                        .body()
                        .contains("\"count\":0"));
    }

    private static void awaitReceipts(Node node) {
        Patience.until(
                "each enactment has its receipt",
                () -> node.send("GET", "/api/receipts/head", "").body().contains("\"waiting\":0"));
    }

    private static void assertEachHasOneReceiptInAChain(String url) throws SQLException {
        assertThat(column(url, "select cast(set_id as varchar(20)) from receipts where kind = 'enacted'"))
                .containsExactlyInAnyOrderElementsOf(
                        column(url, "select cast(id as varchar(20)) from change_sets where state = 'enacted'"));
        List<String> digests = column(url, "select digest from receipts order by number");
        List<String> payloads = column(url, "select payload from receipts order by number");
        for (int place = 1; place < payloads.size(); place++) {
            assertThat(payloads.get(place))
                    .contains("\"receipt\":{\"number\":%d,\"previous\":{\"sha256\":\"%s\"}}"
                            .formatted(place + 1, digests.get(place - 1)));
        }
    }

    /** Each set that is there was told at least once, in their order, and none that is not. */
    private static void assertEachIsTold(String url, Inbox inbox, String path) throws SQLException {
        List<String> there = column(url, "select title from change_sets where title like 'round%' order by id");
        assertThat(told(inbox, path)).containsExactlyElementsOf(there);
    }

    private static List<String> told(Inbox inbox, String path) {
        return inbox.posts().stream()
                .filter(post -> post.path().equals(path))
                .map(Inbox.Post::title)
                .filter(title -> title.endsWith("was scheduled"))
                .map(title -> title.replaceAll(".*“|”.*", ""))
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "on {0}")
    @EnumSource
    void whatIsUnderWayWhenANodeIsAskedToEndIsAnsweredAndKept(Database kind) throws Exception {
        String url = fill(kind);
        Writers writers;
        try (Node node = Node.start("node", url).ready()) {
            writers = Writers.start(node, IN_FLIGHT, "last", MOST_SETS, Duration.ofHours(1));
            writers.awaitAcknowledged(IN_FLIGHT);
        }
        writers.awaitEnd();

        assertThat(writers.otherAnswers()).isEmpty();
        assertThat(column(url, "select title from change_sets where title like 'last-%'"))
                .containsExactlyInAnyOrderElementsOf(writers.acknowledged());
    }

    /** With the release that all rules serve. */
    private String fill(Database kind) {
        String url = switch (kind) {
            case H2_FILE -> "jdbc:h2:file:" + folder.resolve("rehearsal");
            case POSTGRESQL -> TestDatabase.newPostgres();
        };
        try (SharedDatabase database = new SharedDatabase(url)) {
            database.enact(Wanted.release("Firefox", "Live"));
        }
        return url;
    }

    private static void awaitAllLive(Node node) {
        Patience.until(
                "everything is live",
                () -> node.send("GET", "/api/change_sets?state=pending", "")
                        .body()
                        .contains("\"count\":0"));
    }

    private static void assertEachIsLiveOnce(String url, Collection<String> acknowledged) throws SQLException {
        List<String> live = column(url, "select comment from rules where comment like 'round%'");
        assertThat(live).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(column(url, "select comment from rules_history where comment like 'round%'"))
                .containsExactlyInAnyOrderElementsOf(live);
    }

    private static List<String> column(String url, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(url);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static Connection connect(String url) throws SQLException {
        return url.startsWith("jdbc:h2:")
                ? DriverManager.getConnection(url, "sa", "")
                : DriverManager.getConnection(url);
    }
}
