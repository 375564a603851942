package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.RawHttp;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What Balrog's own clients meet here, beside the right status and keys. */
class BalrogDoorTest {

    private static final String SCHEDULED = "/api/scheduled_changes/";

    private static final String LOCALE = "{'platforms': {'p': {'locales': {'de': {'buildID': '2'}}}}}";

    private static Team team;

    private static int made;

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
    void eachApiListsWhatItMade() {
        String first = first();
        String second = second("");

        assertThat(names(team.get("/api/releases?names_only=1").get("names")))
                .contains(first)
                .doesNotContain(second);
        assertThat(names(team.get("/api/v2/releases?names_only=1")))
                .contains(second)
                .doesNotContain(first);
        assertThat(names(team.get("/api/v1/releases?names_only=1").get("names")))
                .contains(first, second);
    }

    @Test
    void aReleaseThatIsMadeAgainIsListedByTheApiThatMadeItLast() {
        String name = second("");
        does("DELETE", "/api/v2/releases/" + name, "");

        does("POST", "/api/releases", "{'name': '%s', 'product': 'Other', 'blob': %s}".formatted(name, blob(name)));

        assertThat(names(team.get("/api/releases?names_only=1").get("names"))).contains(name);
        assertThat(names(team.get("/api/v2/releases?names_only=1"))).doesNotContain(name);
    }

    @Test
    void whatTheSecondApiScheduledIsListedThereAlone() {
        String name = second("'when': 'W', ");

        assertThat(team.get(SCHEDULED + "releases?name=" + name).get("count").asInt())
                .isZero();
        assertThat(team.get("/api/v2/releases").toString()).contains(name);
    }

    @Test
    void severalPartsOfAReleaseOfTheFirstApiAreOneRowWithAll() {
        String name = first();
        does("POST", "/api/v2/releases/" + name, """
                {'when': 'W', 'old_data_versions': {'.': 1, 'platforms': {'p': {'locales': {'de': 1}}}},
                 'blob': {'displayVersion': '2', 'platforms': {'p': {'locales': {'de': {'buildID': '2'}}}}}}
                """);

        JsonNode rows = team.get(SCHEDULED + "releases?name=" + name);

        assertThat(rows.get("count").asInt()).isEqualTo(1);
        JsonNode blob = rows.at("/scheduled_changes/0/data");
        assertThat(blob.get("displayVersion").asString()).isEqualTo("2");
        assertThat(blob.at("/platforms/p/locales/de/buildID").asString()).isEqualTo("2");
    }

    @Test
    void enactingWhatWentLiveMeanwhileLetsAnAgentGoOn() {
        String change = scheduledRule();
        String enact = SCHEDULED + "rules/" + change + "/enact";

        assertThat(team.as("bot", "POST", enact, "{}")).isEqualTo(json("{}"));
        assertThat(team.as("bot", "POST", enact, "{}")).isEqualTo(json("{}"));
        team.refuses(403, "eve", "POST", enact, "{}");
        assertThat(team.get("/api/rules").toString()).containsOnlyOnce("seen once");
    }

    @Test
    void enactingAReleaseThatWentLiveMeanwhileLetsAnAgentGoOn() {
        String enact = "/api/v2/releases/" + second("'when': 'W', ") + "/enact";

        assertThat(team.as("bot", "POST", enact, "{}")).isEqualTo(json("{}"));
        assertThat(team.as("bot", "POST", enact, "{}")).isEqualTo(json("{}"));
        team.refuses(403, "eve", "POST", enact, "{}");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            POST | /api/rules                   | {'priority': 1, 'mapping': 'Other-1', 'backgroundRate': 100, 'update_type': 'minor', 'product': 'Other', 'colour "x"': 1}
            POST | /api/scheduled_changes/rules | {'when': 'W', 'change_type': 'insert', 'priority': 1, 'mapping': 'Other-1', 'backgroundRate': 100, 'update_type': 'minor', 'product': 'Other', 'colour "x"': 1}
            """)
    void anUnknownFieldOfARuleIsIgnoredWithAWarning(String method, String path, String body) {
        HttpResponse<String> answer = team.as("root").send(method, path, Refusals.json(body.replace("\"", "\\\"")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Warning"))
                .hasValue("299 - \"A rule has no such column, so this was ignored: colour??x?\"");
    }

    @Test
    void aRowWithoutUnknownFieldsWarnsOfNothing() {
        HttpResponse<String> answer = team.send("root", "POST", SCHEDULED + "rules", """
                {'when': 'W', 'change_type': 'insert', 'priority': 1, 'mapping': 'Other-1', 'backgroundRate': 100,
                 'update_type': 'minor', 'product': 'Other', 'csrf_token': 'x', 'telemetry_product': null}
                """);

        assertThat(answer.headers().firstValue("Warning")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permissions                   | {'when': 'W', 'change_type': 'insert', 'username': 'tess', 'permission': 'rule', 'product': ['Other']}
            required_signoffs/product     | {'when': 'W', 'change_type': 'insert', 'product': 'Other', 'channel': 'x', 'role': 'relman', 'signoffs_required': 1, 'signoffs_require': 2}
            required_signoffs/permissions | {'when': 'W', 'change_type': 'insert', 'product': 'Other', 'role': 'relman', 'signoffs_required': 1, 'roles': 'x'}
            """)
    void anUnknownFieldIsRefusedWhereRightsAreGiven(String kind, String body) {
        team.refuses(400, "root", "POST", SCHEDULED + kind, body);
    }

