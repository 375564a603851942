package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Passwords, tokens and sessions are nowhere to be read, whatever goes wrong and however much of ours is logged. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    private static final String PASSWORD = "Mandelbrot-set-7291";
    private static final String SHORT_PASSWORD = "Julia-7291";
    private static final String WRONG_PASSWORD = "Sierpinski-7291-wrong";
    private static final String WRONG_TOKEN = "rht_Koch-snowflake-7291";

    private final List<String> secrets =
            new ArrayList<>(List.of(PASSWORD, SHORT_PASSWORD, WRONG_PASSWORD, WRONG_TOKEN, RunningRehearsal.TOKEN));

    /** Everything that somebody could come to read. */
    private final List<String> said = new ArrayList<>();

    @Test
    void noSecretIsInLogsTablesExportsOrErrors(CapturedOutput log) {
        try (RunningRehearsal rehearsal = RunningRehearsal.apart(
                RunningRehearsal.JSON.readTree(
                        "{\"people\": [{\"name\": \"mary\", \"permissions\": {\"admin\": {}}}]}"),
                "--logging.level.root=info",
                "--logging.level.dev.rehearsal=trace")) {
            usePasswords(rehearsal);
            useTokens(rehearsal);
            said.add(rehearsal.get("/api/dataset").toString());
            said.add(rehearsal.get("/api/users").toString());
            said.add(rehearsal.get("/api/tokens?person=mary").toString());
            said.addAll(rehearsal.tables().values());
        }
        said.add(log.getAll());

        assertThat(log.getAll()).as("the log").contains("Rehearsal is ready");
        for (String secret : secrets) {
            assertThat(said)
                    .allSatisfy(text -> assertThat(text.contains(secret))
                            .as("'%s' is in: %s", secret, around(text, secret))
                            .isFalse());
        }
    }

    private void usePasswords(RunningRehearsal rehearsal) {
        setPassword(rehearsal, "{\"password\": \"" + PASSWORD + "\"}", 204);
        setPassword(rehearsal, "{\"password\": \"" + SHORT_PASSWORD + "\"}", 400);
        setPassword(rehearsal, "{\"password\": [\"" + PASSWORD + "\"]}", 400);
        setPassword(rehearsal, "{\"password\": \"" + PASSWORD, 400);
        setPassword(rehearsal, "\"" + PASSWORD + "\"", 400);
        BrowserSession browser = new BrowserSession(rehearsal);
        note(browser.signIn("mary", WRONG_PASSWORD));
        note(browser.signIn("nobody", PASSWORD));
        note(browser.post("/session", Map.of("username", "mary", "password", PASSWORD)));
        browser.signIn("mary", PASSWORD);
        assertThat(browser.isSignedIn()).isTrue();
        secrets.add(browser.sessionId());
        note(browser.get("/"));
        note(browser.get("/people/mary"));
    }

    private void useTokens(RunningRehearsal rehearsal) {
        JsonNode wanted = RunningRehearsal.JSON.readTree("{\"person\": \"mary\", \"name\": \"ci\"}");
        String token = rehearsal.post("/api/tokens", wanted).get("token").asString();
        secrets.add(token);
        for (String used : List.of(token, WRONG_TOKEN)) {
            RunningRehearsal.Caller caller = rehearsal.with(used);
            note(caller.send("GET", "/api/users/current", ""));
            note(caller.send("GET", "/api/no-such-thing", ""));
            note(caller.send("POST", "/api/tokens", "nonsense"));
            note(caller.send("DELETE", "/api/tokens/1", ""));
        }
    }

    private void setPassword(RunningRehearsal rehearsal, String body, int status) {
        HttpResponse<String> answer = rehearsal.send("PUT", "/api/users/mary/password", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        note(answer);
    }

    /** What an answer says, but for the cookie. */
    private void note(HttpResponse<String> answer) {
        said.add(answer.body() + answer.headers().firstValue("Location").orElse(""));
    }

    private static String around(String text, String secret) {
        int at = text.indexOf(secret);
        return at < 0 ? "" : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + secret.length() + 50));
    }
}
