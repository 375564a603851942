package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Going back to a revision through the API, as Balrog's clients do. */
class RevertedRuleTest {

    private static final String DATASET = """
            {"rules": [
              {"rule_id": 7, "alias": "main", "priority": 90, "mapping": "App-1", "backgroundRate": 100,
               "update_type": "minor", "product": "App", "channel": "release", "data_version": 3}],
             "releases": [
              {"name": "App-1", "product": "App", "data_version": 1, "blob":
               {"name": "App-1", "schema_version": 9, "hashFunction": "sha512", "appVersion": "1.0",
                "displayVersion": "1.0", "platforms": {}}}]}
            """;

    private final RunningRehearsal rehearsal = RunningRehearsal.with(RunningRehearsal.JSON.readTree(DATASET));

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    @Test
    void isLiveAtOnceThroughAChangeSetThatTheAnswerNames() {
        long old = revisions().get(0).get("change_id").asLong();
        ObjectNode edit = RunningRehearsal.JSON.createObjectNode();
        edit.put("when", System.currentTimeMillis() + 3_600_000)
                .put("change_type", "update")
                .put("rule_id", 7);
        edit.put("data_version", 3).put("priority", 5).put("comment", "for now");
        JsonNode scheduled = rehearsal.post("/api/scheduled_changes/rules", edit);
        rehearsal.post("/api/scheduled_changes/rules/" + scheduled.get("sc_id") + "/enact", edit);

        JsonNode reverted = rehearsal.post(
                "/api/rules/7/revisions",
                RunningRehearsal.JSON.createObjectNode().put("change_id", old));

        assertThat(reverted.get("enacted").asBoolean()).isTrue();
        JsonNode latest = revisions().get(0);
        assertThat(latest.get("priority").asInt()).isEqualTo(90);
        assertThat(latest.get("comment").isNull()).isTrue();
        assertThat(latest.get("data_version").asInt()).isEqualTo(5);
        assertThat(rehearsal
                        .get("/api/journal?object=rule&change_set=" + reverted.get("change_set"))
                        .get("entries")
                        .get(0)
                        .get("fields")
                        .toString())
                .isEqualTo("{\"priority\":[5,90],\"comment\":[\"for now\",null]}");
    }

    private JsonNode revisions() {
        return rehearsal.get("/api/rules/7/revisions").get("rules");
    }
}
