package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two changes of one live channel, each alone on a test channel of its own: each goes live once it was tested on what is
 * live then, whichever is first.
 */
class SideBySideTest {

    private Team team;
    private Staged everybody;
    private Staged germans;

    @BeforeEach
    void stageBoth() {
        team = new Team();
        long raise = scheduled("Everybody first", """
                {'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'mapping': 'App-2'}
                """);
        long german = scheduled("Germans get App-2", """
                {'object': 'rule', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'locale': 'de', 'priority': 200,
                 'mapping': 'App-2', 'backgroundRate': 100, 'update_type': 'minor'}
                """);
        enactedOnceSigned("""
                {'object': 'channel_mapping', 'change_type': 'insert', 'product': 'App', 'live_channel': 'release',
                 'test_channel': 'release-localtest', 'scope': 'only:GERMAN'},
                {'object': 'gate', 'change_type': 'insert', 'product': 'App', 'live_channel': 'release', 'role': 'qa', 'passes_required': 1}
                """.replace("GERMAN", Long.toString(german)));
        showOnly(raise, "release-cdntest");
        everybody = new Staged(raise, "release-cdntest");
        germans = new Staged(german, "release-localtest");
        sign(raise);
        sign(german);
    }

    @AfterEach
    void stop() {
        team.close();
    }

    /** @param testChannel where it is shown alone */
    private record Staged(long set, String testChannel) {}

    @Test
    void eachTestChannelShowsItsOwnAndNotTheOther() {
        assertThat(shownOn(everybody)).isEqualTo("[" + everybody.set() + "]");
        assertThat(shownOn(germans)).isEqualTo("[" + germans.set() + "]");
        assertThat(fingerprint(everybody)).isNotEqualTo(fingerprint(germans));
    }

    @Test
    void theFirstMayGoBeforeTheSecond() {
        goLiveOneAfterTheOther(everybody, germans);
    }

    @Test
    void theSecondMayGoBeforeTheFirst() {
        goLiveOneAfterTheOther(germans, everybody);
    }

    @Test
    void neitherGoesWithATestOfTheOther() {
        assertThat(pass(germans).statusCode()).isEqualTo(201);

        team.refuses(409, "bot", "POST", path(everybody) + "/enact", "");
    }

    private void goLiveOneAfterTheOther(Staged first, Staged second) {
        team.refuses(409, "bot", "POST", path(first) + "/enact", "");
        assertThat(pass(first).statusCode()).isEqualTo(201);
        assertThat(pass(second).statusCode()).isEqualTo(201);
        String promised = fingerprint(first);

        team.as("bot", "POST", path(first) + "/enact", "");

        assertThat(liveFingerprint()).isEqualTo(promised);
        JsonNode refusal = RunningRehearsal.JSON.readTree(
                team.send("bot", "POST", path(second) + "/enact", "").body());
        assertThat(refusal.get("status").asInt()).isEqualTo(409);
        assertThat(refusal.get("detail").asString()).contains("is not tested");
        assertThat(pass(first).statusCode())
                .as("a channel whose set is gone takes no verdict")
                .isEqualTo(409);

        assertThat(pass(second).statusCode()).isEqualTo(201);
        String both = fingerprint(second);
        team.as("bot", "POST", path(second) + "/enact", "");

        assertThat(liveFingerprint()).isEqualTo(both);
    }

    private long scheduled(String title, String change) {
        return team.as(
                        "ann",
                        "POST",
                        "/api/change_sets",
                        "{'title': '" + title + "', 'when': 'W', 'changes': [" + change + "]}")
                .get("id")
                .asLong();
    }

    private void enactedOnceSigned(String changes) {
        long set = team.as(
                        "root",
                        "POST",
                        "/api/change_sets",
                        "{'title': 'Set up', 'when': 'W', 'changes': [" + changes + "]}")
                .get("id")
                .asLong();
        sign(set);
        team.as("bot", "POST", "/api/change_sets/" + set + "/enact", "");
    }

    private void sign(long set) {
        team.as("rel", "POST", "/api/change_sets/" + set + "/signoffs", "{'role': 'releng'}");
    }

    /** Which set a channel shows is for those who may change mappings, without a signoff. */
    private void showOnly(long set, String testChannel) {
        ObjectNode mapping = (ObjectNode) team.get("/api/channel_mappings")
                .get("channel_mappings")
                .valueStream()
                .filter(found -> found.get("test_channel").asString().equals(testChannel))
                .findFirst()
                .orElseThrow();
        team.as(
                "ann",
                "PUT",
                "/api/channel_mappings/" + mapping.get("id"),
                mapping.put("scope", "only:" + set).toString());
    }

    private HttpResponse<String> pass(Staged staged) {
        return team.send("tess", "POST", "/api/verdicts", """
                {'test_channel': 'T', 'product': 'App', 'fingerprint': 'F', 'outcome': 'pass'}
                """.replace("'T'", "'" + staged.testChannel() + "'")
                .replace("'F'", "'" + fingerprint(staged) + "'"));
    }

    private String shownOn(Staged staged) {
        return table(staged).get("change_sets").toString();
    }

    private String fingerprint(Staged staged) {
        return table(staged).get("fingerprint").asString();
    }

    private JsonNode table(Staged staged) {
        return team.get("/api/test_channels/" + staged.testChannel() + "/rules?product=App");
    }

    private String liveFingerprint() {
        return team.get("/api/channels/release/fingerprint?product=App")
                .get("fingerprint")
                .asString();
    }

    private static String path(Staged staged) {
        return "/api/change_sets/" + staged.set();
    }
}
