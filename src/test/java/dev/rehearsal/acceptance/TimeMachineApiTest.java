package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.ledger.WriteLock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a channel was at a time: rule 7 gave App-1; two sets were queued for it, and the first went live. */
class TimeMachineApiTest {

    private static final String URL =
            URLEncoder.encode("/update/3/App/0.5/0/p/de/release-cdntest/os/d/dv/update.xml", StandardCharsets.UTF_8);

    private static RunningRehearsal rehearsal;
    private static long imported;
    private static long first;
    private static long queued;
    private static long enacted;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(json("""
                {'rules': [
                  {'rule_id': 7, 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
                   'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 1}],
                 'releases': [
                  {'name': 'App-1', 'product': 'App', 'data_version': 1, 'blob': %s},
                  {'name': 'App-2', 'product': 'App', 'data_version': 1, 'blob': %s}],
                 'channel_mappings': [
                  {'product': 'App', 'live_channel': 'release', 'test_channel': 'release-cdntest'}]}
                """.formatted(blob("1"), blob("2"))), "--rehearsal.enactor.interval=1h");
        imported = lastWrite();
        long due = System.currentTimeMillis() + 3_600_000;
        long scheduled = schedule(due, "'mapping': 'App-2'");
        schedule(due + 1, "'priority': 91");
        queued = lastWrite();
        first = rehearsal
                .get("/api/test_channels/release-cdntest/rules")
                .get("change_sets")
                .get(0)
                .asLong();
        rehearsal.post("/api/scheduled_changes/rules/" + scheduled + "/enact", json("{}"));
        enacted = lastWrite();
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void theStagedTableIsThatOfTheTimeAlongTheQueueOfTheTime() {
        assertThat(rules("&at=" + imported).at("/rules/0/mapping").asString()).isEqualTo("App-1");
        assertThat(rules("&at=" + queued).at("/rules/0/priority").asInt()).isEqualTo(91);
        JsonNode through = rules("&at=" + queued + "&through=" + first);
        assertThat(through.at("/rules/0/mapping").asString()).isEqualTo("App-2");
        assertThat(through.at("/rules/0/priority").asInt()).isEqualTo(90);
        assertThat(through.get("change_sets").toString()).isEqualTo("[" + first + "]");
    }

    @Test
    void aUrlIsAnsweredAsThenAlongTheQueueOfTheTime() {
        assertThat(evaluated("&at=" + imported).at("/staged/branches/0/release").asString())
                .isEqualTo("App-1");
        JsonNode through = evaluated("&at=" + queued + "&through=" + first);
        assertThat(through.at("/staged/branches/0/release").asString()).isEqualTo("App-2");
        assertThat(through.at("/live/branches/0/release").asString()).isEqualTo("App-1");
        assertThat(evaluated("&at=" + enacted).at("/live/branches/0/release").asString())
                .isEqualTo("App-2");
    }

    @Test
    void theDifferenceOfATestChannelTellsOfRulesAndOfTheQueue() {
        JsonNode difference = rehearsal.get(
                "/api/test_channels/release-cdntest/differences?from=%d&to=%d".formatted(imported, queued));

        assertThat(difference.at("/rules/0/rule_id").asInt()).isEqualTo(7);
        assertThat(difference.at("/rules/0/change").asString()).isEqualTo("edited");
        assertThat(difference.at("/rules/0/fields/priority").toString()).isEqualTo("[90,91]");
        assertThat(difference.at("/rules/0/fields/mapping").toString()).isEqualTo("[\"App-1\",\"App-2\"]");
        assertThat(difference.get("queued").size()).isEqualTo(2);
        assertThat(difference.at("/queued/0/change_set").asLong()).isEqualTo(first);
        assertThat(difference.at("/before/fingerprint").asString())
                .isNotEqualTo(difference.at("/after/fingerprint").asString());
    }

    @Test
    void theDifferenceOfALiveChannelGoesUntilNowUnlessItSaysOtherwise() {
        JsonNode until = rehearsal.get("/api/channels/release/differences?product=App&from=" + queued);
        JsonNode before = rehearsal.get(
                "/api/channels/release/differences?product=App&from=%d&to=%d".formatted(imported, queued));

        assertThat(until.at("/rules/0/fields/mapping").toString()).isEqualTo("[\"App-1\",\"App-2\"]");
        assertThat(before.get("rules").isEmpty()).isTrue();
        assertThat(before.get("before").get("live_channel").asString()).isEqualTo("release");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | /api/test_channels/release-cdntest/differences
            400 | /api/test_channels/release-cdntest/differences?from=yesterday
            400 | /api/test_channels/release-cdntest/differences?from=2&to=1
            404 | /api/test_channels/nowhere/differences?from=1
            404 | /api/test_channels/release-cdntest/differences?from=1&to=2
            400 | /api/channels/release/differences?from=2&to=1
            400 | /api/channels/release/differences?from=1&until=2
            404 | /api/test_channels/release-cdntest/rules?at=1
            404 | /api/test_channels/release-cdntest/rules?at=-9223372036854775808
            404 | /api/test_channels/release-cdntest/rules?at=IMPORTED&through=FIRST
            """)
    void whatCannotBeToldIsRefused(int status, String path) {
        Refusals.assertRefused(
                rehearsal.send(
                        "GET",
                        path.replace("IMPORTED", Long.toString(imported)).replace("FIRST", Long.toString(first)),
                        ""),
                status);
    }

    private static long schedule(long due, String fields) {
        return rehearsal
                .post(
                        "/api/scheduled_changes/rules",
                        json("{'change_type': 'update', 'rule_id': 7, 'data_version': 1, %s}".formatted(fields))
                                .put("when", due))
                .get("sc_id")
                .asLong();
    }

    private static long lastWrite() {
        return rehearsal.bean(WriteLock.class).lastWrite().toEpochMilli();
    }

    private static JsonNode rules(String parameters) {
        return rehearsal.get("/api/test_channels/release-cdntest/rules?product=App" + parameters);
    }

    private static JsonNode evaluated(String parameters) {
        return rehearsal.get("/api/evaluate?url=" + URL + parameters);
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
