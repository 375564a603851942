package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.mirror.BalrogStandIn;
import dev.rehearsal.mirror.BalrogState;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An installation from its start on that is told to follow a Balrog; to start it is most of the work. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowingTest {

    private static final CountDownLatch MAY_COPY = new CountDownLatch(1);
    private static final CountDownLatch GONE = new CountDownLatch(1);

    private static BalrogStandIn balrog;
    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        BalrogState state = new BalrogState();
        state.addFirst(
                "One",
                "Firefox",
                BalrogState.json(
                        "{'name': 'One', 'schema_version': 50, 'detailsUrl': 'https://x.example', 'displayVersion': '1'}"));
        state.addRule(BalrogState.rule("{'product': 'Firefox', 'channel': 'release', 'mapping': 'One'}"));
        balrog = new BalrogStandIn(state, path -> {
            if (path.equals("/releases/One")) {
                waitFor(MAY_COPY);
            }
            return GONE.getCount() == 0 ? new BalrogStandIn.Instead(404, "{}") : null;
        });
        rehearsal = RunningRehearsal.apart(
                JSON.readTree("{}"),
                "--rehearsal.follow.url=" + balrog.url(),
                "--rehearsal.follow.token=a-token-of-balrogs-own",
                "--rehearsal.follow.interval=50ms",
                "--rehearsal.follow.rate=0");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void stop() {
        MAY_COPY.countDown();
        rehearsal.close();
        balrog.close();
    }

    private static HttpResponse<String> heartbeat() {
        return rehearsal.sendOpenly("GET", "/__heartbeat__");
    }

    @Test
    @Order(1)
    void servesNothingBeforeTheFirstFullCopyAndSaysWhy() {
        assertThat(heartbeat().statusCode()).isEqualTo(503);
    }

    @Test
    @Order(2)
    void servesWhatIsMirroredFromThenOn() {
        MAY_COPY.countDown();
        Patience.until("the first copy", () -> heartbeat().statusCode() == 200);
        assertThat(heartbeat().body()).isEqualTo("1");
    }

    @Test
    @Order(3)
    void refusesToWriteWhatIsMirroredAndSaysWhereToDoIt() {
        HttpResponse<String> answer = rehearsal.send(
                "POST",
                "/api/rules",
                BalrogState.json(
                                "{'product': 'Firefox', 'channel': 'beta', 'mapping': 'One', 'priority': 1, 'backgroundRate': 100, 'update_type': 'minor'}")
                        .toString());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(answer.body()).path("detail").asString())
                .contains("these rules are those of " + balrog.url());
    }

    @Test
    @Order(4)
    void goesOnServingWhereTheSourceIsAwayAndSaysSinceWhen() {
        GONE.countDown();
        Patience.until(
                "that it is stale",
                () -> heartbeat().headers().firstValue("Rehearsal-Stale-Since").isPresent());
        assertThat(heartbeat().body()).isEqualTo("1");
    }
}