    @Test
    void aRuleThatChangesNothingIsScheduledAndSaysSo() {
        String change = scheduled("rules", "'change_type': 'update', 'rule_id': 8, 'data_version': 1, 'priority': 80");

        assertThat(team.get(SCHEDULED + "rules/" + change)
                        .at("/scheduled_change/priority")
                        .asInt())
                .isEqualTo(80);
        assertThat(team.get("/api/findings").toString())
                .contains("changes_nothing")
                .contains("nothing changes: rule 8 looks like this already");
    }

    @Test
    void aReleaseThatChangesNothingIsScheduledAndGoesLive() {
        String name = first();
        String change = scheduled(
                "releases",
                "'change_type': 'update', 'name': '%s', 'data_version': 1, 'data': %s".formatted(name, blob(name)));

        assertThat(team.get(SCHEDULED + "releases/" + change)
                        .at("/scheduled_change/change_type")
                        .asString())
                .isEqualTo("update");
        assertThat(team.as("bot", "POST", SCHEDULED + "releases/" + change + "/enact", "{}"))
                .isEqualTo(json("{}"));
    }

    @Test
    void whoMayWriteNothingSchedulesNothingThatChangesNothing() {
        String name = first();

        team.refuses(403, "eve", "POST", SCHEDULED + "releases", """
                {'when': 'W', 'change_type': 'update', 'name': '%s', 'data_version': 1, 'data': %s}
                """.formatted(name, blob(name)));
    }

    @Test
    void aPendingEditMayBeChangedBackToTheLiveRow() {
        String change = scheduled("rules", "'change_type': 'update', 'rule_id': 9, 'data_version': 1, 'priority': 5");

        does("POST", SCHEDULED + "rules/" + change, "{'sc_data_version': 1, 'data_version': 1, 'priority': 80}");

        assertThat(team.get(SCHEDULED + "rules/" + change)
                        .at("/scheduled_change/priority")
                        .asInt())
                .isEqualTo(80);
    }

    @Test
    void whoMayAddReleasesAddsThemWithTheirLocales() {
        team.rehearsal.give("cam", "release", "{\"actions\": [\"create\"], \"products\": [\"Other\"]}");
        String name = fresh();
        String write = "{'product': 'Other', %s'blob': %s}";

        team.as("cam", "PUT", "/api/v2/releases/" + name, write.formatted("", blob(name)));
        String later = fresh();
        team.as("cam", "PUT", "/api/v2/releases/" + later, write.formatted("'when': 'W', ", blob(later)));
        team.as("bot", "POST", "/api/v2/releases/" + later + "/enact", "{}");

        assertThat(team.get("/api/releases/" + later)
                        .at("/platforms/p/locales/de/buildID")
                        .asString())
                .isEqualTo("1");
        team.refuses(403, "cam", "POST", "/api/v2/releases/" + name, """
                {'blob': %s, 'old_data_versions': {'platforms': {'p': {'locales': {'de': 1}}}}}
                """.formatted(LOCALE));
    }

    @Test
    void whoMayWriteLocalesOnlyDoesSoInTheFirstApi() {
        team.rehearsal.give("loc", "release_locale", "{\"products\": [\"Other\"]}");
        String name = first();

        team.refuses(403, "loc", "POST", "/api/v2/releases/" + name, """
                {'blob': %s, 'old_data_versions': {'platforms': {'p': {'locales': {'de': 1}}}}}
                """.formatted(LOCALE));
        team.as("loc", "PUT", "/api/releases/" + name + "/builds/p/de", """
                {'product': 'Other', 'data_version': 1, 'schema_version': 9, 'data': {'buildID': '2'}}
                """);
    }

