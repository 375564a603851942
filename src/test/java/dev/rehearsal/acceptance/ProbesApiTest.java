package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Saved queries with the answers that they must get, over HTTP: rule 7 gives App-1 on release, the queue App-2. */
class ProbesApiTest {

    private static final String URL = "/update/3/App/0.5/0/p/de/release/os/d/dv/update.xml";
    private static final String SHIPPED = probe("shipped", URL, "release", "App-2");

    private static RunningRehearsal rehearsal;
    private static long shipping;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(json("""
                {'rules': [
                  {'rule_id': 7, 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
                   'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 1},
                  {'rule_id': 8, 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
                   'update_type': 'minor', 'product': 'App', 'channel': 'beta', 'data_version': 1}],
                 'releases': [
                  {'name': 'App-1', 'product': 'App', 'data_version': 1, 'blob': %s},
                  {'name': 'App-2', 'product': 'App', 'data_version': 1, 'blob': %s}],
                 'people': [{'name': 'wendy', 'permissions': {'rule': {'products': ['App']}}},
                            {'name': 'bot', 'roles': ['qa'], 'permissions': {'scheduled_change': {}}}],
                 'channel_mappings': [
                  {'product': 'App', 'live_channel': 'release', 'test_channel': 'release-cdntest'},
                  {'live_channel': 'beta', 'test_channel': 'beta-cdntest'}]}
                """.formatted(blob("1"), blob("2"))));
        long later = System.currentTimeMillis() + 3_600_000;
        rehearsal.post(
                "/api/scheduled_changes/rules",
                json("{'change_type': 'update', 'rule_id': 7, 'data_version': 1, 'mapping': 'App-2'}")
                        .put("when", later));
        shipping = rehearsal
                .get("/api/test_channels/release-cdntest/rules")
                .get("change_sets")
                .get(0)
                .asLong();
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @BeforeEach
    void withoutProbes() {
        rehearsal
                .get("/api/probes")
                .get("probes")
                .forEach(probe -> rehearsal.send(
                        "DELETE", "/api/probes/" + probe.get("id") + "?data_version=" + probe.get("data_version"), ""));
    }

    @Test
    void aProbeIsKeptReadChangedAndRemoved() {
        JsonNode added = rehearsal.post("/api/probes", json(SHIPPED));
        assertThat(added.get("product").asString()).isEqualTo("App");
        assertThat(added.get("channel").asString()).isEqualTo("release");
        assertThat(added.get("expect").asString()).isEqualTo("release");
        assertThat(added.get("answer").asString()).isEqualTo("App-2");
        assertThat(added.get("data_version").asInt()).isEqualTo(1);
        String address = "/api/probes/" + added.get("id");
        assertThat(rehearsal.get(address)).isEqualTo(added);

        JsonNode changed = rehearsal.put(
                address, json(probe("renamed", URL, "no_update", "")).put("data_version", 1));
        assertThat(changed.get("name").asString()).isEqualTo("renamed");
        assertThat(changed.get("answer").isNull()).isTrue();
        assertThat(changed.get("data_version").asInt()).isEqualTo(2);

        assertThat(rehearsal.send("DELETE", address + "?data_version=2", "").statusCode())
                .isEqualTo(204);
        Refusals.assertRefused(rehearsal.send("GET", address, ""), 404);
    }

    @Test
    void theJournalTellsOfIt() {
        String id = rehearsal.post("/api/probes", json(SHIPPED)).get("id").toString();

        JsonNode entry = rehearsal
                .get("/api/journal?object=probe&product=App&channel=release&limit=1")
                .get("entries")
                .get(0);

        assertThat(entry.get("key").asString()).isEqualTo(id);
        assertThat(entry.at("/fields/expect/1").asString()).isEqualTo("release");
    }

    @Test
    void probesAreListedByProductAndChannel() {
        rehearsal.post("/api/probes", json(SHIPPED));
        rehearsal.post("/api/probes", json(probe("beta", URL.replace("release", "beta"), "release", "App-1")));

        assertThat(rehearsal.get("/api/probes").get("count").asInt()).isEqualTo(2);
        assertThat(rehearsal
                        .get("/api/probes?channel=beta")
                        .at("/probes/0/name")
                        .asString())
                .isEqualTo("beta");
        assertThat(rehearsal.get("/api/probes?product=Other").get("count").asInt())
                .isZero();
    }

