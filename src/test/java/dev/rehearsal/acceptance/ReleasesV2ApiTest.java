package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's second release API. */
class ReleasesV2ApiTest {

    private static final String APP_1 = """
            {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0', 'displayVersion': '1.0',
             'platforms': {'p': {'OS_FTP': 'os', 'locales': {'de': {'buildID': '1'}, 'fr': {'buildID': '1'}}}}}
            """;
    private static final String VERSIONS = "{'.': 4, 'platforms': {'p': {'locales': {'de': 1, 'fr': 1}}}}";
    private static final String DATASET = """
            {'rules': [
              {'rule_id': 7, 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 3}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 4, 'second_api': true, 'blob': %s},
              {'name': 'Box-1', 'product': 'Box', 'data_version': 2, 'second_api': true, 'blob':
               {'name': 'Box-1', 'schema_version': 1000, 'hashFunction': 'sha512', 'vendors': {}}}]}
            """.formatted(APP_1);

    private final long later = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();
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
    class Reads {

        @Test
        void giveTheBlobAndTheDataVersionOfEachPart() {
            assertThat(rehearsal.get("/api/v2/releases/App-1"))
                    .isEqualTo(json("{'blob': %s, 'data_versions': %s, 'sc_blob': {}, 'sc_data_versions': {}}"
                            .formatted(APP_1, VERSIONS)));
            assertThat(rehearsal.get("/api/v2/releases/App-1/data_versions"))
                    .isEqualTo(json("{'data_versions': %s}".formatted(VERSIONS)));
            assertThat(rehearsal.get("/api/v2/releases/App-1/.platforms.p.locales.de/data_version"))
                    .isEqualTo(json("{'data_version': 1}"));
        }

        @Test
        void findNothingThatIsNotThere() {
            Refusals.assertRefused(rehearsal.send("GET", "/api/v2/releases/App-9", ""), 404);
            Refusals.assertRefused(rehearsal.send("GET", "/api/v2/releases/App-9/data_versions", ""), 404);
            Refusals.assertRefused(
                    rehearsal.send("GET", "/api/v2/releases/App-9/.platforms.p.locales.de/data_version", ""), 404);
            Refusals.assertRefused(
                    rehearsal.send("GET", "/api/v2/releases/App-1/.platforms.p.locales.it/data_version", ""), 404);
            Refusals.assertRefused(rehearsal.send("GET", "/api/v2/releases/App-1/./data_version", ""), 404);
        }

        @Test
        void listReleasesWithTheRulesThatNameThem() {
            assertThat(rehearsal.get("/api/v2/releases")).isEqualTo(json("""
                    {'releases': [
                      {'name': 'App-1', 'product': 'App', 'data_version': 4, 'read_only': false,
                       'rule_info': {'7': {'product': 'App', 'channel': 'release'}}, 'scheduled_changes': [],
                       'required_signoffs': {}, 'product_required_signoffs': {}},
                      {'name': 'Box-1', 'product': 'Box', 'data_version': 2, 'read_only': false, 'rule_info': {},
                       'scheduled_changes': [], 'required_signoffs': {}, 'product_required_signoffs': {}}]}
                    """));
            assertThat(rehearsal.get("/api/v2/releases?names_only=true"))
                    .isEqualTo(RunningRehearsal.JSON.readTree("[\"App-1\", \"Box-1\"]"));
        }
    }

    @Nested
    class Writes {

        @Test
        void answerWithTheNewVersionsOfThePartsThatDiffer() {
            ObjectNode blob = json(APP_1);
            blob.put("displayVersion", "one");
            blob.withObject("/platforms/p/locales").remove("fr");
            blob.withObject("/platforms/p/locales").putObject("it").put("buildID", "1");

            assertThat(put(blob, VERSIONS)).isEqualTo(json("{'.': 5, 'platforms': {'p': {'locales': {'it': 1}}}}"));
            assertThat(rehearsal.get("/api/v2/releases/App-1").get("blob")).isEqualTo(blob);
        }

        @Test
        void ofWhatIsThereAlreadyAnswerWithNothing() {
            assertThat(put(json(APP_1), "{}")).isEqualTo(json("{}"));
        }

        @Test
        void needTheVersionsOfThePartsThatTheyChange() {
            ObjectNode blob = json(APP_1);
            blob.withObject("/platforms/p/locales/de").put("buildID", "2");

            HttpResponse<String> refusal = rehearsal.send(
                    "PUT", "/api/v2/releases/App-1", write(blob, "{'.': 4}").toString());

            Refusals.assertRefused(refusal, 400);
            assertThat(refusal.body()).contains(".platforms.p.locales.de");
        }

