package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What anybody may read, without a token. */
class PublicApiTest {

    private static final String DATASET = """
            {'rules': [
              {'rule_id': 7, 'alias': 'main', 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 3}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 4, 'blob':
               {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0',
                'displayVersion': '1.0', 'platforms': {'p': {'locales': {'de': {'buildID': '1'}}}}}}],
             'pinnable_releases': [
              {'product': 'App', 'channel': 'release', 'version': '1.', 'mapping': 'App-1', 'data_version': 2}],
             'emergency_shutoffs': [
              {'product': 'App', 'channel': 'beta', 'comment': 'broken', 'data_version': 1}]}
            """;

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(json(DATASET));
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/rules/7                       | 3
            /api/v1/rules/main                    | 3
            /api/v1/releases/App-1                | 4
            /api/v1/releases/App-1/builds/p/de    | 4
            /api/v1/pins/App/release/1.           | 2
            /api/v1/emergency_shutoff/App/beta    | 1
            """)
    void oneObjectHasItsDataVersionInAHeader(String path, String dataVersion) {
        for (String method : new String[] {"GET", "HEAD"}) {
            HttpResponse<String> answer = rehearsal.sendOpenly(method, path);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Data-Version")).hasValue(dataVersion);
        }
    }

    @Test
    void listsAreThoseOfTheAdminApiWithoutWhatTheyNeed() {
        assertThat(get("/api/v1/rules?product=App")).isEqualTo(rehearsal.get("/api/rules?product=App"));
        assertThat(get("/api/v1/releases?names_only=1")).isEqualTo(json("{'names': ['App-1']}"));
        assertThat(get("/api/v1/releases?product=App&name_prefix=A")).isEqualTo(json("""
                {'releases': [{'name': 'App-1', 'product': 'App', 'data_version': 4, 'read_only': false, 'rule_ids': [7],
                               'rule_info': {'7': {'product': 'App', 'channel': 'release'}}}]}
                """));
        assertThat(get("/api/v1/emergency_shutoff")).isEqualTo(json("""
                {'count': 1, 'shutoffs': [{'product': 'App', 'channel': 'beta', 'comment': 'broken', 'data_version': 1}]}
                """));
        assertThat(get("/api/v1/pins/App/release/1.")).isEqualTo(json("""
                {'product': 'App', 'channel': 'release', 'version': '1.', 'mapping': 'App-1', 'data_version': 2}
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rules/99",
                "/api/v1/releases/App-9",
                "/api/v1/releases/App-1/builds/p/fr",
                "/api/v1/releases/App-1/builds/q/de",
                "/api/v1/pins/App/release/2.",
                "/api/v1/emergency_shutoff/App/release"
            })
    void whatIsNotThereIsNotFound(String path) {
        Refusals.assertRefused(rehearsal.sendOpenly("GET", path), 404);
    }

    @Test
    void anUnknownQueryParameterIsRefused() {
        Refusals.assertRefused(rehearsal.sendOpenly("GET", "/api/v1/rules?porduct=App"), 400);
        Refusals.assertRefused(rehearsal.sendOpenly("GET", "/api/v1/pins/App/release/1.?product=App"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/rules",
                "/api/releases",
                "/api/v2/releases",
                "/api/scheduled_changes/rules",
                "/api/evaluate?url=/update/3/App/1/1/p/de/release/o/d/v/update.xml"
            })
    void everythingElseNeedsAToken(String path) {
        assertThat(rehearsal.sendOpenly("GET", path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/../rules", "/api/v1/%2e%2e/rules", "/api/v1/;x/../rules", "/api//v1/rules"})
    void noWayRoundLeadsPastTheToken(String path) {
        assertThat(rehearsal.sendOpenly("GET", path).statusCode()).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothingIsWrittenThere(String method) {
        assertThat(rehearsal.sendOpenly(method, "/api/v1/rules").statusCode()).isEqualTo(401);
        Refusals.assertRefused(rehearsal.send(method, "/api/v1/rules", "{}"), 405);
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = rehearsal.sendOpenly("GET", path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRehearsal.JSON.readTree(answer.body());
    }
}
