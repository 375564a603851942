package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the API says of the past: rule 7 mapped to App-1 at first, then a scheduled change moved it to App-2. */
class HistoryApiTest {

    private static final String DATASET = """
            {"rules": [
              {"rule_id": 7, "alias": "main", "priority": 90, "mapping": "App-1", "backgroundRate": 100,
               "update_type": "minor", "product": "App", "channel": "release", "data_version": 3},
              {"rule_id": 8, "priority": 80, "mapping": "App-1", "backgroundRate": 100,
               "update_type": "minor", "product": "Other", "channel": "beta", "data_version": 1}],
             "releases": [
              {"name": "App-1", "product": "App", "data_version": 1, "blob":
               {"name": "App-1", "schema_version": 9, "hashFunction": "sha512", "appVersion": "1.0",
                "displayVersion": "1.0", "platforms": {}}},
              {"name": "App-2", "product": "App", "data_version": 1, "blob":
               {"name": "App-2", "schema_version": 9, "hashFunction": "sha512", "appVersion": "2.0",
                "displayVersion": "2.0", "platforms": {}}}],
             "channel_mappings": [{"live_channel": "release", "test_channel": "release-cdntest", "scope": "whole_queue"}]}
            """;

    private static RunningRehearsal rehearsal;
    private static long scId;