        @Test
        void mergeAPiece() {
            ObjectNode piece = json("""
                    {'platforms': {'p': {'locales': {'de': {'appVersion': '1.1'}, 'it': {'buildID': '1'}}}}}
                    """);

            JsonNode versions = post(piece, VERSIONS);

            assertThat(versions)
                    .isEqualTo(json("{'.': 4, 'platforms': {'p': {'locales': {'de': 2, 'fr': 1, 'it': 1}}}}"));
            assertThat(rehearsal.get("/api/v2/releases/App-1").get("blob").get("platforms"))
                    .isEqualTo(json("""
                    {'p': {'OS_FTP': 'os', 'locales': {'de': {'buildID': '1', 'appVersion': '1.1'},
                                                       'fr': {'buildID': '1'}, 'it': {'buildID': '1'}}}}
                    """));
        }

        @Test
        void mergeIntoReleasesThatAreThere() {
            Refusals.assertRefused(
                    rehearsal.send(
                            "POST",
                            "/api/v2/releases/App-9",
                            write(json("{'displayVersion': 'one'}"), VERSIONS).toString()),
                    404);
            Refusals.assertRefused(
                    rehearsal.send("POST", "/api/v2/releases/App-1", "{\"blob\": {\"displayVersion\": \"one\"}}"), 400);
            Refusals.assertRefused(
                    rehearsal.send(
                            "POST",
                            "/api/v2/releases/App-1",
                            write(json("{'colour': 'red'}"), VERSIONS).toString()),
                    400);
        }
    }

    @Nested
    class ScheduledWrites {

        @Test
        void showWhatEnactingYields() {
            ObjectNode blob = json(APP_1);
            blob.remove("displayVersion");
            blob.put("displayVersion", "one");
            blob.withObject("/platforms/p").remove("OS_FTP");
            blob.withObject("/platforms/p/locales").remove("fr");

            JsonNode tree = schedule(blob);

            assertThat(tree.get(".").get("change_type").asString()).isEqualTo("update");
            assertThat(tree.at("/platforms/p/locales/fr/change_type").asString())
                    .isEqualTo("delete");
            JsonNode release = rehearsal.get("/api/v2/releases/App-1");
            assertThat(release.get("blob")).isEqualTo(json(APP_1));
            assertThat(release.get("sc_blob")).isEqualTo(blob);
            assertThat(release.get("sc_data_versions"))
                    .isEqualTo(json("{'.': 1, 'platforms': {'p': {'locales': {'fr': 1}}}}"));
            rehearsal.send("POST", "/api/v2/releases/App-1/enact", "");
            assertThat(rehearsal.get("/api/v2/releases/App-1").get("blob")).isEqualTo(blob);
        }

        @Test
        void areListedWithTheRelease() {
            ObjectNode blob = json(APP_1);
            blob.put("displayVersion", "one");
            blob.withObject("/platforms/p/locales/de").put("buildID", "2");
            JsonNode tree = schedule(blob);

            JsonNode changes = rehearsal.get("/api/v2/releases").at("/releases/0/scheduled_changes");

            assertThat(changes.get(0))
                    .isEqualTo(json("""
                    {'name': 'App-1', 'product': 'App', 'read_only': false, 'data_version': 4, 'sc_id': %d,
                     'sc_data_version': 1, 'when': %d, 'change_type': 'update', 'complete': false,
                     'scheduled_by': 'bootstrap', 'signoffs': {}}
                    """.formatted(tree.at("/./sc_id").asLong(), later)));
            assertThat(changes.get(1).get("path").asString()).isEqualTo(".platforms.p.locales.de");
            assertThat(changes.size()).isEqualTo(2);
        }

        @Test
        void ofAReleaseThatIsNotThereAreListedUnderItsName() {
            ObjectNode put = write(json(APP_1.replace("App-1", "App-2")), "{}");
            rehearsal.put("/api/v2/releases/App-2", put.put("when", later));

            JsonNode release = rehearsal.get("/api/v2/releases").at("/releases/1");

            assertThat(release.get("name").asString()).isEqualTo("App-2");
            assertThat(release.get("product").isNull()).isTrue();
            assertThat(release.at("/scheduled_changes/0/change_type").asString())
                    .isEqualTo("insert");
            assertThat(release.at("/scheduled_changes/0/product").asString()).isEqualTo("App");
            assertThat(rehearsal.get("/api/v2/releases/App-2").get("blob")).isEqualTo(json("{}"));
            assertThat(rehearsal.get("/api/v2/releases/App-2").get("sc_blob"))
                    .isEqualTo(json(APP_1.replace("App-1", "App-2")));
        }

