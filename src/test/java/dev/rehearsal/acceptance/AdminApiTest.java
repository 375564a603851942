package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API says to what it cannot do: problem JSON with the right status, and nothing is changed. */
class AdminApiTest {

    private static final String DATASET = """
            {"rules": [
              {"rule_id": 7, "alias": "main", "priority": 90, "mapping": "App-1", "backgroundRate": 100,
               "update_type": "minor", "product": "App", "channel": "release", "data_version": 3},
              {"rule_id": 8, "alias": "other", "priority": 80, "mapping": "App-1", "backgroundRate": 100,
               "update_type": "minor", "product": "App", "channel": "beta", "data_version": 1}],
             "releases": [{"name": "App-1", "product": "App", "data_version": 1, "blob":
               {"name": "App-1", "schema_version": 9, "hashFunction": "sha512", "appVersion": "1.0",
                "displayVersion": "1.0", "platforms": {}}}]}
            """;

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(RunningRehearsal.JSON.readTree(DATASET));
        rehearsal.map("release", "release-cdntest");
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            POST | /api/channel_mappings         | nonsense | 400
            POST | /api/channel_mappings         | [] | 400
            POST | /api/channel_mappings         | {} | 400
            POST | /api/channel_mappings         | {'live_channel': 'release-cdntest', 'test_channel': 'x'} | 400
            POST | /api/channel_mappings         | {'live_channel': 'x', 'test_channel': 'release'} | 400
            POST | /api/channel_mappings         | {'live_channel': 'beta', 'test_channel': 'release-cdntest'} | 400
            POST | /api/channel_mappings         | {'live_channel': 'beta', 'test_channel': 'b-cck-x'} | 400
            POST | /api/channel_mappings         | {'live_channel': 'beta', 'test_channel': 'b', 'scope': 'all'} | 400
            POST | /api/channel_mappings         | {'live_channel': 5, 'test_channel': ['b']} | 400
            GET  | /api/channel_mappings/999     | "" | 404
            GET  | /api/channel_mappings/abc     | "" | 400
            PUT  | /api/channel_mappings/1       | {'live_channel': 'release', 'test_channel': 'release-cdntest', 'data_version': 9} | 409
            GET  | /api/test_channels/nowhere/rules | "" | 404
            GET  | /api/test_channels/release-cdntest/rules?through=999 | "" | 404
            POST | /api/scheduled_changes/rules  | {'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'mapping': 'App-1'} | 400
            POST | /api/scheduled_changes/rules  | {'when': 1000, 'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'priority': 1} | 400
            POST | /api/scheduled_changes/rules  | {'when': 'W', 'change_type': 'update', 'rule_id': 7, 'data_version': 2, 'priority': 1} | 400
            POST | /api/scheduled_changes/rules  | {'when': 'W', 'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'mapping': 'App-9'} | 400
            POST | /api/scheduled_changes/rules  | {'when': 'W', 'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'alias': 'other'} | 400
            POST | /api/scheduled_changes/rules  | {'when': 'W', 'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'version': '<>4.0'} | 400
            POST | /api/scheduled_changes/rules  | {'when': 'W', 'change_type': 'update', 'rule_id': 99, 'data_version': 3, 'priority': 1} | 404
            POST | /api/scheduled_changes/rules  | {'when': 'W', 'change_type': 'insert', 'priority': 1} | 400
            POST | /api/scheduled_changes/rules  | {'when': 'W', 'change_type': 'replace', 'rule_id': 7} | 400
            POST | /api/scheduled_changes/rules/999/enact | {} | 404
            POST | /api/scheduled_changes/releases | {'when': 'W', 'change_type': 'insert', 'name': 'App-2', 'product': 'App', 'data': '{'} | 400
            POST | /api/scheduled_changes/releases | {'when': 'W', 'change_type': 'insert', 'name': 'App-2', 'product': 'App', 'data': {'name': 'App-2', 'schema_version': 7}} | 400
            POST | /api/scheduled_changes/releases | {'when': 'W', 'change_type': 'delete', 'name': 'App-1', 'data_version': 1} | 400
            PUT  | /api/v2/releases/App-2        | {'when': 'W', 'blob': {'name': 'App-3', 'schema_version': 9}} | 400
            """)
    void refusesInSentencesAndChangesNothing(String method, String path, String body, int status) {
        String before = state();

        HttpResponse<String> refusal = rehearsal.send(method, path, Refusals.json(body));

        Refusals.assertRefused(refusal, status);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aReleaseWrittenPartByPartComesBackAsATreeAndIsEnactedAsOne() {
        ObjectNode body = (ObjectNode) RunningRehearsal.JSON.readTree(Refusals.json("""
                {'product': 'App', 'when': 'W', 'blob': {'name': 'App-5', 'schema_version': 9, 'hashFunction': 'sha512',
                 'appVersion': '5.0', 'displayVersion': '5.0', 'platforms': {'p': {'locales': {'de': {'buildID': '5'}}}}}}
                """));

        JsonNode tree = rehearsal.put("/api/v2/releases/App-5", body);

        assertThat(tree.get(".").get("change_type").asString()).isEqualTo("insert");
        JsonNode locale = tree.get("platforms").get("p").get("locales").get("de");
        assertThat(locale.get("change_type").asString()).isEqualTo("insert");
        assertThat(locale.get("sc_id").asLong())
                .isNotEqualTo(tree.get(".").get("sc_id").asLong());
        assertThat(rehearsal.send("POST", "/api/v2/releases/App-5/enact", "{}").statusCode())
                .isEqualTo(200);
        assertThat(rehearsal.send("POST", "/api/v2/releases/App-5/enact", "{}").statusCode())
                .as("an agent that comes second")
                .isEqualTo(200);
    }

    private static String state() {
        return rehearsal.get("/api/channel_mappings").toString()
                + rehearsal.get("/api/test_channels/release-cdntest/rules");
    }
}
