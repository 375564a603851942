package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A rule was edited at once; its receipt is read by somebody who may do nothing. */
class ReceiptsApiTest {

    private static Team team;
    private static String receipt;

    @BeforeAll
    static void edit() {
        team = new Team();
        long set = team.as("root", "POST", "/api/change_sets", """
                        {'title': 'Receipted', 'when': 'W', 'changes': [
                        {'object': 'rule', 'change_type': 'update', 'rule_id': 9, 'priority': 81}]}
                        """).get("id").asLong();
        team.as("bot", "POST", "/api/change_sets/" + set + "/enact", "{}");
        String list = "/api/receipts?change_set=" + set;
        Patience.until(
                "it has its receipt", () -> !team.get(list).get("receipts").isEmpty());
        receipt = "/api/receipts/" + team.get(list).at("/receipts/0/number");
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    private static String body(String path) {
        return team.send("eve", "GET", path, "").body();
    }

    private static JsonNode statement() {
        byte[] payload = Base64.getDecoder()
                .decode(RunningRehearsal.JSON
                        .readTree(body(receipt))
                        .get("payload")
                        .asString());
        return RunningRehearsal.JSON.readTree(payload);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itsSubjectsAreTheBytesThatAreDownloaded() {
        assertThat(statement().get("subject"))
                .hasSize(2)
                .allSatisfy(subject -> assertThat(sha256(body(
                                receipt + "/subjects/" + subject.get("name").asString())))
                        .isEqualTo(subject.at("/digest/sha256").asString()));
    }

    @Test
    void itIsAnInTotoStatementInADsseEnvelope() {
        JsonNode envelope = RunningRehearsal.JSON.readTree(body(receipt));

        assertThat(envelope.get("payloadType").asString()).isEqualTo("application/vnd.in-toto+json");
        assertThat(statement().get("_type").asString()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement().at("/predicate/changeSet/title").asString()).isEqualTo("Receipted");
    }

    @Test
    void theHeadIsThatOfTheLatest() {
        JsonNode head = team.get("/api/receipts/head");
        JsonNode latest = team.get("/api/receipts?limit=1").at("/receipts/0");

        assertThat(head.get("number").asLong()).isGreaterThanOrEqualTo(1);
        assertThat(latest.get("sha256").asString()).hasSize(64);
    }

    @Test
    void theFeedTellsEachWithItsDigest() {
        String sha256 = team.get("/api/receipts").at("/receipts/0/sha256").asString();

        assertThat(body("/api/feeds/receipts.atom"))
                .contains("of change set", sha256)
                .doesNotContain("Receipted");
    }

    @Test
    void healthTellsHowReceiptsAreKept() {
        JsonNode health = RunningRehearsal.JSON.readTree(
                team.rehearsal.sendOpenly("GET", "/actuator/health").body());

        assertThat(health.at("/components/receipts/details/signed_by").asString())
                .isEqualTo("no key: they are kept unsigned");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        team.refuses(404, "eve", "GET", "/api/receipts/4711", "");
        team.refuses(404, "eve", "GET", receipt + "/subjects/another.json", "");
        team.refuses(404, "eve", "GET", "/api/receipts/keys/" + "0".repeat(64) + ".pem", "");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        team.refuses(400, "eve", "GET", "/api/receipts/first", "");
        team.refuses(400, "eve", "GET", "/api/receipts?change_set=first", "");
        team.refuses(400, "eve", "GET", "/api/receipts?limit=0", "");
    }

    @Test
    void itIsNotWritten() {
        team.refuses(405, "root", "DELETE", receipt, "");
    }
}