    @BeforeAll
    static void moveRuleSevenToAppTwo() {
        rehearsal = RunningRehearsal.with(RunningRehearsal.JSON.readTree(DATASET));
        scId = rehearsal
                .post("/api/scheduled_changes/rules", json("""
                        {'when': W, 'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'mapping': 'App-2'}
                        """))
                .get("sc_id")
                .asLong();
        rehearsal.post("/api/scheduled_changes/rules/" + scId + "/enact", json("{}"));
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void revisionsOfARuleAreItsRowsNewestFirstWithWhoAndWhen() {
        JsonNode revisions = rehearsal.get("/api/rules/7/revisions");

        assertThat(revisions.get("count").asInt()).isEqualTo(2);
        JsonNode latest = revisions.get("rules").get(0);
        assertThat(latest.get("mapping").asString()).isEqualTo("App-2");
        assertThat(latest.get("rule_id").asInt()).isEqualTo(7);
        assertThat(latest.get("data_version").asInt()).isEqualTo(4);
        assertThat(latest.get("changed_by").asString()).isEqualTo("bootstrap");
        assertThat(latest.get("timestamp").asLong()).isPositive();
        assertThat(revisions.get("rules").get(1).get("changed_by").asString()).isEqualTo("import");
    }

    @Test
    void revisionsComeInPages() {
        JsonNode second = rehearsal.get("/api/rules/7/revisions?page=2&limit=1");

        assertThat(second.get("count").asInt()).isEqualTo(2);
        assertThat(second.get("rules").size()).isEqualTo(1);
        assertThat(second.get("rules").get(0).get("mapping").asString()).isEqualTo("App-1");
    }

    @Test
    void revisionsOfAScheduledChangeAreRowsAsTheChangeWouldLeaveThem() {
        JsonNode revisions = rehearsal.get("/api/scheduled_changes/rules/" + scId + "/revisions");

        assertThat(revisions.get("count").asInt()).isEqualTo(2);
        JsonNode latest = revisions.get("revisions").get(0);
        assertThat(latest.get("complete").asBoolean()).isTrue();
        assertThat(latest.get("sc_data_version").asInt()).isEqualTo(2);
        JsonNode first = revisions.get("revisions").get(1);
        assertThat(first.get("complete").asBoolean()).isFalse();
        assertThat(first.get("sc_id").asLong()).isEqualTo(scId);
        assertThat(first.get("change_type").asString()).isEqualTo("update");
        assertThat(first.get("mapping").asString()).isEqualTo("App-2");
        assertThat(first.get("priority").asInt()).isEqualTo(90);
        assertThat(first.get("data_version").asInt()).isEqualTo(3);
        assertThat(first.get("scheduled_by").asString()).isEqualTo("bootstrap");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | 3 | 2
            product=App         | 2 | 2
            product=Other       | 1 | 0
            channel=beta        | 1 | 0
            changed_by=import   | 2 | 0
            data_version=4      | 1 | 0
            change_id=1         | 1 | 1
            timestamp_to=1      | 0 | 0
            timestamp_from=1    | 3 | 2
            """)
    void theHistoryOfRulesIsFilteredAsBalrogDoes(String filter, int rules, int scheduled) {
        JsonNode history = rehearsal.get("/api/rules/history?" + filter);

        assertThat(history.get("Rules").get("count").asInt()).isEqualTo(rules);
        assertThat(history.get("Rules").get("revisions").size()).isEqualTo(rules);
        assertThat(history.get("Rules scheduled change").get("count").asInt()).isEqualTo(scheduled);
    }

    @Test
    void aTestChannelShowsWhatItShowedThen() {
        JsonNode imported = rehearsal.get("/api/rules/7/revisions").get("rules").get(1);

        JsonNode now = rehearsal.get("/api/test_channels/release-cdntest/rules");
        JsonNode then = rehearsal.get("/api/test_channels/release-cdntest/rules?at=" + imported.get("timestamp"));

        assertThat(now.get("rules").get(0).get("mapping").asString()).isEqualTo("App-2");
        assertThat(then.get("rules").get(0).get("mapping").asString()).isEqualTo("App-1");
        assertThat(then.get("fingerprint")).isNotEqualTo(now.get("fingerprint"));
    }

    @Test
    void aChannelThatWasNoTestChannelThenIsNotFound() {
        HttpResponse<String> refusal = rehearsal.send("GET", "/api/test_channels/release-cdntest/rules?at=1", "");

        assertThat(refusal.statusCode()).isEqualTo(404);
        assertThat(refusal.body()).contains("As of 1970-01-01T00:00:00.001Z: 'release-cdntest' is not a test channel");
    }

    @Test
    void theJournalTellsWhoChangedWhat() {
        JsonNode journal = rehearsal.get("/api/journal?object=rule&person=bootstrap");

        assertThat(journal.get("count").asInt()).isEqualTo(1);
        JsonNode entry = journal.get("entries").get(0);
        assertThat(entry.get("object").asString()).isEqualTo("rule");
        assertThat(entry.get("key").asString()).isEqualTo("7");
        assertThat(entry.get("by").asString()).isEqualTo("bootstrap");
        assertThat(entry.get("change").asString()).isEqualTo("edited");
        assertThat(entry.get("change_set").isNumber()).isTrue();
        assertThat(entry.get("at").asLong()).isPositive();
        assertThat(entry.get("fields").toString()).isEqualTo("{\"mapping\":[\"App-1\",\"App-2\"]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            GET  | /api/rules/99/revisions | "" | 404 | Requested rule does not exist
            GET  | /api/rules/main/revisions | "" | 404 | Requested rule does not exist
            GET  | /api/rules/7/revisions?page=0 | "" | 400 | Error occurred when trying to fetch Rule's revisions having rule_id 7
            GET  | /api/rules/7/revisions?page=x | "" | 400 | page
            POST | /api/rules/99/revisions | {'change_id': 1} | 404 | bad rule_id
            POST | /api/rules/7/revisions | {} | 400 | No change_id passed in the request body
            POST | /api/rules/7/revisions | "" | 400 | No change_id passed in the request body
            POST | /api/rules/7/revisions | {'change_id': 999} | 400 | Invalid change_id : 999 passed in the request body
            POST | /api/rules/7/revisions | {'change_id': 'x'} | 400 | Invalid change_id : x passed in the request body
            POST | /api/rules/8/revisions | {'change_id': 3} | 400 | Bad rule_id passed in the request
            POST | /api/rules/7/revisions | {'change_id': 3} | 400 | rule 7 is as it was in revision 3
            GET  | /api/scheduled_changes/rules/99/revisions | "" | 404 | Scheduled change does not exist
            GET  | /api/rules/history?page=0 | "" | 400 | Error occurred when trying to fetch histories
            GET  | /api/journal?object=ruel | "" | 400 | 'ruel' is none of
            GET  | /api/journal?limit=0 | "" | 400 | limit
            """)
    void refusesInSentences(String method, String path, String body, int status, String sentence) {
        HttpResponse<String> refusal = rehearsal.send(method, path, body.replace('\'', '"'));

        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(status);
        assertThat(RunningRehearsal.JSON.readTree(refusal.body()).get("detail").asString())
                .contains(sentence);
    }

    private static JsonNode json(String body) {
        long soon = Instant.now().plusSeconds(3600).toEpochMilli();
        return RunningRehearsal.JSON.readTree(
                body.replace("W", Long.toString(soon)).replace('\'', '"'));
    }
}
