package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API tells of scheduled changes. */
class ScheduledChangeReadsTest {

    private static final String BLOB = """
            {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0', 'displayVersion': '1.0',
             'platforms': {'p': {'locales': {'de': {'buildID': '1'}, 'fr': {'buildID': '1'}}}}}
            """;
    private static final String DATASET = """
            {'rules': [
              {'rule_id': 7, 'alias': 'main', 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 3}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 4, 'blob': %s},
              {'name': 'Box-1', 'product': 'Box', 'data_version': 2, 'blob':
               {'name': 'Box-1', 'schema_version': 1000, 'hashFunction': 'sha512', 'vendors': {}}}]}
            """.formatted(BLOB);
    private static final String RULES = "/api/scheduled_changes/rules";
    private static final String RELEASES = "/api/scheduled_changes/releases";

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
    class OfRules {

        @Test
        void anEditIsTheWholeRowAsItWouldBe() {
            long id = scheduleEdit("'priority': 91");

            JsonNode change = rehearsal.get(RULES + "/" + id).get("scheduled_change");

            ObjectNode expected = (ObjectNode) rehearsal.get("/api/rules/7");
            expected.put("priority", 91);
            expected.setAll(json("""
                    {'sc_id': %d, 'sc_data_version': 1, 'when': %d, 'change_type': 'update', 'complete': false,
                     'scheduled_by': 'bootstrap', 'signoffs': {}, 'required_signoffs': {},
                     'telemetry_product': null, 'telemetry_channel': null, 'telemetry_uptake': null}
                    """.formatted(id, later)));
            assertThat(change).isEqualTo(expected);
        }

        @Test
        void eachEditIsLaidOverTheLiveRowAloneAndFollowsIt() {
            long first = scheduleEdit("'priority': 91");
            long second = scheduleEdit("'comment': 'second'");
            rehearsal.post("/api/rules/7", json("{'data_version': 3, 'locale': 'de'}"));

            JsonNode changes = rehearsal.get(RULES).get("scheduled_changes");

            assertThat(changes.get(0).get("sc_id").asLong()).isEqualTo(first);
            assertThat(changes.get(0).get("priority").asInt()).isEqualTo(91);
            assertThat(changes.get(0).get("comment").isNull()).isTrue();
            assertThat(changes.get(1).get("sc_id").asLong()).isEqualTo(second);
            assertThat(changes.get(1).get("priority").asInt()).isEqualTo(90);
            assertThat(changes.get(1).get("comment").asString()).isEqualTo("second");
            for (JsonNode change : changes) {
                assertThat(change.get("locale").asString()).isEqualTo("de");
                assertThat(change.get("data_version").asInt()).isEqualTo(4);
            }
        }

        @Test
        void aRemovalHasTheIdAndTheDataVersionAlone() {
            schedule(RULES, "{'change_type': 'delete', 'rule_id': 7, 'data_version': 3}");

            JsonNode change = rehearsal.get(RULES).at("/scheduled_changes/0");

            assertThat(change.get("rule_id").asLong()).isEqualTo(7);
            assertThat(change.get("data_version").asInt()).isEqualTo(3);
            assertThat(change.get("mapping").isNull()).isTrue();
            assertThat(change.get("priority").isNull()).isTrue();
            assertThat(change.get("change_type").asString()).isEqualTo("delete");
        }

        @Test
        void anAdditionHasTheIdThatIsReservedForIt() {
            long id = scheduleAddition();

            JsonNode change = rehearsal.get(RULES).at("/scheduled_changes/0");

            assertThat(change.get("sc_id").asLong()).isEqualTo(id);
            assertThat(change.get("rule_id").asLong()).isEqualTo(8);
            assertThat(change.get("mapping").asString()).isEqualTo("App-1");
            assertThat(change.get("data_version").isNull()).isTrue();
        }

        @Test
        void anEditOfWhatOnlyTheQueueAddsIsLaidOverThat() {
            scheduleAddition();
            schedule(RULES, "{'change_type': 'update', 'rule_id': 8, 'data_version': 1, 'mapping': 'Box-1'}");

            JsonNode change = rehearsal.get(RULES + "?rule_id=8").at("/scheduled_changes/1");

            assertThat(change.get("mapping").asString()).isEqualTo("Box-1");
            assertThat(change.get("priority").asInt()).isEqualTo(5);
        }

        @Test
        void theyAreNarrowedToOneRule() {
            scheduleEdit("'priority': 91");
            scheduleAddition();

            assertThat(rehearsal.get(RULES).get("count").asInt()).isEqualTo(2);
            assertThat(rehearsal.get(RULES + "?rule_id=7").get("count").asInt()).isEqualTo(1);
            assertThat(rehearsal.get(RULES + "?rule_id=99").get("count").asInt())
                    .isZero();
        }

