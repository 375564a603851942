package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.RawHttp;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A release in test, as it really was: hand-kept copies of the live rule on each test channel. Without the copies, mapped
 * and with one change queued, the same files are offered.
 *
 * <p>What Mozilla's servers answered is read from beside the project where it is there; the invented twin always is.
 */
class RealUpdatesTest {

    @ParameterizedTest
    @MethodSource
    void aMinorUpdateNeedsNoCopiedRules(RecordedUpdate update, String next) throws IOException {
        needsNoCopiedRules(update, next);
    }

    static Stream<Arguments> aMinorUpdateNeedsNoCopiedRules() throws IOException {
        return RecordedUpdate.thereAre(Map.of(
                "heron-3.6.13", List.of("Heron-3.6.13-build2"), "firefox-3.6.13", List.of("Firefox-3.6.13-build3")));
    }

    @ParameterizedTest
    @MethodSource
    void aMajorUpdateIsOfferedAsItWas(RecordedUpdate update) {
        try (RunningRehearsal rehearsal = RunningRehearsal.with(update.dataset())) {
            assertThat(update.differences(rehearsal)).isEmpty();
        }
    }

    static Stream<Arguments> aMajorUpdateIsOfferedAsItWas() throws IOException {
        return RecordedUpdate.thereAre(Map.of("heron-10.0.2-major", List.of(), "firefox-10.0.2-major", List.of()));
    }

    private static void needsNoCopiedRules(RecordedUpdate update, String next) throws IOException {
        try (RunningRehearsal rehearsal = RunningRehearsal.with(update.dataset())) {
            assertThat(update.differences(rehearsal)).isEmpty();
            List<String> releaseUrls = update.urlsAs("releasetest", "release");
            List<String> before = bodies(rehearsal, releaseUrls);

            for (JsonNode rule : update.dataset().get("rules")) {
                if (rule.get("channel").asString().endsWith("test")) {
                    enact(rehearsal, schedule(rehearsal, rule, "delete"));
                }
            }
            rehearsal.map("beta", "betatest");
            rehearsal.map("release", "releasetest");
            JsonNode release = update.ruleOf("release");
            long scId = schedule(rehearsal, ((ObjectNode) release.deepCopy()).put("mapping", next), "update");

            assertThat(update.differences(rehearsal)).isEmpty();
            assertThat(bodies(rehearsal, releaseUrls)).isEqualTo(before);

            enact(rehearsal, scId);

            assertThat(update.without("release").differences(rehearsal)).isEmpty();
            assertThat(update.differencesAs(rehearsal, "releasetest", "release"))
                    .isEmpty();
        }
    }

    private static long schedule(RunningRehearsal rehearsal, JsonNode rule, String changeType) {
        ObjectNode change = ((ObjectNode) rule.deepCopy())
                .put("change_type", changeType)
                .put("when", Instant.now().plusSeconds(600).toEpochMilli());
        return rehearsal
                .post("/api/scheduled_changes/rules", change)
                .get("sc_id")
                .asLong();
    }

    private static void enact(RunningRehearsal rehearsal, long scId) {
        rehearsal.post("/api/scheduled_changes/rules/" + scId + "/enact", RunningRehearsal.JSON.createObjectNode());
    }

    private static List<String> bodies(RunningRehearsal rehearsal, List<String> urls) {
        List<String> bodies = new ArrayList<>();
        for (String url : urls) {
            RawHttp.Reply reply = rehearsal.ask(url);
            bodies.add(reply.status() + " " + reply.body());
        }
        return bodies;
    }
}
