package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each deed on people and tokens, by somebody who lacks just the permission for it: refused, and nothing is changed. */
class MissingPermissionTest {

    private static final Map<String, RunningRehearsal.Caller> CALLERS = new HashMap<>();
    private static RunningRehearsal rehearsal;
    private static long tokenOfMary;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(RunningRehearsal.JSON.readTree("{}"));
        rehearsal.give("mary", "rule", "{}");
        assertThat(rehearsal.send("PUT", "/api/users/mary/roles/qa", "").statusCode())
                .isEqualTo(201);
        tokenOfMary = rehearsal
                .post("/api/tokens", RunningRehearsal.JSON.readTree("{\"person\": \"mary\", \"name\": \"ci\"}"))
                .get("id")
                .asLong();
        rehearsal.give("outsider", "rule", "{}");
        rehearsal.give("creator", "permission", "{\"actions\": [\"create\"]}");
        rehearsal.give("modifier", "permission", "{\"actions\": [\"modify\"]}");
        rehearsal.give("deleter", "permission", "{\"actions\": [\"delete\"]}");
        rehearsal.give("viewer", "permission", "{\"actions\": [\"view\"]}");
        rehearsal.give("firefox-admin", "admin", "{\"products\": [\"Firefox\"]}");
        for (String name : new String[] {"outsider", "creator", "modifier", "deleter", "viewer", "firefox-admin"}) {
            CALLERS.put(name, rehearsal.as(name));
        }
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            outsider      | GET    | /api/users                                          | ""
            outsider      | GET    | /api/users/mary                                     | ""
            outsider      | GET    | /api/users/nobody                                   | ""
            outsider      | GET    | /api/users/mary/permissions                         | ""
            outsider      | GET    | /api/users/mary/permissions/rule                    | ""
            outsider      | GET    | /api/users/mary/roles                               | ""
            outsider      | PUT    | /api/users/mary/permissions/release                 | {}
            outsider      | PUT    | /api/users/outsider/permissions/admin               | {}
            outsider      | PUT    | /api/users/outsider/permissions/rule                | {'data_version': 1}
            outsider      | POST   | /api/users/mary/permissions/rule                    | {'data_version': 1}
            outsider      | DELETE | /api/users/mary/permissions/rule?data_version=1     | ""
            outsider      | DELETE | /api/users/outsider/permissions/rule?data_version=1 | ""
            outsider      | PUT    | /api/users/mary/roles/releng                        | ""
            outsider      | PUT    | /api/users/mary/roles/qa                            | ""
            outsider      | PUT    | /api/users/outsider/roles/qa                        | ""
            outsider      | DELETE | /api/users/mary/roles/qa?data_version=1             | ""
            outsider      | DELETE | /api/users/mary/roles/releng?data_version=1         | ""
            outsider      | PUT    | /api/users/mary/password                            | {'password': 'a-password-of-others'}
            outsider      | POST   | /api/tokens                                         | {'person': 'mary', 'name': 'x'}
            outsider      | GET    | /api/tokens?person=mary                             | ""
            outsider      | DELETE | /api/tokens/T                                       | ""
            outsider      | DELETE | /api/tokens/999                                     | ""
            outsider      | GET    | /api/dataset                                        | ""
            creator       | GET    | /api/users                                          | ""
            creator       | PUT    | /api/users/mary/roles/relman                        | ""
            creator       | PUT    | /api/users/mary/permissions/release                 | {}
            creator       | DELETE | /api/users/mary/roles/qa?data_version=1             | ""
            creator       | PUT    | /api/users/mary/password                            | {'password': 'a-password-of-others'}
            creator       | GET    | /api/tokens?person=mary                             | ""
            creator       | DELETE | /api/tokens/T                                       | ""
            modifier      | GET    | /api/users/mary                                     | ""
            modifier      | PUT    | /api/users/mary/roles/releng                        | ""
            modifier      | DELETE | /api/users/mary/roles/qa?data_version=1             | ""
            modifier      | POST   | /api/tokens                                         | {'person': 'mary', 'name': 'x'}
            deleter       | PUT    | /api/users/mary/roles/releng                        | ""
            deleter       | DELETE | /api/users/mary/permissions/rule?data_version=1     | ""
            deleter       | POST   | /api/tokens                                         | {'person': 'mary', 'name': 'x'}
            viewer        | PUT    | /api/users/mary/permissions/release                 | {}
            viewer        | PUT    | /api/users/mary/permissions/rule                    | {'data_version': 1}
            viewer        | POST   | /api/users/mary/permissions/rule                    | {'data_version': 1}
            viewer        | DELETE | /api/users/mary/permissions/rule?data_version=1     | ""
            viewer        | PUT    | /api/users/viewer/permissions/admin                 | {}
            viewer        | PUT    | /api/users/mary/roles/releng                        | ""
            viewer        | DELETE | /api/users/mary/roles/qa?data_version=1             | ""
            viewer        | PUT    | /api/users/mary/password                            | {'password': 'a-password-of-others'}
            viewer        | POST   | /api/tokens                                         | {'person': 'mary', 'name': 'x'}
            viewer        | DELETE | /api/tokens/T                                       | ""
            firefox-admin | GET    | /api/users                                          | ""
            firefox-admin | PUT    | /api/users/mary/permissions/release                 | {'options': '{`products`: [`Firefox`]}'}
            firefox-admin | PUT    | /api/users/mary/roles/releng                        | ""
            firefox-admin | PUT    | /api/users/mary/password                            | {'password': 'a-password-of-others'}
            firefox-admin | POST   | /api/tokens                                         | {'person': 'mary', 'name': 'x'}
            """)
    void isForbiddenAndChangesNothing(String caller, String method, String path, String body) {
        Map<String, String> before = rehearsal.tables();

        HttpResponse<String> refusal = caller(caller)
                .send(
                        method,
                        path.replace("/T", "/" + tokenOfMary),
                        body.replace('\'', '"').replace("`", "\\\""));

        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(403);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(RunningRehearsal.JSON.readTree(refusal.body()).get("detail").asString())
                .contains(caller + " lacks the permission 'permission' with action");
        assertThat(rehearsal.tables()).isEqualTo(before);
    }

    private static RunningRehearsal.Caller caller(String name) {
        return Objects.requireNonNull(CALLERS.get(name));
    }

    /** So that what is refused above is refused for want of the permission, and of nothing else. */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            viewer   | GET    | /api/users                               | ""                                   | 200
            viewer   | GET    | /api/users/mary/permissions/rule         | ""                                   | 200
            viewer   | GET    | /api/tokens?person=mary                  | ""                                   | 200
            viewer   | GET    | /api/dataset                             | ""                                   | 200
            outsider | GET    | /api/users/outsider                      | ""                                   | 200
            outsider | GET    | /api/users/current/permissions           | ""                                   | 200
            outsider | POST   | /api/tokens                              | {'person': 'outsider', 'name': 'x'}  | 201
            """)
    void withThePermissionItIsDone(String caller, String method, String path, String body, int status) {
        HttpResponse<String> answer = caller(caller).send(method, path, body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
