package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often something may be asked for. Here next to nothing: one request a second is as good as none in a test. */
class LimitsTest {

    private static final String UPDATE = "/update/1/App/1.0/20200101000000/WINNT_x86-msvc/de/release/update.xml";

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(
                RunningRehearsal.JSON.readTree("""
                        {"people": [{"name": "mary", "permissions": {"rule": {}}},
                                    {"name": "ben", "permissions": {"rule": {}}}]}
                        """),
                "--rehearsal.limits.api-per-second=1",
                "--rehearsal.limits.api-burst=20",
                "--rehearsal.limits.login-failures-per-minute=3");
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void whoeverAsksTooOftenIsToldHowLongToWait() {
        RunningRehearsal.Caller mary = rehearsal.as("mary");
        RunningRehearsal.Caller ben = rehearsal.as("ben");

        HttpResponse<String> refusal = lastOf(100, mary);

        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refusal.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refusal.body()).contains("Too many requests: wait for 1 second.");
        assertThat(ben.send("GET", "/api/users/current", "").statusCode())
                .as("another token")
                .isEqualTo(200);
        assertThat(statuses(100, () -> rehearsal.ask(UPDATE).status()))
                .as("clients that ask for updates")
                .containsOnly(200);
    }

    @Test
    void wrongTokensAreCountedByAddress() {
        HttpResponse<String> refusal = lastOf(100, rehearsal.with("rht_wrong"));

        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(lastOf(1, rehearsal.with("")).statusCode()).isEqualTo(429);
    }

    @Test
    void afterSomeWrongPasswordsEvenTheRightOneMustWait() {
        BrowserSession browser = new BrowserSession(rehearsal);

        List<String> answers = IntStream.range(0, 4)
                .mapToObj(attempt -> browser.signIn("ben", "wrong-" + attempt))
                .map(answer -> answer.headers().firstValue("Location").orElse(""))
                .toList();

        assertThat(answers.subList(0, 3)).containsOnly("/sign-in?refused=wrong");
        assertThat(answers.get(3)).matches("/sign-in\\?refused=too_many&seconds=\\d+");
        HttpResponse<String> program =
                browser.post("/session", Map.of("username", "ben", "password", "x", "_csrf", browser.csrfToken()));
        assertThat(program.headers().firstValue("Location").orElse("")).contains("too_many");
    }

    private static HttpResponse<String> lastOf(int requests, RunningRehearsal.Caller caller) {
        for (int request = 1; request < requests; request++) {
            caller.send("GET", "/api/users/current", "");
        }
        return caller.send("GET", "/api/users/current", "");
    }

    private static List<Integer> statuses(int requests, java.util.function.Supplier<Integer> request) {
        return IntStream.range(0, requests).mapToObj(number -> request.get()).toList();
    }
}
