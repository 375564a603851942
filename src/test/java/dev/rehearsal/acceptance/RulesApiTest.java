package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.ledger.WriteLock;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's rule endpoints. */
class RulesApiTest {

    private static final String DATASET = """
            {'rules': [
              {'rule_id': 7, 'alias': 'main', 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'release', 'locale': 'de', 'data_version': 3},
              {'rule_id': 8, 'priority': 80, 'mapping': 'App-2', 'backgroundRate': 50, 'version': '2.0',
               'update_type': 'minor', 'product': 'App', 'channel': 'beta', 'data_version': 1},
              {'rule_id': 9, 'priority': 80, 'mapping': 'App-1', 'backgroundRate': 50, 'version': '2.0',
               'update_type': 'minor', 'product': 'App', 'channel': 'beta', 'data_version': 1},
              {'rule_id': 10, 'alias': 'other', 'priority': 80, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'Other', 'data_version': 1},
              {'rule_id': 11, 'priority': 80, 'mapping': null, 'backgroundRate': 100,
               'update_type': 'minor', 'data_version': 1}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 1, 'blob':
               {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0',
                'displayVersion': '1.0', 'platforms': {}}},
              {'name': 'App-2', 'product': 'App', 'data_version': 1, 'blob':
               {'name': 'App-2', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '2.0',
                'displayVersion': '2.0', 'platforms': {}}}]}
            """;

    private RunningRehearsal rehearsal;