    @Test
    void aRunTellsWhatEachGotLiveAndOnEachTestChannel() {
        rehearsal.post("/api/probes", json(SHIPPED));
        rehearsal.post("/api/probes", json(probe("beta", URL.replace("release", "beta"), "release", "App-1")));

        JsonNode run = rehearsal.post("/api/probes/run", json("{}"));

        assertThat(run.get("count").asInt()).isEqualTo(2);
        assertThat(run.get("live_passes").asInt()).isEqualTo(1);
        JsonNode shipped = run.get("probes").get(1);
        assertThat(shipped.at("/live/pass").asBoolean()).isFalse();
        assertThat(shipped.at("/live/release").asString()).isEqualTo("App-1");
        assertThat(shipped.at("/staged/0/test_channel").asString()).isEqualTo("release-cdntest");
        assertThat(shipped.at("/staged/0/pass").asBoolean()).isTrue();
        assertThat(shipped.at("/staged/0/body").asString()).contains("appVersion=\"2.0\"");
        assertThat(run.at("/test_channels/1/fingerprint").asString()).isEqualTo(fingerprint());
    }

    @Test
    void aRunIsNarrowedDownAndLooksAlongTheQueue() {
        rehearsal.post("/api/probes", json(SHIPPED));

        JsonNode run = rehearsal.post(
                "/api/probes/run",
                json("{'channel': 'release', 'product': 'App'}").put("through", shipping));

        assertThat(run.at("/test_channels/0/passes").asInt()).isEqualTo(1);
        assertThat(rehearsal
                        .post("/api/probes/run", json("{'channel': 'beta'}"))
                        .get("count")
                        .asInt())
                .isZero();
        Refusals.assertRefused(rehearsal.send("POST", "/api/probes/run", "{\"through\": 999}"), 404);
    }

    @Test
    void aSuiteGivesTheVerdictOfABot() {
        rehearsal.post("/api/probes", json(SHIPPED));
        RunningRehearsal.Caller bot = rehearsal.as("bot");

        HttpResponse<String> given = bot.send("POST", "/api/probes/verdict", verdict(fingerprint()));

        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        JsonNode verdict = RunningRehearsal.JSON.readTree(given.body());
        assertThat(verdict.get("outcome").asString()).isEqualTo("pass");
        assertThat(verdict.get("person").asString()).isEqualTo("bot");
        assertThat(verdict.at("/probes/0/pass").asBoolean()).isTrue();

        rehearsal.post("/api/probes", json(probe("stays", URL, "release", "App-1")));
        JsonNode failed = RunningRehearsal.JSON.readTree(
                bot.send("POST", "/api/probes/verdict", verdict(fingerprint())).body());
        assertThat(failed.get("outcome").asString()).isEqualTo("fail");
        assertThat(failed.get("note").asString()).isEqualTo("1 of 2 probes fail: stays");
    }

    @Test
    void aVerdictOnAnotherStateThanIsServedIsAConflict() {
        rehearsal.post("/api/probes", json(SHIPPED));

        Refusals.assertRefused(rehearsal.send("POST", "/api/probes/verdict", verdict("0".repeat(64))), 409);
    }

    @Test
    void theBlastRadiusNamesWhatClientsGetInsteadOfWhat() {
        JsonNode radius = rehearsal.get("/api/test_channels/release-cdntest/blast_radius");

        assertThat(radius.get("product").asString()).isEqualTo("App");
        assertThat(radius.get("fingerprint").asString()).isEqualTo(fingerprint());
        JsonNode change = radius.get("changes")
                .valueStream()
                .filter(one -> one.get("before").asString().equals("App-1"))
                .findFirst()
                .orElseThrow();
        assertThat(change.get("after").asString()).isEqualTo("App-2");
        assertThat(change.get("sentence").asString()).endsWith("get App-2 instead of App-1");
        String example = change.at("/examples/0").asString();
        assertThat(rehearsal.ask(example).body()).contains("appVersion=\"1.0\"");
        assertThat(rehearsal
                        .ask(example.replace("/release/", "/release-cdntest/"))
                        .body())
                .contains("appVersion=\"2.0\"");
    }