    @Test
    void whoMayNotWriteLocalesMakesNoReleaseForOne() {
        team.rehearsal.give("rea", "release", "{\"products\": [\"Other\"]}");

        team.refuses(403, "rea", "PUT", "/api/releases/" + fresh() + "/builds/p/de", """
                {'product': 'Other', 'schema_version': 9, 'hashFunction': 'sha512', 'data': {'buildID': '2'}}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "1795694400000000, microseconds",
        "1795694400000000000, microseconds",
        "99999999999999999999999, microseconds",
        "1795694400, seconds",
        "1000000000000, past"
    })
    void aTimeThatNobodyMeansIsRefusedWithAHint(String when, String hint) {
        HttpResponse<String> answer = team.send("root", "POST", SCHEDULED + "rules", """
                {'when': %s, 'change_type': 'insert', 'priority': 1, 'mapping': 'Other-1', 'backgroundRate': 100,
                 'update_type': 'minor', 'product': 'Other'}
                """.formatted(when));

        Refusals.assertRefused(answer, 400);
        assertThat(answer.body()).contains(hint);
    }

    @Test
    void aScheduledChangeSaysAgainWhatItSaid() {
        String change = scheduledRule();
        String path = SCHEDULED + "rules/" + change;
        does("POST", path, "{'sc_data_version': 1, 'comment': 'other'}");
        JsonNode revisions = team.get(path + "/revisions").get("revisions");

        does("POST", path + "/revisions", "{'change_id': %s}".formatted(revisions.at("/1/change_id")));

        JsonNode row = team.get(path).get("scheduled_change");
        assertThat(row.get("comment").asString()).isEqualTo("seen once");
        assertThat(row.get("sc_data_version").asInt()).isEqualTo(3);
        assertThat(row.get("rule_id")).isEqualTo(revisions.at("/1/rule_id"));
    }

    @Test
    void aScheduledChangeDoesNotSayWhatAnotherSaid() {
        String other = SCHEDULED + "rules/" + scheduledRule();
        String mine = SCHEDULED + "rules/" + scheduledRule();

        JsonNode revision = team.get(other + "/revisions").at("/revisions/0/change_id");

        team.refuses(400, "root", "POST", mine + "/revisions", "{'change_id': %s}".formatted(revision));
    }

    @Test
    void aDifferenceIsToldLineByLine() {
        String name = first();
        String change = scheduled(
                "releases",
                "'change_type': 'update', 'name': '%s', 'data_version': 1, 'data': %s"
                        .formatted(name, blob(name).replace("'buildID': '1'", "'buildID': '7'")));

        String diff = team.send("eve", "GET", "/api/scheduled_change/diff/release/" + change, "")
                .body();

        assertThat(diff.lines().toList())
                .startsWith("--- Current Version (Data Version 1)", "+++ Scheduled Update (sc_id " + change + ")")
                .anyMatch(line -> line.startsWith("-") && line.contains("\"buildID\"") && line.contains("\"1\""))
                .anyMatch(line -> line.startsWith("+") && line.contains("\"buildID\"") && line.contains("\"7\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//rules",
                "//api/rules",
                "/api/releases/a%2Fb",
                "/api/releases/a%3Bb",
                "/api/releases/a%25b",
                "/api/releases/a%5Cb",
                "/api/releases/a;b",
                "/api/nothing"
            })
    void aPathThatLeadsNowhereIsRefusedAsEverythingElse(String path) {
        RawHttp.Reply reply =
                team.rehearsal.ask("GET", path, Map.of("Authorization", "Bearer " + RunningRehearsal.TOKEN));

        assertThat(reply.status()).isIn(400, 404);
        JsonNode problem = RunningRehearsal.JSON.readTree(reply.body());
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rules", "/api/releases", "/api/scheduled_changes/rules", "/api/v2/releases"})
    void nobodyReadsWithoutATokenUnlessThatIsSaid(String path) {
        assertThat(team.rehearsal.sendOpenly("GET", path).statusCode()).isEqualTo(401);
    }

    @Test
    void balrogsScreensFindThatTheServerIsThere() {
        assertThat(team.rehearsal.sendOpenly("GET", "/api/__heartbeat__").statusCode())
                .isEqualTo(200);
    }

    private static String scheduledRule() {
        return scheduled(
                "rules",
                "'change_type': 'insert', 'priority': 1, 'mapping': 'Other-1', 'backgroundRate': 100, 'update_type': 'minor',"
                        + " 'product': 'Other', 'comment': 'seen once'");
    }

    private static String scheduled(String kind, String columns) {
        return does("POST", SCHEDULED + kind, "{'when': 'W', " + columns + "}")
                .get("sc_id")
                .toString();
    }

    private static String first() {
        String name = fresh();
        does("POST", "/api/releases", "{'name': '%s', 'product': 'Other', 'blob': %s}".formatted(name, blob(name)));
        return name;
    }

    private static String second(String when) {
        String name = fresh();
        does("PUT", "/api/v2/releases/" + name, "{'product': 'Other', %s'blob': %s}".formatted(when, blob(name)));
        return name;
    }

    private static String blob(String name) {
        return """
                {'name': '%s', 'schema_version': 9, 'hashFunction': 'sha512',
                 'platforms': {'p': {'locales': {'de': {'buildID': '1'}}}}}
                """.formatted(name);
    }

    private static String fresh() {
        made++;
        return "Other-New-" + made;
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode does(String method, String path, String body) {
        return team.as("root", method, path, body);
    }
}