        @Test
        void ofPiecesAreAskedOfWhatTheQueueMakes() {
            schedule(json("{'platforms': {'p': {'locales': {'de': {'buildID': '2'}}}}}"), "POST", later);

            schedule(json("{'platforms': {'p': {'locales': {'de': {'appVersion': '1.1'}}}}}"), "POST", later + 1);

            assertThat(rehearsal.get("/api/v2/releases/App-1").at("/sc_blob/platforms/p/locales/de"))
                    .isEqualTo(json("{'buildID': '2', 'appVersion': '1.1'}"));
        }

        @Test
        void areWithdrawnByAWriteOfWhatIsLive() {
            ObjectNode blob = json(APP_1);
            blob.put("displayVersion", "one");
            schedule(blob);

            assertThat(put(json(APP_1), VERSIONS)).isEqualTo(json("{}"));

            assertThat(rehearsal.get("/api/v2/releases/App-1").get("sc_blob")).isEqualTo(json("{}"));
            assertThat(rehearsal
                            .get("/api/scheduled_changes/releases?all=1")
                            .get("count")
                            .asInt())
                    .isZero();
        }

        @Test
        void loseThePartsThatALaterWriteLeavesAsTheyAre() {
            ObjectNode scheduled = json(APP_1);
            scheduled.put("displayVersion", "one");
            scheduled.withObject("/platforms/p/locales/de").put("buildID", "2");
            schedule(scheduled);
            ObjectNode blob = json(APP_1);
            blob.withObject("/platforms/p/locales/de").put("buildID", "3");

            schedule(blob);

            assertThat(rehearsal.get("/api/v2/releases/App-1").get("sc_blob")).isEqualTo(blob);
            assertThat(rehearsal
                            .get("/api/v2/releases")
                            .at("/releases/0/scheduled_changes")
                            .size())
                    .isEqualTo(2);
        }
    }

    @Nested
    class Removals {

        @Test
        void takeWhatIsPendingWithThem() {
            rehearsal.put(
                    "/api/v2/releases/Box-1",
                    write(
                                    json(
                                            "{'name': 'Box-1', 'schema_version': 1000, 'hashFunction': 'sha256', 'vendors': {}}"),
                                    "{'.': 2}")
                            .put("product", "Box")
                            .put("when", later));

            assertThat(rehearsal.send("DELETE", "/api/v2/releases/Box-1", "").statusCode())
                    .isEqualTo(200);

            Refusals.assertRefused(rehearsal.send("GET", "/api/v2/releases/Box-1", ""), 404);
            Refusals.assertRefused(rehearsal.send("DELETE", "/api/v2/releases/Box-1", ""), 404);
        }

        @Test
        void ofWhatIsOnlyPendingWithdrawIt() {
            ObjectNode put = write(json(APP_1.replace("App-1", "App-2")), "{}");
            rehearsal.put("/api/v2/releases/App-2", put.put("when", later));

            assertThat(rehearsal.send("DELETE", "/api/v2/releases/App-2", "").statusCode())
                    .isEqualTo(200);

            Refusals.assertRefused(rehearsal.send("GET", "/api/v2/releases/App-2", ""), 404);
        }

        @Test
        void areRefusedWhileARuleNamesTheRelease() {
            ObjectNode blob = json(APP_1);
            blob.put("displayVersion", "one");
            schedule(blob);

            Refusals.assertRefused(rehearsal.send("DELETE", "/api/v2/releases/App-1", ""), 400);

            assertThat(rehearsal.get("/api/v2/releases/App-1").get("sc_blob")).isEqualTo(blob);
        }
    }

    @Nested
    class Locks {

        @Test
        void countAsChangesOfTheBasePart() {
            assertThat(rehearsal.put(
                            "/api/v2/releases/App-1/read_only", json("{'read_only': true, 'old_data_version': 4}")))
                    .isEqualTo(json("{'.': 5}"));

            assertThat(rehearsal.get("/api/v2/releases/App-1/data_versions").at("/data_versions/."))
                    .isEqualTo(RunningRehearsal.JSON.readTree("5"));
            ObjectNode blob = json(APP_1);
            blob.put("displayVersion", "one");
            Refusals.assertRefused(
                    rehearsal.send(
                            "PUT",
                            "/api/v2/releases/App-1",
                            write(blob, "{'.': 5}").toString()),
                    400);
            Refusals.assertRefused(
                    rehearsal.send(
                            "PUT",
                            "/api/v2/releases/App-1/read_only",
                            "{\"read_only\": false, \"old_data_version\": 4}"),
                    400);
            assertThat(rehearsal.put(
                            "/api/v2/releases/App-1/read_only", json("{'read_only': false, 'old_data_version': 5}")))
                    .isEqualTo(json("{'.': 6}"));
        }
    }