    @Test
    void theRegionsOfASetNameExactlyWhoIsOfferedSomethingElse() {
        JsonNode found = rehearsal.get("/api/change_sets/" + shipping + "/regions");

        assertThat(found.get("unsaid")).isEmpty();
        JsonNode region = found.at("/regions/0");
        assertThat(region.get("clients").asString()).isEqualTo("App on release");
        assertThat(region.get("after").asString()).isEqualTo("App-2");
        assertThat(rehearsal
                        .ask(region.get("example").asString().replace("/release/", "/release-cdntest/"))
                        .body())
                .contains("appVersion=\"2.0\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | /api/change_sets/999/regions
            404 | /api/test_channels/nowhere/blast_radius
            400 | /api/test_channels/beta-cdntest/blast_radius
            404 | /api/test_channels/release-cdntest/blast_radius?through=999
            400 | /api/test_channels/release-cdntest/blast_radius?through=one
            400 | /api/probes?colour=red
            404 | /api/probes/999
            400 | /api/probes/first
            """)
    void whatCannotBeToldIsRefused(int status, String path) {
        Refusals.assertRefused(rehearsal.send("GET", path, ""), status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}
            []
            {'name': 'x', 'url': '/nowhere', 'expect': 'no_update'}
            {'name': 'x', 'url': '/update/3/App/0.5/0/p/de/release/os/d/dv/update.xml', 'expect': 'something'}
            {'name': 'x', 'url': '/update/3/App/0.5/0/p/de/release/os/d/dv/update.xml', 'expect': 'release'}
            {'name': 7, 'url': '/update/3/App/0.5/0/p/de/release/os/d/dv/update.xml', 'expect': 'no_update'}
            {'name': 'x', 'url': '/update/3/App/0.5/0/p/de/release-cdntest/os/d/dv/update.xml', 'expect': 'no_update'}
            {'name': 'x', 'url': '/update/3/App/0.5/0/p/de/release/os/d/dv/update.xml', 'expect': 'no_update', 'colour': 1}
            """)
    void aWrongProbeIsRefusedAndNothingIsStored(String body) {
        Map<String, String> before = rehearsal.tables();

        Refusals.assertRefused(rehearsal.send("POST", "/api/probes", body.replace('\'', '"')), 400);

        assertThat(rehearsal.tables()).isEqualTo(before);
    }

    @Test
    void whoMayNotWriteRulesOfTheProductWritesNoProbes() {
        long id = rehearsal.post("/api/probes", json(SHIPPED)).get("id").asLong();
        RunningRehearsal.Caller bot = rehearsal.as("bot");
        Map<String, String> before = rehearsal.tables();

        Refusals.assertRefused(bot.send("POST", "/api/probes", json(SHIPPED).toString()), 403);
        Refusals.assertRefused(
                bot.send(
                        "PUT",
                        "/api/probes/" + id,
                        json(SHIPPED).put("data_version", 1).toString()),
                403);
        Refusals.assertRefused(bot.send("DELETE", "/api/probes/" + id + "?data_version=1", ""), 403);

        assertThat(rehearsal.tables()).isEqualTo(before);
        assertThat(rehearsal
                        .as("wendy")
                        .send("DELETE", "/api/probes/" + id + "?data_version=1", "")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void anExportHoldsThem() {
        rehearsal.post("/api/probes", json(SHIPPED));

        assertThat(rehearsal.get("/api/dataset").at("/probes/0/answer").asString())
                .isEqualTo("App-2");
    }

    private static String fingerprint() {
        return rehearsal
                .get("/api/test_channels/release-cdntest/rules")
                .get("fingerprint")
                .asString();
    }

    private static String verdict(String fingerprint) {
        return json("{'test_channel': 'release-cdntest', 'product': 'App'}")
                .put("fingerprint", fingerprint)
                .toString();
    }

    private static String probe(String name, String url, String expect, String answer) {
        return "{'name': '%s', 'url': '%s', 'expect': '%s', 'answer': '%s'}".formatted(name, url, expect, answer);
    }

    private static String blob(String major) {
        return """
                {'name': 'App-%1$s', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '%1$s.0',
                 'displayVersion': '%1$s.0', 'fileUrls': {'*': {'completes': {'*': 'https://a.example/c'}}},
                 'platforms': {'p': {'locales': {'de': {'buildID': '1',
                   'completes': [{'from': '*', 'filesize': 1, 'hashValue': 'abc'}]}}}}}
                """.formatted(major);
    }
}
