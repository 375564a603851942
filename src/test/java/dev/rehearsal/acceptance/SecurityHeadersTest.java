package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells browsers not to do. */
class SecurityHeadersTest {

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(RunningRehearsal.JSON.readTree("{}"));
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/channels", "/styles.css", "/VAADIN/nothing", "/?v-r=init"})
    void screensAreNotFramedSniffedOrSubmittedElsewhere(String path) {
        HttpHeaders headers = new BrowserSession(rehearsal).get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'self'",
                                "frame-ancestors 'none'",
                                "base-uri 'self'",
                                "object-src 'none'",
                                "form-action 'self'"));
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users", "/api/users/nobody", "/api/no-such-thing", "/api/tokens"})
    void theApiIsNothingForBrowsers(String path) {
        assertNothingActive(rehearsal.send("GET", path, "").headers());
        assertNothingActive(rehearsal.with("").send("GET", path, "").headers());
    }

    @Test
    void healthIsNothingForBrowsers() {
        assertNothingActive(
                new BrowserSession(rehearsal).get("/actuator/health").headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/channels"})
    void pagesAreKeptInNoCache(String path) {
        assertThat(new BrowserSession(rehearsal).get(path).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cached -> assertThat(cached).contains("no-store"));
    }

    @Test
    void anAnswerWithATokenIsKeptInNoCache() {
        rehearsal.give("mary", "rule", "{}");

        assertThat(rehearsal
                        .send("POST", "/api/tokens", "{\"person\": \"mary\", \"name\": \"ci\"}")
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValueSatisfying(cached -> assertThat(cached).contains("no-store"));
    }

    @Test
    void overHttpsBrowsersAreToldToStayThere() {
        HttpRequest overHttps = HttpRequest.newBuilder(URI.create(rehearsal.url("/sign-in")))
                .header("X-Forwarded-Proto", "https")
                .build();

        // Nobody is believed about what they came over, unless a proxy was configured.
        assertThat(rehearsal.exchange(overHttps).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void onlyPostsSignIn() {
        assertThat(new BrowserSession(rehearsal)
                        .get("/session?username=mary&password=x")
                        .statusCode())
                .isEqualTo(404);
    }

    private static void assertNothingActive(HttpHeaders headers) {
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(cached -> assertThat(cached).contains("no-store"));
    }
}