        @Test
        void completedOnesAreListedWhenAskedFor() {
            long id = scheduleEdit("'priority': 91");
            rehearsal.send("POST", RULES + "/" + id + "/enact", "");
            rehearsal.post("/api/rules/7", json("{'data_version': 4, 'priority': 92}"));

            assertThat(rehearsal.get(RULES).get("count").asInt()).isZero();

            JsonNode all = rehearsal.get(RULES + "?all=1");
            assertThat(all.get("count").asInt()).isEqualTo(1);
            JsonNode change = all.at("/scheduled_changes/0");
            assertThat(change.get("complete").asBoolean()).isTrue();
            assertThat(change.get("sc_data_version").asInt()).isEqualTo(2);
            assertThat(change.get("priority").asInt()).isEqualTo(91);
            assertThat(change.get("data_version").asInt()).isEqualTo(3);
            assertThat(rehearsal
                            .get(RULES + "/" + id)
                            .at("/scheduled_change/complete")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void oneThatIsNotThereIsNotFound() {
            long ofRelease = schedule(RELEASES, "{'change_type': 'delete', 'name': 'Box-1', 'data_version': 2}");

            Refusals.assertRefused(rehearsal.send("GET", RULES + "/999", ""), 404);
            Refusals.assertRefused(rehearsal.send("GET", RULES + "/" + ofRelease, ""), 404);
        }

        private long scheduleEdit(String field) {
            return schedule(RULES, "{'change_type': 'update', 'rule_id': 7, 'data_version': 3, " + field + "}");
        }

        private long scheduleAddition() {
            return schedule(RULES, """
                    {'change_type': 'insert', 'priority': 5, 'mapping': 'App-1', 'backgroundRate': 100,
                     'update_type': 'minor'}
                    """);
        }
    }

    @Nested
    class OfReleases {

        @Test
        void anEditIsTheWholeReleaseAsItWouldBe() {
            ObjectNode blob = json(BLOB);
            blob.put("displayVersion", "one");
            blob.withObject("/platforms/p/locales").remove("fr");
            long id = scheduleEdit(blob);
            rehearsal.send("PUT", "/api/releases/App-1/builds/p/it", """
                    {"product": "App", "data_version": 4, "schema_version": 9, "data": "{\\"buildID\\": \\"1\\"}"}
                    """);

            JsonNode change = rehearsal.get(RELEASES + "/" + id).get("scheduled_change");

            blob.withObject("/platforms/p/locales").putObject("it").put("buildID", "1");
            ObjectNode expected = json("""
                    {'name': 'App-1', 'product': 'App', 'read_only': false, 'data_version': 5, 'sc_id': %d,
                     'sc_data_version': 1, 'when': %d, 'change_type': 'update', 'complete': false,
                     'scheduled_by': 'bootstrap', 'signoffs': {}, 'required_signoffs': {}}
                    """.formatted(id, later));
            expected.set("data", blob);
            assertThat(change).isEqualTo(expected);
        }

        @Test
        void aRemovalHasTheNameAndTheDataVersionAlone() {
            schedule(RELEASES, "{'change_type': 'delete', 'name': 'Box-1', 'data_version': 2}");

            JsonNode change = rehearsal.get(RELEASES + "?name=Box-1").at("/scheduled_changes/0");

            assertThat(change.get("data_version").asInt()).isEqualTo(2);
            assertThat(change.get("product").isNull()).isTrue();
            assertThat(change.get("data").isNull()).isTrue();
            assertThat(change.get("read_only").asBoolean()).isFalse();
        }

        @Test
        void anAdditionHasItsBlob() {
            ObjectNode blob = json(BLOB.replace("App-1", "App-2"));
            ObjectNode body = json("{'change_type': 'insert', 'name': 'App-2', 'product': 'App'}");
            rehearsal.post(RELEASES, body.put("when", later).put("data", blob.toString()));

            JsonNode change = rehearsal.get(RELEASES).at("/scheduled_changes/0");

            assertThat(change.get("data")).isEqualTo(blob);
            assertThat(change.get("data_version").isNull()).isTrue();
        }

        @Test
        void theLockAloneCanBeScheduled() {
            long id = schedule(
                    RELEASES, "{'change_type': 'update', 'name': 'Box-1', 'data_version': 2, 'read_only': true}");

            JsonNode change = rehearsal.get(RELEASES + "/" + id).get("scheduled_change");

            assertThat(change.get("read_only").asBoolean()).isTrue();
            assertThat(change.at("/data/name").asString()).isEqualTo("Box-1");
        }

        @Test
        void aReleaseWrittenPartByPartHasOneRowWithAllOfIt() {
            ObjectNode blob = json(BLOB);
            blob.put("displayVersion", "one");
            blob.withObject("/platforms/p/locales/de").put("buildID", "2");
            ObjectNode body = json("{'old_data_versions': {'.': 4, 'platforms': {'p': {'locales': {'de': 1}}}}}");
            body.set("blob", blob);
            rehearsal.put("/api/v2/releases/App-1", body.put("when", later));

            JsonNode changes = rehearsal.get(RELEASES).get("scheduled_changes");

            assertThat(changes.size()).isEqualTo(1);
            assertThat(changes.at("/0/data")).isEqualTo(blob);
        }

        @Test
        void completedOnesShowWhatTheyMadeOfTheRelease() {
            ObjectNode blob = json(BLOB);
            blob.put("displayVersion", "one");
            long id = scheduleEdit(blob);
            rehearsal.send("POST", RELEASES + "/" + id + "/enact", "");
            rehearsal.send("PUT", "/api/releases/App-1/builds/p/it", """
                    {"product": "App", "data_version": 5, "schema_version": 9, "data": {"buildID": "1"}}
                    """);

            JsonNode change = rehearsal.get(RELEASES + "?all=1").at("/scheduled_changes/0");

            assertThat(change.get("complete").asBoolean()).isTrue();
            assertThat(change.get("data")).isEqualTo(blob);
            assertThat(change.get("data_version").asInt()).isEqualTo(4);
            assertThat(rehearsal.get(RELEASES).get("count").asInt()).isZero();
        }

        private long scheduleEdit(ObjectNode blob) {
            ObjectNode body = json("{'change_type': 'update', 'name': 'App-1', 'data_version': 4}");
            return rehearsal
                    .post(RELEASES, body.put("when", later).put("data", blob.toString()))
                    .get("sc_id")
                    .asLong();
        }
    }

    private long schedule(String path, String body) {
        return rehearsal.post(path, json(body).put("when", later)).get("sc_id").asLong();
    }
}
