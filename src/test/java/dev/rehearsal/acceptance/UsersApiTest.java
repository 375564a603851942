package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** People over HTTP, in Balrog's shapes. */
class UsersApiTest {

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(RunningRehearsal.JSON.readTree("{}"));
        put("/api/users/bob@example.org/permissions/rule", "{'options': '{`products`:[`a`]}'}", 201);
        put("/api/users/mary/permissions/scheduled_change", "{'options': '{`actions`:[`enact`]}'}", 201);
        put("/api/users/mary/roles/relman", "{}", 201);
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void everybodyIsToldWithRolesAndPermissions() {
        JsonNode users = rehearsal.get("/api/users");

        assertThat(users.get("bob@example.org")).isEqualTo(json("""
                {"roles": [], "permissions": {"rule": {"options": {"products": ["a"]}, "data_version": 1}}}
                """));
        assertThat(users.get("mary")).isEqualTo(json("""
                {"roles": [{"role": "relman", "data_version": 1}],
                 "permissions": {"scheduled_change": {"options": {"actions": ["enact"]}, "data_version": 1}}}
                """));
        assertThat(users.has("bootstrap")).isFalse();
    }

    @Test
    void oneUserIsToldWithRolesByName() {
        JsonNode mary = rehearsal.get("/api/users/mary");

        assertThat(mary)
                .isEqualTo(json("""
                {"username": "mary", "roles": {"relman": {"data_version": 1, "given_by": "bootstrap",
                                                          "given_at": %s, "confirmed_by": null}},
                 "permissions": {"scheduled_change": {"options": {"actions": ["enact"]}, "data_version": 1}}}
                """.formatted(mary.at("/roles/relman/given_at").asLong())));
    }

    @Test
    void currentIsWhoeverAsks() {
        assertThat(rehearsal.get("/api/users/current")).isEqualTo(json("""
                {"username": "bootstrap", "roles": {}, "permissions": {"admin": {"options": null, "data_version": 1}}}
                """));
        assertThat(rehearsal
                        .as("mary")
                        .get("/api/users/current")
                        .get("username")
                        .asString())
                .isEqualTo("mary");
    }

    @Test
    void permissionsAreToldByName() {
        assertThat(rehearsal.get("/api/users/mary/permissions")).isEqualTo(json("""
                {"scheduled_change": {"options": {"actions": ["enact"]}, "data_version": 1}}
                """));
        assertThat(rehearsal.get("/api/users/bob@example.org/permissions/rule")).isEqualTo(json("""
                {"options": {"products": ["a"]}, "data_version": 1}
                """));
        assertThat(rehearsal.get("/api/users/mary/roles")).isEqualTo(json("""
                {"roles": [{"role": "relman", "data_version": 1}]}
                """));
    }

    @Test
    void aPermissionIsGivenChangedAndTaken() {
        String path = "/api/users/carl/permissions/rule";
        assertThat(put(path, "{'options': '{}'}", 201)).isEqualTo(json("{\"new_data_version\": 1}"));
        assertThat(put(path, "{'options': '{`products`:[`b`]}', 'data_version': 1}", 200))
                .isEqualTo(json("{\"new_data_version\": 2}"));
        assertThat(send("POST", path, "{'data_version': '2'}", 200)).isEqualTo(json("{\"new_data_version\": 3}"));
        assertThat(rehearsal.get(path).get("options").isNull()).isTrue();

        send("DELETE", path + "?data_version=3", "", 200);

        send("GET", path, "", 404);
    }

