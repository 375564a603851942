package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's first release API. */
class ReleasesApiTest {

    private static final String APP_1 = """
            {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0', 'displayVersion': '1.0',
             'fileUrls': {'*': {'completes': {'*': 'https://a.example/c'}}},
             'platforms': {'p': {'OS_FTP': 'os', 'locales': {'de': {'buildID': '1'}}}, 'q': {'alias': 'p'}}}
            """;
    private static final String DATASET = """
            {'rules': [
              {'rule_id': 7, 'priority': 90, 'mapping': 'App-1', 'fallbackMapping': 'App-2', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 3},
              {'rule_id': 12, 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'data_version': 1}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 4, 'blob': %s},
              {'name': 'App-2', 'product': 'App', 'data_version': 1, 'read_only': true, 'blob':
               {'name': 'App-2', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '2.0',
                'displayVersion': '2.0', 'platforms': {}}},
              {'name': 'Box-1', 'product': 'Box', 'data_version': 1, 'blob':
               {'name': 'Box-1', 'schema_version': 1000, 'hashFunction': 'sha512', 'vendors': {}}}]}
            """.formatted(APP_1);

    private RunningRehearsal rehearsal;

    @BeforeEach
    void start() {
        rehearsal = RunningRehearsal.with(json(DATASET));
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    @Nested
    class Lists {

        @Test
        void sayWhichRulesNameARelease() {
            JsonNode releases = rehearsal.get("/api/releases").get("releases");

            assertThat(names(releases)).containsExactly("App-1", "App-2", "Box-1");
            assertThat(releases.get(0)).isEqualTo(json("""
                    {'name': 'App-1', 'product': 'App', 'data_version': 4, 'read_only': false, 'rule_ids': [7, 12],
                     'rule_info': {'7': {'product': 'App', 'channel': 'release'},
                                   '12': {'product': null, 'channel': null}},
                     'required_signoffs': {}}
                    """));
            assertThat(releases.get(1).get("rule_ids").get(0).asInt()).isEqualTo(7);
            assertThat(releases.get(1).get("read_only").asBoolean()).isTrue();
        }

        @Test
        void canBeNarrowed() {
            assertThat(names(rehearsal.get("/api/releases?product=Box").get("releases")))
                    .containsExactly("Box-1");
            assertThat(names(rehearsal.get("/api/releases?name_prefix=App").get("releases")))
                    .containsExactly("App-1", "App-2");
            assertThat(rehearsal.get("/api/releases?name_prefix=App&names_only=1"))
                    .isEqualTo(json("{'names': ['App-1', 'App-2']}"));
        }

        @Test
        void giveTheValuesOfAColumn() {
            assertThat(rehearsal.get("/api/releases/columns/product"))
                    .isEqualTo(json("{'count': 2, 'product': ['App', 'Box']}"));
            Refusals.assertRefused(rehearsal.send("GET", "/api/releases/columns/blob", ""), 404);
        }
    }

    @Nested
    class OneRelease {

        @Test
        void isItsBlobWithTheDataVersionInAHeader() {
            HttpResponse<String> release = rehearsal.send("GET", "/api/releases/App-1", "");

            assertThat(release.headers().firstValue("X-Data-Version")).hasValue("4");
            assertThat(RunningRehearsal.JSON.readTree(release.body())).isEqualTo(json(APP_1));
            assertThat(rehearsal
                            .send("HEAD", "/api/releases/App-1", "")
                            .headers()
                            .firstValue("X-Data-Version"))
                    .hasValue("4");
        }

        @Test
        void isIndentedForPeople() {
            HttpResponse<String> release = rehearsal.send("GET", "/api/releases/App-1?pretty=true", "");

            assertThat(release.body()).startsWith("{\n    \"appVersion\" : \"1.0\"");
            assertThat(RunningRehearsal.JSON.readTree(release.body())).isEqualTo(json(APP_1));
        }

        @Test
        void hasLocales() {
            HttpResponse<String> locale = rehearsal.send("GET", "/api/releases/App-1/builds/p/de", "");

            assertThat(RunningRehearsal.JSON.readTree(locale.body())).isEqualTo(json("{'buildID': '1'}"));
            assertThat(locale.headers().firstValue("X-Data-Version")).hasValue("4");
            Refusals.assertRefused(rehearsal.send("GET", "/api/releases/App-1/builds/p/fr", ""), 404);
            Refusals.assertRefused(rehearsal.send("GET", "/api/releases/App-1/builds/q/de", ""), 404);
            Refusals.assertRefused(rehearsal.send("GET", "/api/releases/App-9/builds/p/de", ""), 404);
        }
    }

    @Nested
    class WholeWrites {

        @Test
        void addARelease() {
            HttpResponse<String> added =
                    rehearsal.send("POST", "/api/releases", body("""
                    {'name': 'App-3', 'product': 'App', 'blob': %s}
                    """, APP_1.replace("App-1", "App-3")));

            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            assertThat(read(added)).isEqualTo(json("{'new_data_version': 1}"));
            assertThat(rehearsal.get("/api/releases/App-3")).isEqualTo(json(APP_1.replace("App-1", "App-3")));
            Refusals.assertRefused(
                    rehearsal.send("POST", "/api/releases", body("""
                    {'name': 'App-3', 'product': 'App', 'blob': %s}
                    """, APP_1.replace("App-1", "App-3"))), 400);
        }

        @Test
        void replaceARelease() {
            String blob = APP_1.replace("'1.0'", "'1.1'");
            String put = body("{'product': 'App', 'data_version': 4, 'blob': %s}", blob);

            HttpResponse<String> replaced = rehearsal.send("PUT", "/api/releases/App-1", put);

            assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
            assertThat(read(replaced)).isEqualTo(json("{'new_data_version': 5}"));
            assertThat(rehearsal.get("/api/releases/App-1")).isEqualTo(json(blob));
            Refusals.assertRefused(rehearsal.send("PUT", "/api/releases/App-1", put), 400);
        }

        @Test
        void addAReleaseThatIsToBeReplaced() {
            String put = body("{'product': 'App', 'blob': %s}", APP_1.replace("App-1", "App-3"));

            assertThat(rehearsal.send("PUT", "/api/releases/App-3", put).statusCode())
                    .isEqualTo(201);
            Refusals.assertRefused(rehearsal.send("PUT", "/api/releases/App-3", put), 400);
        }

        @Test
        void ofWhatIsThereAlreadyChangeNothing() {
            HttpResponse<String> same = rehearsal.send(
                    "PUT", "/api/releases/App-1", body("{'product': 'App', 'data_version': 4, 'blob': %s}", APP_1));

            assertThat(same.statusCode()).isEqualTo(200);
            assertThat(read(same)).isEqualTo(json("{'new_data_version': 4}"));
        }

        @Test
        void fromAnOlderVersionArePutTogetherWithWhatOthersWrote() {
            rehearsal.send(
                    "PUT", "/api/releases/App-1", body("{'product': 'App', 'data_version': 4, 'blob': %s}", """
                    {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0',
                     'displayVersion': 'one', 'fileUrls': {'*': {'completes': {'*': 'https://a.example/c'}}},
                     'platforms': {'p': {'OS_FTP': 'os', 'locales': {'de': {'buildID': '1'}, 'fr': {'buildID': '2'}}},
                                   'q': {'alias': 'p'}}}
                    """));

            HttpResponse<String> together = rehearsal.send(
                    "PUT", "/api/releases/App-1", body("{'product': 'App', 'data_version': 4, 'blob': %s}", """
                    {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0',
                     'displayVersion': '1.0', 'fileUrls': {'*': {'completes': {'*': 'https://a.example/c'}}},
                     'platforms': {'p': {'OS_FTP': 'os', 'locales': {'de': {'buildID': '3'}}}, 'q': {'alias': 'p'}}}
                    """));

            assertThat(together.statusCode()).as(together.body()).isEqualTo(200);
            assertThat(read(together)).isEqualTo(json("{'new_data_version': 6}"));
            JsonNode release = rehearsal.get("/api/releases/App-1");
            assertThat(release.get("displayVersion").asString()).isEqualTo("one");
            assertThat(release.get("platforms").get("p").get("locales"))
                    .isEqualTo(json("{'de': {'buildID': '3'}, 'fr': {'buildID': '2'}}"));
        }

        @Test
        void fromAnOlderVersionAreRefusedWhereOthersWroteTheSamePlace() {
            rehearsal.send(
                    "PUT",
                    "/api/releases/App-1",
                    body("{'product': 'App', 'data_version': 4, 'blob': %s}", APP_1.replace("'1.0'", "'1.1'")));

            HttpResponse<String> refusal = rehearsal.send(
                    "PUT",
                    "/api/releases/App-1",
                    body("{'product': 'App', 'data_version': 4, 'blob': %s}", APP_1.replace("'1.0'", "'1.2'")));

            Refusals.assertRefused(refusal, 400);
            assertThat(refusal.body()).contains("appVersion was changed meanwhile");
        }

        @Test
        void ofAReadOnlyReleaseAreForbidden() {
            String blob = APP_1.replace("App-1", "App-2");

            Refusals.assertRefused(
                    rehearsal.send(
                            "PUT",
                            "/api/releases/App-2",
                            body("{'product': 'App', 'data_version': 1, 'blob': %s}", blob)),
                    403);
            Refusals.assertRefused(rehearsal.send("DELETE", "/api/releases/App-2?data_version=1", ""), 403);
        }
    }

    @Nested
    class PartialWrites {

        @Test
        void replaceKeysAtTheTop() {
            HttpResponse<String> updated = rehearsal.send(
                    "POST",
                    "/api/releases/App-1",
                    body("""
                    {'product': 'App', 'data_version': 4, 'data': %s}
                    """, "{'displayVersion': 'one', 'schema_version': 9, 'fileUrls': {'*': {}}}"));

            assertThat(updated.statusCode()).as(updated.body()).isEqualTo(200);
            assertThat(read(updated)).isEqualTo(json("{'new_data_version': 5}"));
            JsonNode release = rehearsal.get("/api/releases/App-1");
            assertThat(release.get("displayVersion").asString()).isEqualTo("one");
            assertThat(release.get("fileUrls")).isEqualTo(json("{'*': {}}"));
            assertThat(release.get("appVersion").asString()).isEqualTo("1.0");
        }

        @Test
        void beginAReleaseThatIsNotThere() {
            HttpResponse<String> added = rehearsal.send(
                    "POST", "/api/releases/App-3", body("""
                    {'product': 'App', 'schema_version': 9, 'hashFunction': 'sha512', 'data': %s}
                    """, "{'appVersion': '3.0', 'displayVersion': '3.0'}"));

            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            assertThat(rehearsal.get("/api/releases/App-3")).isEqualTo(json("""
                    {'name': 'App-3', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '3.0',
                     'displayVersion': '3.0'}
                    """));
        }

        @Test
        void areRefusedForAnotherProductOrHashFunctionOrWithoutAVersion() {
            for (String wrong : List.of(
                    "{'product': 'Box', 'data_version': 4, 'schema_version': 9, 'data': %s}",
                    "{'product': 'App', 'data_version': 4, 'schema_version': 9, 'hashFunction': 'sha256', 'data': %s}",
                    "{'product': 'App', 'schema_version': 9, 'data': %s}",
                    "{'product': 'App', 'data_version': 4, 'data': %s}")) {
                Refusals.assertRefused(
                        rehearsal.send("POST", "/api/releases/App-1", body(wrong, "{'displayVersion': 'one'}")), 400);
            }
            assertThat(rehearsal.get("/api/releases/App-1")).isEqualTo(json(APP_1));
        }
    }

    @Nested
    class Locales {

        private static final String PUT = "{'product': 'App', 'data_version': 4, 'schema_version': 9, 'data': %s}";

        @Test
        void areAddedToARelease() {
            HttpResponse<String> added =
                    rehearsal.send("PUT", "/api/releases/App-1/builds/p/fr", body(PUT, "{'buildID': '2'}"));

            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            assertThat(read(added)).isEqualTo(json("{'new_data_version': 5}"));
            assertThat(rehearsal.get("/api/releases/App-1/builds/p/fr")).isEqualTo(json("{'buildID': '2'}"));
            assertThat(rehearsal.get("/api/releases/App-1/builds/p/de")).isEqualTo(json("{'buildID': '1'}"));
        }

        @Test
        void replaceWhatWasThere() {
            HttpResponse<String> replaced =
                    rehearsal.send("PUT", "/api/releases/App-1/builds/p/de", body(PUT, "{'appVersion': '1.1'}"));

            assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
            assertThat(rehearsal.get("/api/releases/App-1/builds/p/de")).isEqualTo(json("{'appVersion': '1.1'}"));
        }

        @Test
        void goToThePlatformThatAnAliasStandsFor() {
            rehearsal.send("PUT", "/api/releases/App-1/builds/q/fr", body(PUT, "{'buildID': '2'}"));

            assertThat(rehearsal.get("/api/releases/App-1/builds/p/fr")).isEqualTo(json("{'buildID': '2'}"));
        }

        @Test
        void ofOneVersionThatAreSentAtOnceAreAllKept() {
            rehearsal.send("PUT", "/api/releases/App-1/builds/p/fr", body(PUT, "{'buildID': '2'}"));
            HttpResponse<String> second =
                    rehearsal.send("PUT", "/api/releases/App-1/builds/p/it", body(PUT, "{'buildID': '3'}"));

            assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
            assertThat(read(second)).isEqualTo(json("{'new_data_version': 6}"));
            assertThat(rehearsal
                            .get("/api/releases/App-1")
                            .get("platforms")
                            .get("p")
                            .get("locales"))
                    .isEqualTo(json("{'de': {'buildID': '1'}, 'fr': {'buildID': '2'}, 'it': {'buildID': '3'}}"));
        }

        @Test
        void thatSomebodyElseWroteMeanwhileAreNotOverwritten() {
            rehearsal.send("PUT", "/api/releases/App-1/builds/p/fr", body(PUT, "{'buildID': '2'}"));

            Refusals.assertRefused(
                    rehearsal.send("PUT", "/api/releases/App-1/builds/p/fr", body(PUT, "{'buildID': '3'}")), 400);
            Refusals.assertRefused(
                    rehearsal.send("PUT", "/api/releases/App-1/builds/p/fr", body(PUT, "{'buildID': '2'}")), 400);

            assertThat(rehearsal.get("/api/releases/App-1/builds/p/fr")).isEqualTo(json("{'buildID': '2'}"));
        }

        @Test
        void beginAReleaseWithPlatformsThatStandForTheOne() {
            String put = json("{'product': 'App', 'hashFunction': 'sha512', 'schema_version': 1}")
                    .put("alias", "[\"p2\", \"p3\"]")
                    .put("data", "{\"buildID\": \"1\"}")
                    .toString();

            HttpResponse<String> added = rehearsal.send("PUT", "/api/releases/App-3/builds/p/de", put);

            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            assertThat(rehearsal.get("/api/releases/App-3").get("platforms")).isEqualTo(json("""
                            {'p': {'locales': {'de': {'buildID': '1'}}}, 'p2': {'alias': 'p'}, 'p3': {'alias': 'p'}}
                            """));
        }

        @Test
        void areCopiedToOtherReleasesWhateverTheirVersion() {
            rehearsal.send("POST", "/api/releases", body("""
                    {'name': 'App-3', 'product': 'App', 'blob': %s}
                    """, APP_1.replace("App-1", "App-3")));
            ObjectNode put = json("{'product': 'App', 'data_version': 4, 'schema_version': 9}");
            put.put("data", "{\"buildID\": \"2\"}").putArray("copyTo").add("App-3");

            HttpResponse<String> copied = rehearsal.send("PUT", "/api/releases/App-1/builds/p/fr", put.toString());

            assertThat(read(copied)).isEqualTo(json("{'new_data_version': 5}"));
            assertThat(rehearsal.get("/api/releases/App-1/builds/p/fr")).isEqualTo(json("{'buildID': '2'}"));
            assertThat(rehearsal.get("/api/releases/App-3/builds/p/fr")).isEqualTo(json("{'buildID': '2'}"));
        }

        @Test
        void areNotCopiedAnywhereIfOneReleaseRefuses() {
            ObjectNode put = json("{'product': 'App', 'data_version': 4, 'schema_version': 9}");
            put.put("data", "{\"buildID\": \"2\"}").put("copyTo", "[\"App-2\"]");

            Refusals.assertRefused(rehearsal.send("PUT", "/api/releases/App-1/builds/p/fr", put.toString()), 403);

            assertThat(rehearsal.get("/api/releases/App-1")).isEqualTo(json(APP_1));
        }
    }

    @Nested
    class ReadOnly {

        @Test
        void isSetAndCleared() {
            assertThat(rehearsal.get("/api/releases/App-1/read_only")).isEqualTo(json("{'read_only': false}"));

            HttpResponse<String> set = rehearsal.send(
                    "PUT", "/api/releases/App-1/read_only", "{\"read_only\": true, \"data_version\": 4}");

            assertThat(set.statusCode()).as(set.body()).isEqualTo(201);
            assertThat(read(set)).isEqualTo(json("{'new_data_version': 5}"));
            assertThat(rehearsal.get("/api/releases/App-1/read_only")).isEqualTo(json("{'read_only': true}"));

            HttpResponse<String> cleared = rehearsal.send(
                    "PUT", "/api/releases/App-1/read_only", "{\"read_only\": \"\", \"data_version\": 5}");

            assertThat(read(cleared)).isEqualTo(json("{'new_data_version': 6}"));
            assertThat(rehearsal.get("/api/releases/App-1/read_only")).isEqualTo(json("{'read_only': false}"));
        }

        @Test
        void isNotSetTwice() {
            HttpResponse<String> set = rehearsal.send(
                    "PUT", "/api/releases/App-2/read_only", "{\"read_only\": true, \"data_version\": 1}");

            assertThat(set.statusCode()).isEqualTo(201);
            assertThat(read(set)).isEqualTo(json("{'new_data_version': 1}"));
        }
    }

    @Nested
    class Removals {

        @Test
        void areForReleasesThatNothingNames() {
            Refusals.assertRefused(rehearsal.send("DELETE", "/api/releases/App-1?data_version=4", ""), 400);
            Refusals.assertRefused(rehearsal.send("DELETE", "/api/releases/Box-1?data_version=2", ""), 400);
            Refusals.assertRefused(rehearsal.send("DELETE", "/api/releases/Box-9?data_version=2", ""), 404);

            assertThat(rehearsal
                            .send("DELETE", "/api/releases/Box-1?data_version=1", "")
                            .statusCode())
                    .isEqualTo(200);

            Refusals.assertRefused(rehearsal.send("GET", "/api/releases/Box-1", ""), 404);
        }

        @Test
        void waitUntilNothingIsScheduled() {
            rehearsal.post("/api/scheduled_changes/releases", json(Refusals.json("""
                    {'when': 'W', 'change_type': 'delete', 'name': 'Box-1', 'data_version': 1}
                    """)));

            Refusals.assertRefused(rehearsal.send("DELETE", "/api/releases/Box-1?data_version=1", ""), 400);
        }
    }

    /** A body with a blob in it as Balrog wants it: as the text of an object. */
    private static String body(String body, String blob) {
        return body.replace('\'', '"').replace("%s", RunningRehearsal.JSON.writeValueAsString(blob.replace('\'', '"')));
    }

    private static JsonNode read(HttpResponse<String> response) {
        return RunningRehearsal.JSON.readTree(response.body());
    }

    private static List<String> names(JsonNode releases) {
        return releases.valueStream()
                .map(release -> release.get("name").asString())
                .toList();
    }
}
