package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Why a verdict does not count any more, over HTTP. */
class FingerprintsApiTest {

    private final Team team = new Team();
    private JsonNode set;

    @BeforeEach
    void schedule() {
        set = team.as("ann", "POST", "/api/change_sets", """
                {'title': 'Ship', 'when': 'W', 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'mapping': 'App-2'}]}
                """);
    }

    @AfterEach
    void stop() {
        team.close();
    }

    private String staged() {
        return team.get("/api/test_channels/release-cdntest/rules?product=App")
                .get("fingerprint")
                .asString();
    }

    private void pass() {
        team.as("tess", "POST", "/api/verdicts", """
                {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': '%s', 'outcome': 'pass'}
                """.formatted(staged()));
    }

    private JsonNode verdict() {
        return team.get("/api/verdicts").get("verdicts").get(0);
    }

    @Test
    void aVerdictSaysThatItIsNotStale() {
        pass();

        assertThat(verdict().get("stale").asBoolean()).isFalse();
        assertThat(verdict().has("stale_because")).isFalse();
    }

    @Test
    void aStaleVerdictSaysWhatDiffers() {
        pass();
        String judged = staged();

        team.as("ann", "PUT", "/api/releases/App-2/builds/WINNT_x86_64-msvc/de", """
                {'product': 'App', 'data_version': 1, 'schema_version': 9, 'data': '{\\"buildID\\": \\"2\\"}'}
                """);

        assertThat(verdict().get("stale").asBoolean()).isTrue();
        assertThat(verdict().get("stale_because").get(0).asString()).isEqualTo("App-2 got a de build for win64");
        JsonNode told = team.get("/api/fingerprints/" + judged + "/differences?to=" + staged());
        assertThat(told.get("product").asString()).isEqualTo("App");
        assertThat(told.get("live_channel").asString()).isEqualTo("release");
        assertThat(told.get("differences").get(0))
                .isEqualTo(json("{'kind': 'release_changed', 'release': 'App-2',"
                        + " 'sentence': 'App-2 got a de build for win64'}"));
    }

    @Test
    void whatIsLiveAndWhatIsStagedDifferByTheSet() {
        String live = team.rehearsal.fingerprint("release", "App");

        JsonNode told = team.get("/api/fingerprints/" + live + "/differences?to=" + staged());

        assertThat(told.get("same").asBoolean()).isFalse();
        assertThat(told.get("known").asBoolean()).isTrue();
        assertThat(told.get("differences").get(0).get("fields"))
                .isEqualTo(json("{'mapping': {'from': 'App-1', 'to': 'App-2'}}"));
        assertThat(told.get("sentences").get(0).asString()).isEqualTo("rule #7 main: mapping App-1 → App-2");
    }

    @Test
    void whatIsNoFingerprintOrNobodyHasSeenIsRefused() {
        team.refuses(400, "eve", "GET", "/api/fingerprints/0/differences?to=" + staged(), "");
        team.refuses(400, "eve", "GET", "/api/fingerprints/" + staged() + "/differences", "");
        team.refuses(404, "eve", "GET", "/api/fingerprints/" + "0".repeat(64) + "/differences?to=" + staged(), "");
    }

    @Test
    void everySetUpToWhichAndWithWhichAloneCanBeTestedSaysWhetherItWas() {
        team.as("ann", "POST", "/api/change_sets", """
                {'title': 'Raise', 'when': 'W', 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 95, 'backgroundRate': 50}]}
                """);
        pass();

        JsonNode tested = team.get("/api/channels/release/tested_states?product=App");

        assertThat(tested.get("live").get("fingerprint").asString())
                .isEqualTo(team.rehearsal.fingerprint("release", "App"));
        assertThat(tested.get("prefixes")).hasSize(2);
        JsonNode first = tested.get("prefixes").get(0);
        assertThat(first.get("change_set")).isEqualTo(set.get("id"));
        assertThat(first.get("state").asString()).isEqualTo("untested");
        JsonNode whole = tested.get("prefixes").get(1);
        assertThat(whole.get("fingerprint").asString()).isEqualTo(staged());
        assertThat(whole.get("state").asString()).isEqualTo("passed");
        assertThat(whole.get("passed_by").get(0).asString()).isEqualTo("tess");
        assertThat(tested.get("alone").get(0).get("fingerprint")).isEqualTo(first.get("fingerprint"));
        assertThat(tested.get("alone").get(1).get("state").asString()).isEqualTo("untested");
        team.refuses(400, "eve", "GET", "/api/channels/release/tested_states", "");
    }
}