    @Test
    void aRoleIsGivenOnceHoweverOftenAndTaken() {
        put("/api/users/dora/permissions/rule", "{}", 201);
        String path = "/api/users/dora/roles/relman";
        assertThat(put(path, "", 201)).isEqualTo(json("{\"new_data_version\": 1}"));
        assertThat(put(path, "", 200)).isEqualTo(json("{\"new_data_version\": 1}"));

        send("DELETE", path + "?data_version=1", "", 200);

        assertThat(rehearsal.get("/api/users/dora").get("roles")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PUT    | /api/users/mary/permissions/fake              | {}                                | 400
            PUT    | /api/users/mary/permissions/admin             | {'options': '{`foo`: 2}'}     | 400
            PUT    | /api/users/mary/permissions/rule              | {'options': '{`products`:'}   | 400
            PUT    | /api/users/mary/permissions/rule              | {'options': {'products': ['a']}}  | 400
            PUT    | /api/users/mary/permissions/permission        | {'options': '{`products`: [`a`]}'} | 400
            PUT    | /api/users/mary/permissions/rule              | nonsense                          | 400
            PUT    | /api/users/bob@example.org/permissions/rule   | {'options': '{}'}                 | 400
            PUT    | /api/users/bob@example.org/permissions/rule   | {'options': '{}', 'data_version': 7} | 400
            POST   | /api/users/mary/permissions/rule              | {'data_version': 1}               | 404
            POST   | /api/users/bob@example.org/permissions/rule   | {}                                | 400
            DELETE | /api/users/mary/permissions/rule?data_version=1 | ""                              | 404
            DELETE | /api/users/mary/permissions/fake?data_version=1 | ""                              | 404
            DELETE | /api/users/bob@example.org/permissions/rule   | ""                                | 400
            DELETE | /api/users/bob@example.org/permissions/rule?data_version=2 | ""                   | 400
            DELETE | /api/users/bob@example.org/permissions/rule?data_version=x | ""                   | 400
            PUT    | /api/users/nobody/roles/qa                    | {}                                | 400
            PUT    | /api/users/current/permissions/rule           | {}                                | 400
            DELETE | /api/users/mary/roles/qa?data_version=1       | ""                                | 404
            DELETE | /api/users/mary/roles/relman                  | ""                                | 400
            DELETE | /api/users/mary/roles/relman?data_version=2   | ""                                | 400
            GET    | /api/users/nobody                             | ""                                | 404
            GET    | /api/users/mary/permissions/rule              | ""                                | 404
            PUT    | /api/users/mary/password                      | {'password': 'elevenchars'}       | 400
            PUT    | /api/users/mary/password                      | {'password': 123456789012}        | 400
            PUT    | /api/users/bootstrap/password                 | {'password': 'long enough for all'} | 400
            POST   | /api/tokens                                   | {'person': 'mary'}                | 400
            POST   | /api/tokens                                   | {'person': 'nobody', 'name': 'x'} | 400
            POST   | /api/tokens                                   | {'person': 'mary', 'name': 'x', 'scope': 'all'} | 400
            POST   | /api/tokens                                   | {'person': 'mary', 'name': 'x', 'expires_at': 1} | 400
            POST   | /api/tokens                                   | {'person': 'mary', 'name': 'x', 'expires_at': 'soon'} | 400
            POST   | /api/tokens                                   | {'person': 'bootstrap', 'name': 'x'} | 400
            PUT    | /api/users/mary/permissions/rule              | {'options': '{}', 'product': 'a'} | 400
            POST   | /api/tokens                                   | {'person': 'mary', 'name': 'x', 'expires': 5} | 400
            PUT    | /api/users/mary/password                      | {'password': 'long enough for all', 'person': 'x'} | 400
            PUT    | /api/users/nobody/password                    | {'password': 'long enough for all'} | 400
            POST   | /api/users/mary/roles/relman/confirmation     | ""                                | 403
            POST   | /api/users/mary/roles/qa/confirmation         | ""                                | 404
            POST   | /api/users/mary/password/confirmation         | ""                                | 404
            POST   | /api/tokens/999/confirmation                  | ""                                | 404
            DELETE | /api/tokens/999                               | ""                                | 404
            DELETE | /api/tokens/abc                               | ""                                | 400
            """)
    void refusesInSentencesAndChangesNothing(String method, String path, String body, int status) {
        Map<String, String> before = rehearsal.tables();

        HttpResponse<String> refusal = rehearsal.send(method, path, quoted(body));

        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(status);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(RunningRehearsal.JSON.readTree(refusal.body()).get("detail").asString())
                .isNotBlank();
        assertThat(rehearsal.tables()).isEqualTo(before);
    }

    @Test
    void aTokenIsToldOnceAndActsAsItsPerson() {
        put("/api/users/finn/permissions/rule", "{}", 201);
        JsonNode made = send("POST", "/api/tokens", "{'person': 'finn', 'name': 'ship it'}", 201);
        String secret = made.get("token").asString();
        RunningRehearsal.Caller finn = rehearsal.with(secret);

        assertThat(finn.get("/api/users/current").get("username").asString()).isEqualTo("finn");
        JsonNode listed = finn.get("/api/tokens");
        assertThat(listed.get("count").asInt()).isOne();
        assertThat(listed.get("tokens").get(0).get("id")).isEqualTo(made.get("id"));
        assertThat(listed.get("tokens").get(0).get("scope").asString()).isEqualTo("write");
        assertThat(listed.toString()).doesNotContain(secret).doesNotContain("hash");

        assertThat(finn.send("DELETE", "/api/tokens/" + made.get("id").asLong(), "")
                        .body())
                .isEqualTo("{\"warnings\":[]}");

        HttpResponse<String> refusal = finn.send("GET", "/api/users/current", "");
        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(refusal.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(refusal.body()).contains("revoked").doesNotContain(secret);
    }

    @Test
    void anotherConfirmsARoleAndAToken() {
        put("/api/users/hana/permissions/permission", "{}", 201);
        put("/api/users/gus/permissions/rule", "{}", 201);
        put("/api/users/gus/roles/qa", "{}", 201);
        long token = send("POST", "/api/tokens", "{'person': 'gus', 'name': 'ci'}", 201)
                .get("id")
                .asLong();
        RunningRehearsal.Caller hana = rehearsal.as("hana");

        assertThat(hana.send("POST", "/api/users/gus/roles/qa/confirmation", "").statusCode())
                .isEqualTo(204);
        assertThat(hana.send("POST", "/api/tokens/" + token + "/confirmation", "")
                        .body())
                .contains("\"confirmed_by\":\"hana\"");

        assertThat(rehearsal.get("/api/users/gus").at("/roles/qa/confirmed_by").asString())
                .isEqualTo("hana");
    }

    @Test
    void aTokenGivesNobodyElseAWayIn() {
        put("/api/users/root/permissions/admin", "{}", 201);
        RunningRehearsal.Caller root = rehearsal.as("root");

        assertThat(root.send("POST", "/api/tokens", quoted("{'person': 'mary', 'name': 'x'}"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(root.send("PUT", "/api/users/mary/password", quoted("{'password': 'long enough for all'}"))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"GET,200", "HEAD,200", "POST,403", "PUT,403", "DELETE,403", "PATCH,403"})
    void aTokenForReadingLooksOnly(String method, int status) {
        String secret = send("POST", "/api/tokens", "{'person': 'mary', 'name': 'look', 'scope': 'read'}", 201)
                .get("token")
                .asString();

        assertThat(rehearsal.with(secret).send(method, "/api/tokens", "").statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/users/current", "GET, /api/channel_mappings", "POST, /api/tokens", "GET, /api/dataset"})
    void nobodyGetsAnythingWithoutAToken(String method, String path) {
        for (String token : new String[] {"", "rht_nonsense", "a-token-for-tests-only-0123456788"}) {
            HttpResponse<String> refusal = rehearsal.with(token).send(method, path, "{}");

            assertThat(refusal.statusCode()).isEqualTo(401);
            assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void aTokenOfSomebodyWithoutAnyPermissionLeftOpensNothing() {
        put("/api/users/emma/permissions/rule", "{}", 201);
        RunningRehearsal.Caller emma = rehearsal.as("emma");
        send("DELETE", "/api/users/emma/permissions/rule?data_version=1", "", 200);

        HttpResponse<String> refusal = emma.send("GET", "/api/users/current", "");

        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(refusal.body()).contains("revoked when the last permission of emma went");

        put("/api/users/emma/permissions/admin", "{}", 201);

        assertThat(emma.send("GET", "/api/users/current", "").statusCode()).isEqualTo(401);
    }

    private static JsonNode put(String path, String body, int status) {
        return send("PUT", path, body, status);
    }

    private static JsonNode send(String method, String path, String body, int status) {
        HttpResponse<String> answer = rehearsal.send(method, path, quoted(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer.body().isEmpty() ? "{}" : answer.body());
    }

    /** Apostrophes stand for quotation marks, backticks for those within a text. */
    private static String quoted(String body) {
        return body.replace('\'', '"').replace("`", "\\\"");
    }

    private static JsonNode json(String text) {
        return RunningRehearsal.JSON.readTree(text);
    }
}
