package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.ledger.WriteLock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Why an update URL gets its answer. */
class EvaluationApiTest {

    private static final String DATASET = """
            {'rules': [
              {'rule_id': 6, 'priority': 95, 'mapping': 'App-2', 'backgroundRate': 100, 'locale': 'fr',
               'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 1},
              {'rule_id': 7, 'alias': 'main', 'priority': 90, 'mapping': 'App-2', 'fallbackMapping': 'App-1',
               'backgroundRate': 25, 'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 1}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 1, 'blob': %s},
              {'name': 'App-2', 'product': 'App', 'data_version': 1, 'blob': %s}]}
            """.formatted(blob("1"), blob("2"));

    private static RunningRehearsal rehearsal;
    private static long mapped;
    private static long first;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(json(DATASET));
        rehearsal.map("release", "release-cdntest");
        mapped = rehearsal.bean(WriteLock.class).lastWrite().toEpochMilli();
        long later = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();
        rehearsal.post(
                "/api/scheduled_changes/rules",
                json("{'change_type': 'update', 'rule_id': 7, 'data_version': 1, 'mapping': 'App-1'}")
                        .put("when", later));
        rehearsal.post(
                "/api/scheduled_changes/rules",
                json("{'change_type': 'update', 'rule_id': 6, 'data_version': 1, 'locale': null}")
                        .put("when", later + 1));
        first = rehearsal
                .get("/api/test_channels/release-cdntest/rules")
                .get("change_sets")
                .get(0)
                .asLong();
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void aLiveChannelSaysWhichTestChannelShowsWhatIsQueued() {
        assertThat(evaluate("release", "").get("why_not_staged").asString())
                .isEqualTo("'release' is not a test channel of App, but the live channel that 'release-cdntest' shows:"
                        + " ask for that one");
        assertThat(evaluate("release-cdntest", "").get("why_not_staged").isNull())
                .isTrue();
    }

    @Test
    void aChannelThatIsNotMappedSaysSo() {
        assertThat(evaluate("nightly", "").get("why_not_staged").asString())
                .isEqualTo("'nightly' is not a test channel of App: map it to a live channel first");
    }

    @Test
    void eachRuleIsToldWithWhatItMissed() {
        JsonNode live = evaluate("release", "").get("live");

        assertThat(live.get("rule_id").asLong()).isEqualTo(7);
        assertThat(live.get("rules").get(0))
                .isEqualTo(json("""
                {'rule_id': 6, 'alias': null, 'priority': 95, 'mapping': 'App-2', 'fallbackMapping': null,
                 'backgroundRate': 100, 'outcome': 'missed', 'field': 'locale', 'asked': 'fr', 'sent': 'de'}
                """).put("reason", "The rule asks for locale \"fr\", the query says \"de\"."));
        assertThat(live.get("rules").get(1).get("outcome").asString()).isEqualTo("matched");
    }

    @Test
    void bothSidesOfTheDiceAreAnswered() {
        JsonNode branches = evaluate("release", "").at("/live/branches");

        assertThat(branches.get(0).get("side").asString()).isEqualTo("main");
        assertThat(branches.get(0).get("share").asInt()).isEqualTo(25);
        assertThat(branches.get(0).get("release").asString()).isEqualTo("App-2");
        assertThat(branches.get(0).at("/answer/body").asString()).contains("appVersion=\"2.0\"");
        assertThat(branches.get(1).get("side").asString()).isEqualTo("fallback");
        assertThat(branches.get(1).get("share").asInt()).isEqualTo(75);
        assertThat(branches.get(1).get("release").asString()).isEqualTo("App-1");
    }

    @Test
    void anOrdinaryChannelHasNoStagedAnswer() {
        JsonNode evaluated = evaluate("release", "");

        assertThat(evaluated.get("live_channel").asString()).isEqualTo("release");
        assertThat(evaluated.get("test_channel").isNull()).isTrue();
        assertThat(evaluated.get("staged").isNull()).isTrue();
        assertThat(evaluated.get("differs").isNull()).isTrue();
    }

    @Test
    void aTestChannelIsAnsweredAsStagedBesideItsLiveChannel() {
        JsonNode evaluated = evaluate("release-cdntest", "");

        assertThat(evaluated.get("live_channel").asString()).isEqualTo("release");
        assertThat(evaluated.get("test_channel").asString()).isEqualTo("release-cdntest");
        assertThat(evaluated.at("/live/rule_id").asLong()).isEqualTo(7);
        assertThat(evaluated.at("/staged/rule_id").asLong()).isEqualTo(6);
        assertThat(evaluated.get("differs").asBoolean()).isTrue();
        assertThat(evaluated.at("/staged/branches/0/answer/body").asString())
                .isEqualTo(rehearsal.ask(url("release-cdntest")).body());
    }

    @Test
    void aTestChannelIsLookedAtAlongItsQueue() {
        JsonNode evaluated = evaluate("release-cdntest", "&through=" + first);

        assertThat(evaluated.at("/staged/rule_id").asLong()).isEqualTo(7);
        assertThat(evaluated.at("/staged/branches/0/release").asString()).isEqualTo("App-1");
    }

    @Test
    void aTestChannelIsAskedAsOfATimeBeforeAnythingWasQueued() {
        JsonNode evaluated = evaluate("release-cdntest", "&at=" + mapped);

        assertThat(evaluated.at("/staged/rule_id").asLong()).isEqualTo(7);
        assertThat(evaluated.at("/staged/branches/0/release").asString()).isEqualTo("App-2");
        assertThat(evaluated.get("differs").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?url=",
                "?url=/nowhere",
                "?url=/update/3/App/1/1/p/de/release/o/d/v/update.xml?colour=red",
                "?url=/update/3/App/1/1/p/de/release/o/d/v/update.xml&through=1",
                "?url=/update/3/App/1/1/p/de/release/o/d/v/update.xml&through=one",
                "?url=/update/3/App/1/1/p/de/release/o/d/v/update.xml&at=yesterday"
            })
    void whatIsNoQuestionIsRefused(String query) {
        Refusals.assertRefused(rehearsal.send("GET", "/api/evaluate" + query, ""), 400);
    }

    @Test
    void aSetThatIsNotPendingIsNotFound() {
        Refusals.assertRefused(
                rehearsal.send("GET", "/api/evaluate?through=999&url=" + encoded("release-cdntest"), ""), 404);
    }

    private static JsonNode evaluate(String channel, String parameters) {
        return rehearsal.get("/api/evaluate?url=" + encoded(channel) + parameters);
    }

    private static String encoded(String channel) {
        return URLEncoder.encode(url(channel), StandardCharsets.UTF_8);
    }

    private static String url(String channel) {
        return "/update/3/App/0.5/0/p/de/" + channel + "/os/d/dv/update.xml";
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
