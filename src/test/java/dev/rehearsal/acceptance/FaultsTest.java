package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.Refusals.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is nobody's doing is told as that, with an id under which the log says what it was. */
@ExtendWith(OutputCaptureExtension.class)
class FaultsTest {

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.apart(RunningRehearsal.JSON.readTree("{}"));
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void aWriteThatTheTablesCannotTakeIsNoConflict(CapturedOutput log) {
        jdbc("alter table channel_mappings add constraint broken check (live_channel <> 'broken')");

        HttpResponse<String> answer = rehearsal.send(
                "POST", "/api/channel_mappings", json("{'live_channel': 'broken', 'test_channel': 'test'}"));

        assertIsAFault(answer, log);
        assertThat(log).contains("DataIntegrityViolationException");
    }

    @Test
    void aTableThatIsNotThereIsNoDatabaseThatIsAway(CapturedOutput log) {
        jdbc("alter table probes rename to gone");

        assertIsAFault(rehearsal.send("GET", "/api/probes", ""), log);

        jdbc("alter table gone rename to probes");
    }

    private static void assertIsAFault(HttpResponse<String> answer, CapturedOutput log) {
        Refusals.assertRefused(answer, 500);
        String id = RunningRehearsal.JSON.readTree(answer.body()).path("id").asString();
        assertThat(id).matches("[0-9a-f]{8}");
        assertThat(answer.body()).contains("A fault of the server").doesNotContain("changed meanwhile");
        assertThat(log.toString()).containsPattern("Fault " + id + "[^\\n]*\\n[\\s\\S]*\\tat dev\\.rehearsal");
    }

    private static void jdbc(String statement) {
        rehearsal.bean(JdbcClient.class).sql(statement).update();
    }
}
