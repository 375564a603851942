package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requirements, gates, verdicts and shutoffs over HTTP: what keeps changes, and updates, from going on. */
class GuardsApiTest {

    private static final String RAISE = """
            {'title': 'Raise', 'when': 'W', 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'mapping': 'App-2'}]}
            """;
    private static final String UPDATE = "/update/3/App/0.5/0/p/de/%s/os/d/dv/update.xml";

    private final Team team = new Team();
    private JsonNode set;

    @BeforeEach
    void signedSet() {
        set = team.as("ann", "POST", "/api/change_sets", RAISE);
        team.as("rel", "POST", path() + "/signoffs", "{'role': 'releng'}");
    }

    @AfterEach
    void stop() {
        team.close();
    }

    @Test
    void requirementsAreListedAndTheFirstOfAChannelIsWrittenAtOnce() {
        assertThat(team.get("/api/required_signoffs/product?product=App")).isEqualTo(json("""
                {'count': 1, 'required_signoffs': [
                 {'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1, 'data_version': 1}]}
                """));
        HttpResponse<String> first = team.send("ann", "POST", "/api/required_signoffs/product", """
                {'product': 'App', 'channel': 'beta', 'role': 'relman', 'signoffs_required': '2'}
                """);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).isEqualTo("{\"new_data_version\":1}");
        assertThat(team.get("/api/required_signoffs/product?channel=beta")
                        .get("required_signoffs")
                        .get(0)
                        .get("signoffs_required")
                        .asInt())
                .isEqualTo(2);
        String another = "{'product': 'App', 'channel': 'beta', 'role': 'releng', 'signoffs_required': 1}";
        team.refuses(400, "ann", "POST", "/api/required_signoffs/product", another);
        team.refuses(400, "ann", "DELETE", "/api/required_signoffs/product", "");
    }

    @Test
    void soAreRequirementsForPermissions() {
        assertThat(team.get("/api/required_signoffs/permissions")).isEqualTo(json("""
                {'count': 1, 'required_signoffs': [
                 {'product': 'App', 'role': 'releng', 'signoffs_required': 1, 'data_version': 1}]}
                """));
        String other = "{'product': 'Other', 'role': 'relman', 'signoffs_required': 1}";
        assertThat(team.as("ann", "POST", "/api/required_signoffs/permissions", other))
                .isEqualTo(json("{'new_data_version': 1}"));
        team.refuses(400, "ann", "POST", "/api/required_signoffs/permissions", other);
        team.refuses(400, "ann", "DELETE", "/api/required_signoffs/permissions", "");
        assertThat(team.get("/api/required_signoffs/permissions?product=Other")
                        .get("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRequirementGuardsItselfAndIsEnactedOnceItIsSigned() {
        String path = "/api/scheduled_changes/required_signoffs/product";
        long change = team.as("ann", "POST", path, """
                {'when': 'W', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 1}
                """).get("sc_id").asLong();
        team.refuses(400, "bot", "POST", path + "/" + change + "/enact", "");
        team.as("rel", "POST", path + "/" + change + "/signoffs", "{'role': 'releng'}");

        team.as("bot", "POST", path + "/" + change + "/enact", "");

        assertThat(team.get("/api/required_signoffs/product?product=App")
                        .get("count")
                        .asInt())
                .isEqualTo(2);
        JsonNode done = team.get(path + "?all=1").get("scheduled_changes").get(0);
        assertThat(done.get("complete").asBoolean()).isTrue();
        assertThat(done.get("signoffs")).isEqualTo(json("{'rel': 'releng'}"));
        assertThat(done.get("required_signoffs")).isEqualTo(json("{}"));
        assertThat(team.get(path).get("count").asInt()).isZero();
        team.refuses(400, "ann", "POST", path + "/" + change, "{'sc_data_version': 2, 'signoffs_required': 1}");
    }

    @Test
    void releasesTellWhatTheirRulesNeed() {
        JsonNode releases = team.get("/api/releases?product=App").get("releases");
        assertThat(releases.get(0).get("required_signoffs")).isEqualTo(json("{'releng': 1}"));
        assertThat(releases.get(1).get("required_signoffs")).isEqualTo(json("{}"));
        team.as("ann", "PUT", "/api/v2/releases/App-9", """
                {'product': 'App', 'blob': {'name': 'App-9', 'schema_version': 9, 'hashFunction': 'sha512', 'platforms': {}}}
                """);
        JsonNode row = team.get("/api/v2/releases").get("releases").get(0);
        assertThat(row.get("name").asString()).isEqualTo("App-9");
        assertThat(row.get("product_required_signoffs")).isEqualTo(json("{'releng': 1}"));
        assertThat(team.get("/api/releases/App-2/read_only/product/required_signoffs"))
                .isEqualTo(json("{'required_signoffs': {'releng': 1}}"));
    }

    @Test
    void aGateIsMadeAtOnceAndReplacedAndRemovedWithSignoffsOfItsRole() {
        ObjectNode gate = gateOnBeta();

        assertThat(gate.get("data_version").asInt()).isEqualTo(1);
        assertThat(gate.get("test_channels")).isEmpty();
        assertThat(team.get("/api/gates")).isEqualTo(json("{'count': 1, 'gates': [" + gate + "]}"));
        String path = "/api/gates/" + gate.get("id");
        gate.put("live_channel", "esr");
        HttpResponse<String> refused = team.send("ann", "PUT", path, gate.toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("signoff is required: 0 of 1 by qa given");
        team.refuses(400, "ann", "DELETE", path + "?data_version=1", "");
        assertThat(team.get(path).get("live_channel").asString()).isEqualTo("beta");

        signedByQa("""
                {'object': 'gate', 'change_type': 'update', 'id': %s, 'product': 'App', 'live_channel': 'esr', 'role': 'qa',
                 'passes_required': 1}
                """.formatted(gate.get("id")));
        assertThat(team.get(path).get("live_channel").asString()).isEqualTo("esr");
        assertThat(team.get(path).get("data_version").asInt()).isEqualTo(2);
        team.refuses(409, "ann", "PUT", path, gate.toString());
        team.refuses(409, "ann", "DELETE", path + "?data_version=1", "");

        signedByQa("{'object': 'gate', 'change_type': 'delete', 'id': %s}".formatted(gate.get("id")));
        team.refuses(404, "ann", "GET", path, "");
        team.refuses(404, "ann", "DELETE", path + "?data_version=2", "");
    }

    @Test
    void aFreezeWindowIsMadeReplacedAndRemoved() {
        String weekend = """
                {'product': 'App', 'live_channel': 'nightly', 'effect': 'deny', 'cron': '0 0 18 * * FRI', 'duration': 'PT62H',
                 'zone': 'Europe/Berlin', 'title': 'Weekend'}
                """;
        ObjectNode window = (ObjectNode) team.as("ann", "POST", "/api/freeze_windows", weekend);
        String path = "/api/freeze_windows/" + window.get("id");

        assertThat(team.get("/api/freeze_windows")).isEqualTo(json("{'count': 1, 'freeze_windows': [" + window + "]}"));
        team.refuses(400, "ann", "POST", "/api/freeze_windows", weekend.replace("PT62H", "PT200H"));
        team.refuses(400, "ann", "POST", "/api/freeze_windows", weekend.replace("0 0 18 * * FRI", "fridays"));
        team.refuses(400, "ann", "POST", "/api/freeze_windows", weekend.replace("Europe/Berlin", "+01:00"));
        team.refuses(400, "ann", "POST", "/api/freeze_windows", weekend.replace("deny", "never"));
        team.refuses(403, "eve", "POST", "/api/freeze_windows", weekend);
        window.put("duration", "PT24H");
        assertThat(team.as("ann", "PUT", path, window.toString())
                        .get("data_version")
                        .asInt())
                .isEqualTo(2);
        team.refuses(409, "ann", "PUT", path, window.toString());
        team.refuses(409, "ann", "DELETE", path + "?data_version=1", "");
        team.as("ann", "DELETE", path + "?data_version=2", "");
        team.refuses(404, "ann", "GET", path, "");
    }

    @Test
    void aGuardRailIsMadeReplacedAndRemoved() {
        String rail = """
                {'product': 'App', 'live_channel': 'nightly', 'kind': 'at_most_changed', 'percent': 5, 'mode': 'warn',
                 'cannot_say': 'warn', 'passed_by': 'qa'}
                """;
        ObjectNode made = (ObjectNode) team.as("ann", "POST", "/api/guard_rails", rail);
        String path = "/api/guard_rails/" + made.get("id");

        assertThat(team.get("/api/guard_rails")).isEqualTo(json("{'count': 1, 'guard_rails': [" + made + "]}"));
        team.refuses(400, "ann", "POST", "/api/guard_rails", rail.replace("at_most_changed", "luck"));
        team.refuses(400, "ann", "POST", "/api/guard_rails", rail.replace("5", "100"));
        team.refuses(400, "ann", "POST", "/api/guard_rails", rail.replace("'percent': 5,", ""));
        team.refuses(400, "ann", "POST", "/api/guard_rails", rail.replace("'mode': 'warn'", "'mode': 'off'"));
        team.refuses(400, "ann", "POST", "/api/guard_rails", rail.replace("nightly", "night*"));
        team.refuses(400, "ann", "POST", "/api/guard_rails", rail.replace("'qa'", "'nobody'"));
        team.refuses(403, "eve", "POST", "/api/guard_rails", rail);
        made.put("percent", 10);
        assertThat(team.as("ann", "PUT", path, made.toString())
                        .get("data_version")
                        .asInt())
                .isEqualTo(2);
        team.refuses(409, "ann", "PUT", path, made.toString());
        team.refuses(409, "ann", "DELETE", path + "?data_version=1", "");
        team.as("ann", "DELETE", path + "?data_version=2", "");
        team.refuses(404, "ann", "GET", path, "");
    }

    private void signedByQa(String change) {
        JsonNode made = team.as(
                "ann", "POST", "/api/change_sets", "{'title': 'Gate', 'when': 'W', 'changes': [" + change + "]}");
        String its = "/api/change_sets/" + made.get("id");
        team.refuses(400, "bot", "POST", its + "/enact", "");
        team.as("tess", "POST", its + "/signoffs", "{'role': 'qa'}");
        team.as("bot", "POST", its + "/enact", "");
    }

    @Test
    void whatAGateGuardsGoesLiveOnceItIsPassed() {
        gateOnRelease();
        JsonNode closed = team.get(path());
        JsonNode finding = closed.get("gates").get(0);
        assertThat(finding.get("open").asBoolean()).isFalse();
        assertThat(finding.get("missing").propertyNames()).hasSize(1);
        assertThat(closed.get("obstacles")).hasSize(1);
        team.refuses(409, "bot", "POST", path() + "/enact", "");
        JsonNode waiting = team.as("tess").get("/api/waiting").get("to_test").get(0);
        assertThat(waiting.get("test_channel").asString()).isEqualTo("release-cdntest");
        assertThat(waiting.get("fingerprint")).isEqualTo(finding.get("fingerprint"));

        HttpResponse<String> verdict =
                verdict("tess", "pass", finding.get("fingerprint").asString());

        assertThat(verdict.statusCode()).as(verdict.body()).isEqualTo(201);
        assertThat(RunningRehearsal.JSON
                        .readTree(verdict.body())
                        .get("live_channel")
                        .asString())
                .isEqualTo("release");
        assertThat(team.as("tess").get("/api/waiting").get("to_test")).isEmpty();
        assertThat(team.get(path()).get("gates").get(0).get("passed_by").get(0).asString())
                .isEqualTo("tess");
        team.as("bot", "POST", path() + "/enact", "");
        assertThat(team.get("/api/rules/7").get("mapping").asString()).isEqualTo("App-2");
    }

    @Test
    void verdictsAreListedByChannelAndProduct() {
        verdict("tess", "pass", stagedFingerprint());
        verdict("rel", "fail", stagedFingerprint());

        JsonNode verdicts = team.get("/api/verdicts?test_channel=release-cdntest&product=App");

        assertThat(verdicts.get("count").asInt()).isEqualTo(2);
        JsonNode latest = verdicts.get("verdicts").get(0);
        assertThat(latest.get("person").asString()).isEqualTo("rel");
        assertThat(latest.get("outcome").asString()).isEqualTo("fail");
        assertThat(latest.get("note").asString()).isEqualTo("seen");
        assertThat(latest.get("fingerprint").asString()).isEqualTo(stagedFingerprint());
        assertThat(team.get("/api/verdicts?product=Other").get("count").asInt()).isZero();
    }

    @Test
    void aVerdictOnWhatIsNotServedIsAConflict() {
        String before = stagedFingerprint();
        team.as("ann", "DELETE", path(), "");

        assertThat(verdict("tess", "pass", before).statusCode()).isEqualTo(409);
        assertThat(team.get("/api/verdicts").get("count").asInt()).isZero();
    }

    @Test
    void whoBreaksTheGlassSaysWhy() {
        gateOnRelease();
        team.refuses(403, "bot", "POST", path() + "/enact", "{'break_glass': 'the site is down'}");
        team.refuses(400, "root", "POST", path() + "/enact", "{'break_glass': 5}");

        JsonNode enacted = team.as("root", "POST", path() + "/enact", "{'break_glass': 'the site is down'}");

        assertThat(enacted.get("state").asString()).isEqualTo("enacted");
    }

    @Test
    void updatesAreShutOffAtOnceAndForEverybodyToSee() {
        assertThat(team.rehearsal.ask(UPDATE.formatted("beta")).body()).contains("<update ");

        HttpResponse<String> stopped = team.send("ann", "POST", "/api/emergency_shutoff", """
                {'product': 'App', 'channel': 'beta', 'comment': 'it burns'}
                """);

        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(201);
        assertThat(RunningRehearsal.JSON.readTree(stopped.body())).isEqualTo(json("""
                {'product': 'App', 'channel': 'beta', 'comment': 'it burns', 'data_version': 1}
                """));
        assertThat(team.rehearsal.ask(UPDATE.formatted("beta")).body()).doesNotContain("<update ");
        HttpResponse<String> one = team.send("eve", "GET", "/api/emergency_shutoff/App/beta", "");
        assertThat(one.headers().firstValue("X-Data-Version")).hasValue("1");
        assertThat(team.get("/api/emergency_shutoff").get("count").asInt()).isEqualTo(3);
        team.refuses(400, "ann", "POST", "/api/emergency_shutoff", "{'product': 'App', 'channel': 'beta'}");
    }

    @Test
    void updatesGoOnAtOnceWhereNobodyMustSign() {
        team.refuses(400, "ann", "DELETE", "/api/emergency_shutoff/App/nightly?data_version=2", "");
        team.refuses(400, "ann", "DELETE", "/api/emergency_shutoff/App/nightly", "");
        assertThat(team.send("ann", "DELETE", "/api/emergency_shutoff/App/nightly?data_version=1", "")
                        .statusCode())
                .isEqualTo(200);
        team.refuses(404, "ann", "DELETE", "/api/emergency_shutoff/App/nightly?data_version=1", "");

        team.refuses(400, "ann", "DELETE", "/api/emergency_shutoff/App/release?data_version=1", "");
        assertThat(team.get("/api/emergency_shutoff").get("count").asInt()).isEqualTo(1);
    }

    private ObjectNode gateOnBeta() {
        return (ObjectNode) team.as("ann", "POST", "/api/gates", """
                {'product': 'App', 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1}
                """);
    }

    private void gateOnRelease() {
        team.as("root", "POST", "/api/change_sets", """
                {'title': 'Gate', 'when': 'W', 'changes': [{'object': 'gate', 'change_type': 'insert', 'product': 'App',
                 'live_channel': 'release', 'role': 'qa', 'passes_required': 1, 'test_channels': ['release-cdntest']}]}
                """);
        JsonNode gate = team.get("/api/change_sets").get("change_sets").get(1);
        team.as("rel", "POST", "/api/change_sets/" + gate.get("id") + "/signoffs", "{'role': 'releng'}");
        team.as("bot", "POST", "/api/change_sets/" + gate.get("id") + "/enact", "");
    }

    private HttpResponse<String> verdict(String person, String outcome, String fingerprint) {
        return team.send(person, "POST", "/api/verdicts", """
                {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': '%s', 'outcome': '%s', 'note': 'seen'}
                """.formatted(fingerprint, outcome));
    }

    private String stagedFingerprint() {
        return team.get("/api/test_channels/release-cdntest/rules?product=App")
                .get("fingerprint")
                .asString();
    }

    private String path() {
        return "/api/change_sets/" + set.get("id");
    }
}