    @Nested
    class Pins {

        @Test
        void areSetAndReadBack() {
            assertThat(pin("App-1", "1.")).isEqualTo(json("{'.': 1}"));
            assertThat(pin("App-1", "1.")).isEqualTo(json("{'.': 1}"));

            assertThat(rehearsal.get("/api/v2/pins/App/release/1.")).isEqualTo(json("""
                    {'product': 'App', 'channel': 'release', 'version': '1.', 'mapping': 'App-1', 'data_version': 1}
                    """));
            Refusals.assertRefused(rehearsal.send("GET", "/api/v2/pins/App/release/2.", ""), 404);
        }

        @Test
        void arePointedAtNewerReleasesOnly() {
            rehearsal.post(
                    "/api/releases",
                    json("{'name': 'App-0', 'product': 'App', 'blob': %s}"
                            .formatted(APP_1.replace("App-1", "App-0").replace("1.0", "0.9"))));
            pin("App-1", "1.");

            assertThat(pin("App-0", "1.")).isEqualTo(json("{'pin_not_set': true, 'reason': 'existing_pin_is_newer'}"));

            assertThat(rehearsal
                            .get("/api/v2/pins/App/release/1.")
                            .get("mapping")
                            .asString())
                    .isEqualTo("App-1");
        }

        @Test
        void areScheduled() {
            JsonNode leaf = rehearsal
                    .put(
                            "/api/v2/releases/App-1/pinnable",
                            json("{'product': 'App', 'channel': 'release', 'version': '1.'}")
                                    .put("when", later))
                    .get(".");

            assertThat(leaf.get("change_type").asString()).isEqualTo("insert");
            assertThat(leaf.get("when").asLong()).isEqualTo(later);
            Refusals.assertRefused(rehearsal.send("GET", "/api/v2/pins/App/release/1.", ""), 404);
        }

        @Test
        void keepTheirReleases() {
            rehearsal.put(
                    "/api/v2/releases/Box-1/pinnable",
                    json("{'product': 'Box', 'channel': 'beta', 'version': '1.0.'}"));

            Refusals.assertRefused(rehearsal.send("DELETE", "/api/v2/releases/Box-1", ""), 400);
        }

        @Test
        void areServed() {
            rehearsal.post(
                    "/api/releases",
                    json("{'name': 'App-2', 'product': 'App', 'blob': %s}"
                            .formatted(APP_1.replace("App-1", "App-2").replace("1.0", "2.0"))));
            rehearsal.post("/api/rules/7", json("{'data_version': 3, 'mapping': 'App-2'}"));
            String query = "/update/6/App/0.5/0/p/de/release/os/caps/d/dv/update.xml?pin=1.";
            assertThat(rehearsal.ask(query).body()).contains("appVersion=\"2.0\"");

            pin("App-1", "1.");

            assertThat(rehearsal.ask(query).body()).contains("appVersion=\"1.0\"");
        }

        private JsonNode pin(String release, String version) {
            return rehearsal.put(
                    "/api/v2/releases/" + release + "/pinnable",
                    json("{'product': 'App', 'channel': 'release'}").put("version", version));
        }
    }

    private JsonNode put(ObjectNode blob, String versions) {
        return rehearsal.put("/api/v2/releases/App-1", write(blob, versions));
    }

    private JsonNode post(ObjectNode blob, String versions) {
        return rehearsal.post("/api/v2/releases/App-1", write(blob, versions));
    }

    private JsonNode schedule(ObjectNode blob) {
        return schedule(blob, "PUT", later);
    }

    private JsonNode schedule(ObjectNode blob, String method, long when) {
        ObjectNode body = write(blob, VERSIONS).put("when", when);
        return method.equals("PUT")
                ? rehearsal.put("/api/v2/releases/App-1", body)
                : rehearsal.post("/api/v2/releases/App-1", body);
    }

    private static ObjectNode write(ObjectNode blob, String versions) {
        ObjectNode body = RunningRehearsal.JSON.createObjectNode();
        body.set("blob", blob);
        body.set("old_data_versions", json(versions));
        return body.put("product", "App");
    }
}
