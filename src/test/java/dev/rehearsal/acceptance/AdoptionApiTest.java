package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Balrog whose beta-localtest is kept by hand: rule 30 copies 8 but is throttled, rule 31 copies nothing. */
class AdoptionApiTest {

    private static final String CHANNELS = "'product': 'App', 'live_channel': 'beta', 'test_channel': 'beta-localtest'";
    private static final String QUERY = "?product=App&live_channel=beta&test_channel=beta-localtest";

    private final RunningRehearsal rehearsal = RunningRehearsal.with(dataset(), "--rehearsal.enactor.interval=1h");
    private final RunningRehearsal.Caller ann = rehearsal.as("ann");

    private static ObjectNode dataset() {
        ObjectNode dataset = json(Team.DATASET);
        ArrayNode rules = (ArrayNode) dataset.get("rules");
        rules.add(json("""
                {'rule_id': 30, 'alias': 'beta-localtest', 'priority': 80, 'mapping': 'App-1', 'backgroundRate': 50,
                 'update_type': 'minor', 'product': 'App', 'channel': 'beta-localtest', 'data_version': 4}
                """));
        rules.add(json("""
                {'rule_id': 31, 'priority': 85, 'mapping': 'App-2', 'backgroundRate': 100, 'update_type': 'minor',
                 'product': 'App', 'channel': 'beta-localtest', 'locale': 'de', 'distribution': 'lab',
                 'osVersion': 'Lab', 'data_version': 1}
                """));
        return dataset;
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    @Test
    void suggestionsCanBePostedAsTheyAre() {
        assertThat(rehearsal.get("/api/channel_mappings/suggestions")).isEqualTo(json("""
                {'count': 1, 'suggestions': [
                 {'product': 'App', 'live_channel': 'beta', 'test_channel': 'beta-localtest', 'scope': 'whole_queue', 'hand_made_rules': 2}]}
                """));

        ObjectNode suggestion = (ObjectNode) rehearsal
                .get("/api/channel_mappings/suggestions")
                .get("suggestions")
                .get(0);
        assertThat(ann.send("POST", "/api/channel_mappings", suggestion.toString())
                        .statusCode())
                .isEqualTo(201);
        assertThat(rehearsal
                        .get("/api/channel_mappings/suggestions")
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void candidatesAreListedWhereNoChannelIsNamed() {
        assertThat(rehearsal.get("/api/adoption")).isEqualTo(json("""
                {'count': 1, 'candidates': [
                 {'product': 'App', 'live_channel': 'beta', 'test_channel': 'beta-localtest',
                  'mapped': false, 'copies': 2, 'drifted': 1, 'alone': 1}]}
                """));
    }

    @Test
    void pairsDriftsAndDifferingAnswersAreTold() {
        JsonNode found = rehearsal.get("/api/adoption" + QUERY + "&queries=300&seed=5");

        assertThat(found.get("mapped").asBoolean()).isFalse();
        assertThat(found.get("rules_less").asInt()).isEqualTo(2);
        assertThat(found.get("pairs")).isEqualTo(RunningRehearsal.JSON.readTree("""
                [{"copy": {"rule_id": 30, "alias": "beta-localtest"}, "live": {"rule_id": 8, "alias": "beta"},
                  "drifts": [{"field": "backgroundRate", "copy": 50, "live": 100}]}]
                """));
        assertThat(found.get("copies_alone").get(0).get("rule_id").asInt()).isEqualTo(31);
        assertThat(found.get("live_alone")).isEmpty();
        JsonNode answers = found.get("answers");
        assertThat(answers.get("seed").asInt()).isEqualTo(5);
        assertThat(answers.get("asked").asInt()).isBetween(10, 300);
        assertThat(answers.get("differing").asInt()).isPositive();
        JsonNode difference = answers.get("differences").get(0);
        assertThat(difference.get("url").asString()).startsWith("/update/6/App/");
        assertThat(difference.get("by_hand").get("status").asInt()).isEqualTo(200);
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsRefused() {
        for (String query : new String[] {
            "?test_channel=beta-localtest",
            "?live_channel=beta&test_channel=release-cdntest&product=App",
            QUERY + "&queries=-1",
            QUERY + "&queries=999999",
            QUERY + "&queries=many"
        }) {
            Refusals.assertRefused(rehearsal.send("GET", "/api/adoption" + query, ""), 400);
        }
    }

    @Test
    void twoSetsMapTheChannelAndRetireTheCopies() {
        JsonNode adopted = adopt();

        assertThat(adopted.get("mapping_change_set").isIntegralNumber()).isTrue();
        assertThat(adopted.get("retiring_is_draft").asBoolean()).isFalse();
        assertThat(adopted.get("rules_less").asInt()).isEqualTo(2);
        retire(adopted);
        assertThat(rehearsal.get("/api/rules").get("count").asInt()).isEqualTo(3);
        Refusals.assertRefused(
                ann.send("POST", "/api/adoption", json("{" + CHANNELS + "}").toString()), 400);
    }

    @Test
    void whoMayNotIsRefusedAndNothingIsChanged() {
        HttpResponse<String> refused = rehearsal
                .as("rel")
                .send("POST", "/api/adoption", json("{" + CHANNELS + "}").toString());

        Refusals.assertRefused(refused, 403);
        assertThat(rehearsal.get("/api/channel_mappings").get("count").asInt()).isEqualTo(1);
        Refusals.assertRefused(ann.send("POST", "/api/adoption", "{\"live_channel\":\"beta\",\"odd\":1}"), 400);
    }

    @Test
    void aLaterWriteToARetiredCopySaysWhatToDoInstead() {
        retire(adopt());
        String edit = "{\"mapping\": \"App-2\", \"data_version\": 4}";
        String scheduled =
                "{\"rule_id\": %s, \"change_type\": \"update\", \"when\": 4102444800000, \"mapping\": \"App-2\", \"data_version\": 4}";

        for (HttpResponse<String> refused : List.of(
                ann.send("POST", "/api/rules/beta-localtest", edit),
                ann.send("PUT", "/api/rules/beta-localtest", edit),
                ann.send("PUT", "/api/rules/30", edit),
                ann.send("DELETE", "/api/rules/beta-localtest?data_version=4", ""),
                ann.send("POST", "/api/scheduled_changes/rules", scheduled.formatted("\"beta-localtest\"")),
                ann.send("POST", "/api/scheduled_changes/rules", scheduled.formatted("30")))) {
            Refusals.assertRefused(refused, 400);
            assertThat(refused.body()).contains("'beta-localtest' is computed now", "rule 8 'beta' instead");
        }
        HttpResponse<String> read = ann.send("GET", "/api/rules/beta-localtest", "");
        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(read.body()).contains("rule 8 'beta' instead");
        assertThat(ann.send("PUT", "/api/rules/never-was", edit).statusCode()).isEqualTo(404);
    }

    private JsonNode adopt() {
        HttpResponse<String> answer =
                ann.send("POST", "/api/adoption", json("{" + CHANNELS + "}").toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningRehearsal.JSON.readTree(answer.body());
    }

    private void retire(JsonNode adopted) {
        HttpResponse<String> enacted =
                rehearsal.send("POST", "/api/change_sets/" + adopted.get("retiring_change_set") + "/enact", "");
        assertThat(enacted.statusCode()).as(enacted.body()).isBetween(200, 299);
    }
}