    @BeforeEach
    void start() {
        rehearsal = RunningRehearsal.with(json(DATASET));
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    @Test
    void rulesAreSortedByPriorityThenVersionThenMapping() {
        JsonNode rules = rehearsal.get("/api/rules");

        assertThat(rules.get("count").asInt()).isEqualTo(5);
        assertThat(ids(rules)).containsExactly(11L, 10L, 9L, 8L, 7L);
    }

    @Test
    void rulesOfAProductAreThoseThatNameIt() {
        assertThat(ids(rehearsal.get("/api/rules?product=App"))).containsExactly(9L, 8L, 7L);
        assertThat(ids(rehearsal.get("/api/rules?product=App&timestamp="))).hasSize(3);
    }

    @Test
    void aRuleIsFoundByIdAndByAliasWithItsDataVersionInAHeader() {
        HttpResponse<String> byId = rehearsal.send("GET", "/api/rules/7", "");
        HttpResponse<String> byAlias = rehearsal.send("GET", "/api/rules/main", "");

        assertThat(byId.headers().firstValue("X-Data-Version")).hasValue("3");
        assertThat(byAlias.body()).isEqualTo(byId.body());
        JsonNode rule = RunningRehearsal.JSON.readTree(byId.body());
        assertThat(rule.get("rule_id").asLong()).isEqualTo(7);
        assertThat(rule.get("data_version").asInt()).isEqualTo(3);
        assertThat(rule.get("fallbackMapping").isNull()).isTrue();
        assertThat(rule.size()).isEqualTo(23);
    }

    @Test
    void theDataVersionCanBeAskedForWithoutTheRule() {
        HttpResponse<String> head = rehearsal.send("HEAD", "/api/rules/main", "");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("X-Data-Version")).hasValue("3");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "nobody", "7x", "0x7", "-7", "99999999999999999999"})
    void anUnknownRuleIsNotFound(String idOrAlias) {
        Refusals.assertRefused(rehearsal.send("GET", "/api/rules/" + idOrAlias, ""), 404);
    }

    @Test
    void aNewRuleAnswersWithItsBareId() {
        HttpResponse<String> added =
                rehearsal.send("POST", "/api/rules", json("""
                {'priority': '33', 'mapping': 'App-1', 'backgroundRate': 0, 'update_type': 'minor',
                 'product': 'App', 'locale': ' de, fr ', 'version': '', 'mig64': true}
                """).toString());

        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        JsonNode rule = rehearsal.get("/api/rules/" + Long.parseLong(added.body()));
        assertThat(rule.get("priority").asInt()).isEqualTo(33);
        assertThat(rule.get("backgroundRate").asInt()).isZero();
        assertThat(rule.get("locale").asString()).isEqualTo("de,fr");
        assertThat(rule.get("version").isNull()).isTrue();
        assertThat(rule.get("mig64").asBoolean()).isTrue();
        assertThat(rule.get("data_version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void anEditSetsWhatIsSentAndLeavesTheRest(String method) {
        HttpResponse<String> edited = rehearsal.send(
                method,
                "/api/rules/main",
                json("{'data_version': 3, 'mapping': 'App-2'}").toString());

        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(RunningRehearsal.JSON.readTree(edited.body())).isEqualTo(json("{'new_data_version': 4}"));
        JsonNode rule = rehearsal.get("/api/rules/7");
        assertThat(rule.get("mapping").asString()).isEqualTo("App-2");
        assertThat(rule.get("locale").asString()).isEqualTo("de");
        assertThat(rule.get("data_version").asInt()).isEqualTo(4);
    }

    @Test
    void aFieldIsClearedWithNullOrWithBlanks() {
        rehearsal.post("/api/rules/7", json("{'data_version': 3, 'locale': null, 'channel': ' '}"));

        assertThat(rehearsal.get("/api/rules/7").get("locale").isNull()).isTrue();
        assertThat(rehearsal.get("/api/rules/7").get("channel").isNull()).isTrue();
    }

    @Test
    void theWholeRowMayBeSentBack() {
        ObjectNode row = (ObjectNode) rehearsal.get("/api/rules/7");

        assertThat(rehearsal.post("/api/rules/7", row.put("comment", "seen")))
                .isEqualTo(json("{'new_data_version': 4}"));
        assertThat(rehearsal.get("/api/rules/7").get("comment").asString()).isEqualTo("seen");
    }

    @Test
    void anEditThatIsSentAgainIsRefusedAsOutdated() {
        String edit = json("{'data_version': 3, 'priority': 91}").toString();
        rehearsal.send("POST", "/api/rules/7", edit);

        Refusals.assertRefused(rehearsal.send("POST", "/api/rules/7", edit), 400);

        assertThat(rehearsal.get("/api/rules/7").get("data_version").asInt()).isEqualTo(4);
    }

    @Test
    void rulesAreShownAsOfATime() {
        long imported = rehearsal.bean(WriteLock.class).lastWrite().toEpochMilli();
        rehearsal.post("/api/rules/7", json("{'data_version': 3, 'priority': 91}"));
        long edited = rehearsal.bean(WriteLock.class).lastWrite().toEpochMilli();

        JsonNode before = rehearsal.get("/api/rules?timestamp=" + imported);
        JsonNode after = rehearsal.get("/api/rules?timestamp=" + edited);

        assertThat(ids(before)).containsExactly(11L, 10L, 9L, 8L, 7L);
        assertThat(before.at("/rules/4/priority").asInt()).isEqualTo(90);
        assertThat(after.at("/rules/4/priority").asInt()).isEqualTo(91);
        assertThat(after.at("/rules/4/changed_by").asString()).isEqualTo("bootstrap");
        assertThat(after.at("/rules/4/timestamp").asLong()).isEqualTo(edited);
        assertThat(rehearsal.get("/api/rules?timestamp=1").get("count").asInt()).isZero();
    }

    @Test
    void clientsGetWhatWasEdited() {
        rehearsal.post("/api/rules/7", json("{'data_version': 3, 'locale': null}"));

        assertThat(rehearsal
                        .ask("/update/3/App/0.5/1/p/fr/release/os/d/dv/update.xml")
                        .header("Rule-ID"))
                .isEqualTo("7");
    }

    @Test
    void aRuleIsRemovedByAliasAtItsDataVersion() {
        Refusals.assertRefused(rehearsal.send("DELETE", "/api/rules/main?data_version=2", ""), 400);

        assertThat(rehearsal
                        .send("DELETE", "/api/rules/main?data_version=3", "")
                        .statusCode())
                .isEqualTo(200);

        Refusals.assertRefused(rehearsal.send("GET", "/api/rules/7", ""), 404);
    }

    @Test
    void aRuleWithAScheduledChangeIsNotRemoved() {
        rehearsal.post("/api/scheduled_changes/rules", json(Refusals.json("""
                {'when': 'W', 'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'priority': 1}
                """)));

        Refusals.assertRefused(rehearsal.send("DELETE", "/api/rules/7?data_version=3", ""), 400);
    }

    @Test
    void theValuesOfAColumnAreListedOnce() {
        JsonNode products = rehearsal.get("/api/rules/columns/product");

        assertThat(products.get("count").asInt()).isEqualTo(2);
        assertThat(products.get("product").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("App", "Other");
        Refusals.assertRefused(rehearsal.send("GET", "/api/rules/columns/colour", ""), 404);
    }

    private static List<Long> ids(JsonNode rules) {
        return rules.get("rules")
                .valueStream()
                .map(rule -> rule.get("rule_id").asLong())
                .toList();
    }
}
