package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Balrog's scheduled changes of rules and releases: edited, cancelled, signed and enacted one by one. */
class ScheduledChangesApiTest {

    private static final String RULES = "/api/scheduled_changes/rules";
    private static final String RELEASES = "/api/scheduled_changes/releases";
    private static final String BLOB =
            "{`name`: `App-%s`, `schema_version`: 9, `hashFunction`: `sha512`, `appVersion`: `%s`, `displayVersion`: `%s`, `platforms`: {}}";

    private static Team team;

    @BeforeAll
    static void start() {
        team = new Team();
    }

    @AfterEach
    void clear() {
        team.clearQueue();
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    @Test
    void aRuleIsScheduledByItsAlias() {
        long change =
                schedule(RULES, "{'change_type': 'update', 'rule_id': 'main', 'data_version': 3, 'priority': 91}");

        JsonNode row = row(RULES, change);
        assertThat(row.get("rule_id").asInt()).isEqualTo(7);
        assertThat(row.get("priority").asInt()).isEqualTo(91);
        assertThat(row.get("required_signoffs")).isEqualTo(json("{'releng': 1}"));
        long removal = schedule(RULES, "{'change_type': 'delete', 'rule_id': 'beta', 'data_version': 1}");
        assertThat(row(RULES, removal).get("rule_id").asInt()).isEqualTo(8);
    }

    @Test
    void columnsThatAreNotSentStayAsTheyAreScheduled() {
        long change = schedule(
                RULES, "{'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'priority': 91, 'comment': 'one'}");

        JsonNode answer = edit(RULES, change, "{'sc_data_version': 1, 'data_version': 3, 'comment': 'two'}");

        assertThat(answer).isEqualTo(json("{'new_data_version': 2, 'signoffs': {}}"));
        JsonNode row = row(RULES, change);
        assertThat(row.get("priority").asInt()).isEqualTo(91);
        assertThat(row.get("comment").asString()).isEqualTo("two");
        assertThat(row.get("mapping").asString()).isEqualTo("App-1");
        assertThat(row.get("sc_data_version").asInt()).isEqualTo(2);
        assertThat(row.get("data_version").asInt()).isEqualTo(3);
    }

    @Test
    void theWholeRowMayBeSentBack() {
        long change = schedule(RULES, "{'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'priority': 91}");
        String row = row(RULES, change).toString().replace('"', '\'').replace("'priority':91", "'priority':92");

        edit(RULES, change, row);

        assertThat(row(RULES, change).get("priority").asInt()).isEqualTo(92);
    }

    @Test
    void anAdditionKeepsItsIdsWhateverIsEdited() {
        long change = schedule(
                RULES,
                "{'change_type': 'insert', 'priority': 4, 'mapping': 'App-1', 'backgroundRate': 5, 'update_type': 'minor', 'product': 'App', 'channel': 'esr'}");
        long rule = ruleOf(change);

        edit(RULES, change, "{'sc_data_version': 1, 'mapping': 'App-2', 'channel': null}");

        JsonNode row = row(RULES, change);
        assertThat(row.get("mapping").asString()).isEqualTo("App-2");
        assertThat(row.get("channel").isNull()).isTrue();
        assertThat(row.get("priority").asInt()).isEqualTo(4);
        assertThat(ruleOf(change)).isEqualTo(rule);
    }

    @Test
    void ofARemovalOnlyTheTimeIsEdited() {
        long change = schedule(RULES, "{'change_type': 'delete', 'rule_id': 8, 'data_version': 1}");
        long when = row(RULES, change).get("when").asLong() + 1000;

        edit(RULES, change, "{'sc_data_version': 1, 'when': %d, 'priority': 3}".formatted(when));

        JsonNode row = row(RULES, change);
        assertThat(row.get("when").asLong()).isEqualTo(when);
        assertThat(row.get("change_type").asString()).isEqualTo("delete");
        assertThat(row.get("priority").isNull()).isTrue();
    }

    @Test
    void anEditDropsTheSignoffs() {
        long change = schedule(RULES, "{'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'priority': 91}");
        assertThat(team.as("rel", "POST", RULES + "/" + change + "/signoffs", "{'role': 'releng'}"))
                .isEqualTo(json("{}"));
        assertThat(row(RULES, change).get("signoffs")).isEqualTo(json("{'rel': 'releng'}"));

        edit(RULES, change, "{'sc_data_version': 1, 'data_version': 3, 'priority': 92}");

        assertThat(row(RULES, change).get("signoffs")).isEqualTo(json("{}"));
    }

    @Test
    void aChangeIsCancelledAtItsDataVersion() {
        long change = schedule(RULES, "{'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'priority': 91}");
        team.refuses(400, "ann", "DELETE", RULES + "/" + change + "?data_version=2", "");
        team.refuses(400, "ann", "DELETE", RULES + "/" + change, "");

        assertThat(team.as("ann", "DELETE", RULES + "/" + change + "?data_version=1", ""))
                .isEqualTo(json("{}"));

        team.refuses(404, "ann", "GET", RULES + "/" + change, "");
        team.refuses(404, "ann", "DELETE", RULES + "/" + change + "?data_version=1", "");
    }

    @Test
    void ofASetOnlyTheCancelledChangeIsTakenOut() {
        JsonNode set = team.as("ann", "POST", "/api/change_sets", """
                {'title': 'Three', 'when': 'W', 'changes': [
                 {'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 91},
                 {'object': 'rule', 'change_type': 'update', 'rule_id': 8, 'priority': 81},
                 {'object': 'release', 'change_type': 'update', 'name': 'App-2', 'read_only': true}]}
                """);
        long first = set.get("changes").get(0).get("sc_id").asLong();
        long second = set.get("changes").get(1).get("sc_id").asLong();
        long third = set.get("changes").get(2).get("sc_id").asLong();
        String path = "/api/change_sets/" + set.get("id");

        team.as("ann", "DELETE", RULES + "/" + second + "?data_version=1", "");
        assertThat(team.get(path)
                        .get("changes")
                        .valueStream()
                        .map(change -> change.get("sc_id").asLong()))
                .containsExactly(first, third);
        edit(RULES, first, "{'sc_data_version': 2, 'data_version': 3, 'priority': 93}");
        team.as("ann", "DELETE", RELEASES + "/" + third + "?data_version=3", "");
        team.as("ann", "DELETE", RULES + "/" + first + "?data_version=4", "");

        assertThat(team.get(path).get("state").asString()).isEqualTo("withdrawn");
    }

    @Test
    void anEnactedChangeStaysAsItWas() {
        long change = schedule(RULES, "{'change_type': 'update', 'rule_id': 9, 'data_version': 1, 'comment': 'done'}");
        assertThat(team.as("bot", "POST", RULES + "/" + change + "/enact", "")).isEqualTo(json("{}"));

        team.refuses(
                400, "ann", "POST", RULES + "/" + change, "{'sc_data_version': 2, 'data_version': 2, 'comment': 'x'}");
        team.refuses(400, "ann", "DELETE", RULES + "/" + change + "?data_version=2", "");
        assertThat(team.as("bot", "POST", RULES + "/" + change + "/enact", "")).isEqualTo(json("{}"));
        JsonNode row = row(RULES, change);
        assertThat(row.get("complete").asBoolean()).isTrue();
        assertThat(row.get("comment").asString()).isEqualTo("done");
    }

    @Test
    void aSignoffIsOnesOwnAndInOneRole() {
        long change = schedule(RULES, "{'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'priority': 91}");
        String signoffs = RULES + "/" + change + "/signoffs";

        team.refuses(403, "man", "POST", signoffs, "{'role': 'releng'}");
        team.refuses(403, "ann", "POST", signoffs, "{'role': 'releng'}");
        team.refuses(403, "ren", "POST", signoffs, "{'role': 'releng', 'username': 'rel'}");
        team.as("ren", "POST", signoffs, "{'role': 'relman'}");
        team.as("man", "DELETE", signoffs + "?username=ren", "");
        team.refuses(404, "ren", "DELETE", signoffs, "");
        team.as("ren", "POST", signoffs, "{'role': 'relman'}");
        team.as("ren", "POST", signoffs, "{'role': 'releng'}");
        assertThat(row(RULES, change).get("signoffs")).isEqualTo(json("{'ren': 'releng'}"));
        assertThat(team.as("ren", "DELETE", signoffs, "")).isEqualTo(json("{}"));
        assertThat(row(RULES, change).get("signoffs")).isEqualTo(json("{}"));
    }

    @Test
    void ofAScheduledReleaseTheBlobIsEdited() {
        long change = schedule(
                RELEASES,
                "{'change_type': 'update', 'name': 'App-2', 'data_version': 1, 'data': '%s'}"
                        .formatted(blob("2", "2.1")));

        assertThat(edit(
                        RELEASES,
                        change,
                        "{'sc_data_version': 1, 'data_version': 1, 'data': '%s'}".formatted(blob("2", "2.2"))))
                .isEqualTo(json("{'new_data_version': 2, 'signoffs': {}}"));
        assertThat(row(RELEASES, change).get("data").get("appVersion").asString())
                .isEqualTo("2.2");
        edit(RELEASES, change, "{'sc_data_version': 2, 'data_version': 1, 'when': 'W'}");
        assertThat(row(RELEASES, change).get("data").get("appVersion").asString())
                .isEqualTo("2.2");
        team.refuses(
                400, "ann", "POST", RELEASES + "/" + change, "{'sc_data_version': 3, 'data_version': 7, 'when': 'W'}");
        team.refuses(400, "ann", "POST", RELEASES + "/" + change, "{'sc_data_version': 3, 'when': 'W'}");
        team.as("ann", "DELETE", RELEASES + "/" + change + "?data_version=3", "");
    }

    @Test
    void aNewReleaseIsEditedAndKeepsItsName() {
        long change = schedule(
                RELEASES,
                "{'change_type': 'insert', 'name': 'App-5', 'product': 'App', 'data': '%s'}"
                        .formatted(blob("5", "5.0")));

        edit(RELEASES, change, "{'sc_data_version': 1, 'product': 'Other', 'name': 'App-5'}");
        team.refuses(400, "ann", "POST", RELEASES + "/" + change, "{'sc_data_version': 2, 'name': 'App-6'}");
        edit(RELEASES, change, "{'sc_data_version': 2, 'data': '%s'}".formatted(blob("5", "5.1")));

        JsonNode row = row(RELEASES, change);
        assertThat(row.get("product").asString()).isEqualTo("Other");
        assertThat(row.get("data").get("appVersion").asString()).isEqualTo("5.1");
    }

    @Test
    void onePartOfAReleaseIsNotEditedAsAWhole() {
        JsonNode tree = team.as("ann", "PUT", "/api/v2/releases/App-7", """
                {'product': 'App', 'when': 'W', 'blob': {'name': 'App-7', 'schema_version': 9, 'hashFunction': 'sha512',
                 'appVersion': '5.0', 'displayVersion': '5.0', 'platforms': {'p': {'locales': {'de': {'buildID': '5'}}}}}}
                """);
        long base = tree.get(".").get("sc_id").asLong();
        long locale = tree.get("platforms")
                .get("p")
                .get("locales")
                .get("de")
                .get("sc_id")
                .asLong();

        team.refuses(
                400,
                "ann",
                "POST",
                RELEASES + "/" + base,
                "{'sc_data_version': 1, 'data': '%s'}".formatted(blob("7", "7.0")));
        team.refuses(400, "ann", "DELETE", RELEASES + "/" + base + "?data_version=1", "");
        team.as("ann", "DELETE", RELEASES + "/" + locale + "?data_version=1", "");

        assertThat(team.get("/api/v2/releases/App-7").get("sc_data_versions")).isEqualTo(json("{'.': 2}"));
    }

    @Test
    void allThatIsPendingOfAReleaseIsSignedAtOnce() {
        schedule(RULES, "{'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'priority': 91}");
        long one = schedule(
                RELEASES,
                "{'change_type': 'update', 'name': 'App-1', 'data_version': 1, 'data': '%s'}"
                        .formatted(blob("1", "1.1")));
        long two = schedule(
                RELEASES,
                "{'change_type': 'update', 'name': 'App-1', 'data_version': 1, 'data': '%s'}"
                        .formatted(blob("1", "1.2")));
        String signoff = "/api/v2/releases/App-1/signoff";

        team.refuses(403, "man", "PUT", signoff, "{'role': 'releng'}");
        team.refuses(400, "rel", "PUT", signoff, "{}");
        team.refuses(404, "rel", "PUT", "/api/v2/releases/App-2/signoff", "{'role': 'releng'}");
        team.as("rel", "PUT", signoff, "{'role': 'releng'}");
        team.as("rel", "PUT", signoff, "{'role': 'releng'}");

        assertThat(row(RELEASES, one).get("signoffs")).isEqualTo(json("{'rel': 'releng'}"));
        assertThat(row(RELEASES, two).get("signoffs")).isEqualTo(json("{'rel': 'releng'}"));
        assertThat(team.as("rel").get("/api/waiting").get("count").asInt()).isEqualTo(1);
        team.as("rel", "DELETE", signoff, "");
        assertThat(row(RELEASES, one).get("signoffs")).isEqualTo(json("{}"));
        assertThat(row(RELEASES, two).get("signoffs")).isEqualTo(json("{}"));
    }

    @Test
    void signingAllOfAReleaseIsDoneForAllOrForNone() {
        long one = schedule(
                RELEASES,
                "{'change_type': 'update', 'name': 'App-1', 'data_version': 1, 'data': '%s'}"
                        .formatted(blob("1", "1.1")));
        team.as(
                "roy",
                "POST",
                RELEASES,
                "{'when': 'W', 'change_type': 'update', 'name': 'App-1', 'data_version': 1, 'data': '%s'}"
                        .formatted(blob("1", "1.2")));

        team.refuses(403, "roy", "PUT", "/api/v2/releases/App-1/signoff", "{'role': 'releng'}");

        assertThat(row(RELEASES, one).get("signoffs")).isEqualTo(json("{}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/scheduled_changes/rules/1       | {'priority': 1}
            /api/scheduled_changes/rules/1       | {'sc_data_version': 'x'}
            /api/scheduled_changes/releases/1    | {'sc_data_version': 1}
            /api/scheduled_changes/permissions/1 | {'sc_data_version': 1}
            /api/scheduled_changes/required_signoffs/product/1 | {'sc_data_version': 1}
            """)
    void whatIsNotScheduledIsNotFound(String path, String body) {
        team.refuses(404, "ann", "POST", path, body);
    }

    private static long schedule(String path, String body) {
        JsonNode answer = team.as("ann", "POST", path, "{'when': 'W', " + body.substring(1));
        assertThat(answer.get("signoffs")).isEqualTo(json("{}"));
        return answer.get("sc_id").asLong();
    }

    private static JsonNode edit(String path, long change, String body) {
        return team.as("ann", "POST", path + "/" + change, body);
    }

    private static JsonNode row(String path, long change) {
        return team.get(path + "/" + change).get("scheduled_change");
    }

    private static long ruleOf(long change) {
        return team.get("/api/change_sets")
                .get("change_sets")
                .get(0)
                .get("changes")
                .valueStream()
                .filter(one -> one.get("sc_id").asLong() == change)
                .findFirst()
                .orElseThrow()
                .get("rule_id")
                .asLong();
    }

    /** As text, in which the quotes are escaped. */
    private static String blob(String name, String version) {
        return BLOB.formatted(name, version, version).replace("`", "\\\"");
    }
}
