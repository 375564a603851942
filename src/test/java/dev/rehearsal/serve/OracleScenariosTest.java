package dev.rehearsal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.release.AllowList;
import dev.rehearsal.release.UrlPolicy;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Test channels answer what Balrog's own evaluation as the live channel and rendering as the test channel give. */
class OracleScenariosTest {

    static Stream<String> scenarios() {
        return Stream.of(
                "02-update-mapping",
                "04-two-related-changes",
                "05-glob-channel-update",
                "10-background-rate",
                "11-release-blob-change",
                "14-gmp-superblob",
                "20-pins",
                "21-cck-channels");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aTestChannelThatShowsTheLiveStateAnswersAsRecorded(String name) {
        Scenario scenario = Scenario.read(name);

        assertThat(scenario.differences(scenario.before(), "_on_test_before")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aTestChannelThatShowsTheWholeQueueAnswersAsRecorded(String name) {
        Scenario scenario = Scenario.read(name);

        assertThat(scenario.differences(scenario.after(), "_on_test")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theLiveChannelAnswersAsRecorded(String name) {
        Scenario scenario = Scenario.read(name);

        assertThat(scenario.liveDifferences(scenario.before(), "_before")).isEmpty();
        assertThat(scenario.liveDifferences(scenario.after(), "_after")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02-update-mapping", "21-cck-channels"})
    void theWholeQueueChangesSomeAnswers(String name) {
        Scenario scenario = Scenario.read(name);

        assertThat(scenario.differences(scenario.before(), "_on_test")).isNotEmpty();
    }

    private record Scenario(JsonNode json) {

        private static final UrlPolicy URLS = new UrlPolicy(
                AllowList.read(Oracle.json("allow-list.json")).allowList(),
                List.of(Oracle.json("config.json")
                        .get("special_force_hosts")
                        .get(0)
                        .stringValue()));

        static Scenario read(String name) {
            return new Scenario(Oracle.json("effective/" + name + ".json"));
        }

        InMemorySnapshot before() {
            return Dataset.read(json.get("live_rules"), json).snapshot();
        }

        /** All that is queued is an update of rules, or a new content of a release. */
        InMemorySnapshot after() {
            ObjectNode changed = (ObjectNode) json.deepCopy();
            changed.withArray("releases").addAll((ArrayNode) json.get("release_changes"));
            return Dataset.read(json.get("rules_after"), changed).snapshot();
        }

        List<String> differences(InMemorySnapshot state, String phase) {
            String live = json.get("mapping").get("live").stringValue();
            List<String> differences = new ArrayList<>();
            for (JsonNode test : json.get("mapping").get("tests")) {
                String channel = test.stringValue();
                InMemorySnapshot snapshot = state.mapping(channel, live, state.live());
                for (JsonNode query : json.get("queries")) {
                    JsonNode expected = query.path("expected" + phase).path(channel);
                    if (expected.isString() && !query.path("skip").booleanValue(false)) {
                        String url = query.get("test_urls").get(channel).stringValue();
                        int status = query.get("status" + phase).get(channel).intValue();
                        compare(snapshot, url, status, expected.stringValue(), null, differences);
                    }
                }
            }
            return differences;
        }

        List<String> liveDifferences(InMemorySnapshot snapshot, String phase) {
            List<String> differences = new ArrayList<>();
            for (JsonNode query : json.get("queries")) {
                JsonNode expected = query.path("expected" + phase);
                if (expected.isString() && !query.path("skip").booleanValue(false)) {
                    compare(
                            snapshot,
                            query.get("url").stringValue(),
                            query.get("status" + phase).intValue(),
                            expected.stringValue(),
                            query.path("rule_id" + phase).stringValue(null),
                            differences);
                }
            }
            return differences;
        }

        private static void compare(
                Snapshot snapshot,
                String url,
                int status,
                String body,
                @Nullable String ruleId,
                List<String> differences) {
            UpdateAnswers answers = new UpdateAnswers(URLS, true, () -> 0);
            Answer answer = answers.answer(snapshot, (Evaluate) QueryParser.parse(url, null));
            boolean same = answer.status() == status
                    && answer.body().equals(body)
                    && (ruleId == null || ruleId.equals(answer.ruleId()));
            if (!same) {
                differences.add(url + ": expected " + status + " " + ruleId + "\n" + body + "\nbut got " + answer);
            }
        }
    }
}
