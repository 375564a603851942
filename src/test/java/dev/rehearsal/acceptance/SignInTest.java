package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way into the screens, as a browser goes it. */
class SignInTest {

    private static final String PASSWORD = "correct horse battery";

    private static RunningRehearsal rehearsal;
    private BrowserSession browser;

    @BeforeAll
    static void start() {
        // Every test comes from one address: its failures are counted elsewhere.
        rehearsal = RunningRehearsal.with(
                RunningRehearsal.JSON.readTree("{}"), "--rehearsal.limits.login-failures-per-minute=0");
        rehearsal.give("mary", "rule", "{}");
        setPassword("mary", PASSWORD);
    }

    @BeforeEach
    void openBrowser() {
        browser = new BrowserSession(rehearsal);
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/channels", "/channels/release-cdntest?product=Firefox", "/people", "/people/mary"})
    void nobodySeesAScreenWithoutSigningIn(String screen) {
        HttpResponse<String> answer = browser.get(screen);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void whoeverSignsInGetsTheScreenThatTheyAskedFor() {
        browser.get("/channels/release-cdntest?product=Firefox");

        HttpResponse<String> answer = browser.signIn("mary", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/channels/release-cdntest?product=Firefox");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "mary, wrong, wrong",
        "mary, '', wrong",
        "nobody, correct horse battery, wrong",
        "bootstrap, a-token-for-tests-only-0123456789, wrong",
        "'', '', wrong"
    })
    void whoeverCannotSignInIsToldWhy(String name, String password, String why) {
        HttpResponse<String> answer = browser.signIn(name, password);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?refused=" + why);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aFormFromElsewhereSignsNobodyIn() {
        browser.get("/sign-in");
        Map<String, String> withoutToken = Map.of("username", "mary", "password", PASSWORD);
        Map<String, String> withAnothersToken =
                Map.of("username", "mary", "password", PASSWORD, "_csrf", new BrowserSession(rehearsal).csrfToken());

        assertThat(browser.post("/session", withoutToken).headers().firstValue("Location"))
                .hasValue("/sign-in?refused=stale_form");
        assertThat(browser.isSignedIn()).isFalse();
        browser.post("/session", withAnothersToken);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void theSessionOfBeforeIsNotSignedIn() {
        browser.get("/sign-in");
        String before = browser.sessionId();

        browser.signIn("mary", PASSWORD);

        assertThat(browser.sessionId()).isNotEqualTo(before);
        BrowserSession other = new BrowserSession(rehearsal);
        other.use(before);
        assertThat(other.isSignedIn()).isFalse();
    }

    @Test
    void theSessionIsInACookieForThisSiteOnlyAndNeverInAUrl() {
        HttpResponse<String> answer = browser.get("/");

        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("jsessionid");
    }

    @Test
    void aSessionOpensNoApi() {
        browser.signIn("mary", PASSWORD);

        assertThat(browser.get("/api/users/current").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOpensNoScreen() {
        HttpResponse<String> answer = rehearsal.send("GET", "/channels", "");

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void anOldPasswordIsNoGoodAnyMore() {
        rehearsal.give("carl", "rule", "{}");
        setPassword("carl", PASSWORD);
        setPassword("carl", PASSWORD + "!");

        browser.signIn("carl", PASSWORD);
        assertThat(browser.isSignedIn()).isFalse();
        browser.signIn("carl", PASSWORD + "!");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void aProgramIsToldAsByTheApi() {
        HttpRequest attempt = HttpRequest.newBuilder(URI.create(rehearsal.url("/session")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "JSESSIONID=" + sessionOfPage())
                .header("X-CSRF-TOKEN", browser.csrfToken())
                .POST(HttpRequest.BodyPublishers.ofString("username=mary&password=wrong"))
                .build();

        HttpResponse<String> answer = rehearsal.exchange(attempt);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private String sessionOfPage() {
        browser.get("/sign-in");
        return browser.sessionId();
    }

    private static void setPassword(String person, String password) {
        assertThat(rehearsal
                        .send(
                                "PUT",
                                "/api/users/" + person + "/password",
                                RunningRehearsal.JSON
                                        .createObjectNode()
                                        .put("password", password)
                                        .toString())
                        .statusCode())
                .isEqualTo(204);
    }
}
