package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.RawHttp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** A queue from being scheduled to being enacted, asked at every point of the way over HTTP. */
class OracleScenariosTest {

    @ParameterizedTest
    @MethodSource("dev.rehearsal.acceptance.Scenario#names")
    void isAnsweredAsRecordedFromTheEmptyQueueUntilAllIsEnacted(String name) {
        Scenario scenario = Scenario.read(name);
        try (RunningRehearsal rehearsal = RunningRehearsal.with(scenario.dataset(), OracleOptions.all())) {
            List<ObjectNode> mappings = new ArrayList<>();
            scenario.testChannels().forEach(test -> mappings.add(rehearsal.map(scenario.live(), test)));
            assertThat(scenario.liveDifferences(rehearsal, "_before")).isEmpty();
            assertThat(scenario.testDifferences(rehearsal, "_on_test_before")).isEmpty();

            List<String> enact = scenario.schedule(rehearsal);
            assertThat(scenario.liveDifferences(rehearsal, "_before")).isEmpty();
            assertThat(scenario.testDifferences(rehearsal, "_on_test")).isEmpty();

            mappings.forEach(mapping -> rescope(rehearsal, mapping, "next_only"));
            assertThat(scenario.testDifferences(rehearsal, "_on_test_next")).isEmpty();

            mappings.forEach(mapping -> rescope(rehearsal, mapping, "whole_queue"));
            String staged = stagedFingerprint(rehearsal, scenario);
            enact.forEach(path -> rehearsal.post(path, RunningRehearsal.JSON.createObjectNode()));
            assertThat(scenario.liveDifferences(rehearsal, "_after")).isEmpty();
            assertThat(scenario.testDifferences(rehearsal, "_on_test")).isEmpty();
            assertThat(rehearsal.fingerprint(scenario.live(), "Firefox")).isEqualTo(staged);
        }
    }

    /** Replaces a mapping and remembers its new version in it. */
    private static void rescope(RunningRehearsal rehearsal, ObjectNode mapping, String scope) {
        mapping.put("scope", scope);
        mapping.setAll((ObjectNode) rehearsal.put("/api/channel_mappings/" + mapping.get("id"), mapping));
    }

    /** The one that the test channel's own answers carry must be the one of its table. */
    private static String stagedFingerprint(RunningRehearsal rehearsal, Scenario scenario) {
        String test = scenario.testChannels().getFirst();
        String ofTable = rehearsal
                .get("/api/test_channels/" + test + "/rules?product=Firefox")
                .get("fingerprint")
                .asString();
        RawHttp.Reply reply = rehearsal.ask("/update/6/Firefox/100.0/20200101000000/WINNT_x86_64-msvc/en-US/" + test
                + "/Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml");
        assertThat(reply.header("Rehearsal-Fingerprint")).isEqualTo(ofTable);
        return ofTable;
    }
}
