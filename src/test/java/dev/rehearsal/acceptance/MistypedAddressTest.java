package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.RawHttp;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told at addresses that there are not. */
class MistypedAddressTest {

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(json(Team.DATASET));
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void aBrowserGetsAPageThatLeadsOn() {
        RawHttp.Reply reply = ask("/chanels", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.body()).contains("There is no such page", "<a href=\"/\">See the channels</a>");
        assertThat(reply.header("Set-Cookie")).isNull();
    }

    @Test
    void aClientGetsWhatBalrogAnswers() {
        assertThat(ask("/chanels", "*/*").header("Content-Type")).startsWith("text/plain");
        assertThat(ask("/Update/6/x", "text/html").header("Content-Type")).startsWith("text/plain");
    }

    private static RawHttp.Reply ask(String path, String accept) {
        return rehearsal.ask("GET", path, Map.of("Accept", accept));
    }
}
