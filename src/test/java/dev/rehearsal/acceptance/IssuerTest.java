package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.rehearsal.Patience;
import dev.rehearsal.sample.RunningIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who comes in by the word of an issuer, to the screens and to the API, and who does not. */
class IssuerTest {

    private static final String BEN = "ben@example.org";
    private static final String BEARER_INVALID = "Bearer error=\"invalid_token\"";

    private static RunningIssuer issuer;
    private static RunningRehearsal rehearsal;
    private static String whileAway;
    private static int apiWhileAway;
    private static int made;
    private BrowserSession browser;

    @BeforeAll
    static void start() {
        issuer = RunningIssuer.away();
        rehearsal = RunningRehearsal.apart(
                RunningRehearsal.JSON.readTree("{}"),
                issuer.options(
                        "--rehearsal.oidc.local-passwords=false",
                        "--rehearsal.oidc.allowed-domains=example.org",
                        "--rehearsal.oidc.automation=abc123@clients=ffxbld",
                        "--rehearsal.oidc.step-up.acr-values=mfa,key",
                        "--rehearsal.oidc.step-up.max-age=5m",
                        "--rehearsal.limits.api-per-second=0"));
        whileAway = location(new BrowserSession(rehearsal).get("/oauth2/authorization/issuer"));
        apiWhileAway = get(issuer.token("S-ben", claims -> {})).statusCode();
        issuer.start(rehearsal.url(""));
        for (String person : List.of("ben@example.org", "cleo@example.org", "dora@example.org")) {
            rehearsal.give(person, "rule", "{}");
        }
        rehearsal.give("ffxbld", "release", "{}");
        rehearsal.put("/api/users/ben@example.org/roles/releng", json("{}"));
        issuer.verified("S-ben", BEN);
        Patience.until(
                "the issuer is asked again",
                () -> !location(new BrowserSession(rehearsal).get("/oauth2/authorization/issuer"))
                        .startsWith("/"));
        assertThat(signedIn(new BrowserSession(rehearsal), "S-ben")).isEqualTo("/");
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
        issuer.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new BrowserSession(rehearsal);
        issuer.signInsAre(0);
    }

    @Test
    void withoutItsIssuerTheServerStartsAndTheSignInSaysSo() {
        assertThat(whileAway).isEqualTo("/sign-in?refused=issuer_away");
    }

    @Test
    void withoutItsIssuerNoTokenCanBeChecked() {
        assertThat(apiWhileAway).isEqualTo(503);
    }

    @Test
    void aBrowserIsSentToTheIssuerWithAProofOfWhoAsked() {
        assertThat(location(browser.get("/oauth2/authorization/issuer")))
                .startsWith(issuer.url() + "/oauth2/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=", "scope=openid");
    }

    @Test
    void whoeverSignsInGetsTheScreenThatTheyAskedFor() {
        browser.get("/people");

        assertThat(signedIn(browser, "S-ben")).isEqualTo("/people");
    }

    @Test
    void theSessionIsANewOne() {
        browser.get("/sign-in");
        String before = browser.sessionId();

        signedIn(browser, "S-ben");

        assertThat(browser.sessionId()).isNotEqualTo(before);
    }

    @Test
    void anAnswerOfTheIssuerIsGoodOnce() {
        String answer = fromIssuer(location(browser.get("/oauth2/authorization/issuer")), "S-ben");
        browser.get(path(answer));

        assertThat(location(browser.get(path(answer)))).isEqualTo("/sign-in?refused=issuer_refused");
    }

    @Test
    void anAnswerThatAnotherBrowserAskedForSignsNobodyIn() {
        String answer = fromIssuer(location(browser.get("/oauth2/authorization/issuer")), "S-ben");
        BrowserSession victim = new BrowserSession(rehearsal);
        victim.get("/sign-in");

        victim.get(path(answer));

        assertThat(victim.isSignedIn()).isFalse();
    }

    @Test
    void somebodyWhomNobodyKnowsIsTold() {
        issuer.verified("S-eve", "eve@example.org");

        assertThat(signedIn(browser, "S-eve")).isEqualTo("/sign-in?refused=stranger");
    }

    @Test
    void somebodyWhomNobodyKnowsSeesNothing() {
        issuer.verified("S-eve", "eve@example.org");

        signedIn(browser, "S-eve");

        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void anAddressThatTheIssuerDoesNotVouchForIsNoName() {
        issuer.account("S-fay", Map.of("email", "cleo@example.org", "email_verified", false));

        assertThat(signedIn(browser, "S-fay")).isEqualTo("/sign-in?refused=no_name");
    }

    @Test
    void anAddressOfAnotherDomainIsRefused() {
        issuer.verified("S-gil", "gil@elsewhere.example");

        assertThat(signedIn(browser, "S-gil")).isEqualTo("/sign-in?refused=other_domain");
    }

    @Test
    void passwordsAreNotForSigningIn() {
        assertThat(location(browser.signIn(BEN, "whatever it is"))).isEqualTo("/sign-in?refused=passwords_off");
    }

    @Test
    void aTokenOfSomebodyWhoIsBoundOpensTheApi() {
        assertThat(get(issuer.token("S-ben", claims -> {})).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenActsAsThePersonHere() {
        assertThat(RunningRehearsal.JSON
                        .readTree(rehearsal
                                .with(issuer.token("S-ben", claims -> claims.claim("roles", List.of("admin"))))
                                .send("GET", "/api/users/current", "")
                                .body())
                        .get("username")
                        .asString())
                .isEqualTo(BEN);
    }

    @ParameterizedTest
    @CsvSource({
        "audience, another audience",
        "issuer, another issuer",
        "expired, has expired",
        "endless, when it ends",
        "early, is not good yet",
        "future, in the future",
        "id token, opens no API"
    })
    void aTokenThatSaysSomethingElseIsRefusedInASentence(String what, String sentence) {
        HttpResponse<String> answer = get(issuer.token("S-ben", changed(what)));

        assertThat(List.of(
                        answer.statusCode(), challenge(answer), detail(answer).contains(sentence)))
                .containsExactly(401, BEARER_INVALID, true);
    }

    private static Consumer<JWTClaimsSet.Builder> changed(String what) {
        Instant now = Instant.now();
        return claims -> {
            switch (what) {
                case "audience" -> claims.audience("https://other.example");
                case "issuer" -> claims.issuer("https://login.other.example");
                case "expired" ->
                    claims.issueTime(Date.from(now.minusSeconds(300))).expirationTime(Date.from(now.minusSeconds(60)));
                case "endless" -> claims.expirationTime(null);
                case "early" -> claims.notBeforeTime(Date.from(now.plusSeconds(120)));
                case "future" -> claims.issueTime(Date.from(now.plusSeconds(120)));
                default -> claims.claim("nonce", "n");
            }
        };
    }

    @Test
    void clocksMayBeHalfAMinuteApart() {
        Instant now = Instant.now();

        assertThat(get(issuer.token("S-ben", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(15)))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() {
        assertThat(get(issuer.forged("S-ben")).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        assertThat(get(issuer.unsigned("S-ben")).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenWhoseSecretIsThePublicKeyIsRefused() {
        assertThat(get(issuer.withPublicKeyAsSecret("S-ben")).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOfANewKeyIsGoodAndOneOfTheOldIsNot() {
        String before = issuer.token("S-ben", claims -> {});
        get(before);

        issuer.changeKeys();

        // However often keys may be fetched, those of a moment ago are.
        Patience.until(
                "the new keys are known",
                () -> get(issuer.token("S-ben", claims -> {})).statusCode() == 200);
        assertThat(get(before).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOfSomebodyWhoIsNobodyHereIsRefused() {
        assertThat(detail(get(issuer.token("S-zoe", claims -> {})))).contains("'S-zoe'", "nobody here");
    }

    @Test
    void tokensMadeHereAreGoodAsBefore() {
        assertThat(rehearsal.as(BEN).send("GET", "/api/rules", "").statusCode()).isEqualTo(200);
    }

    /** As Balrog's Python client gets it of Auth0, with its own endpoints among the audiences. */
    @Test
    void automationComesInWithTheTokenThatAuth0MakesForIt() {
        String token = issuer.token(
                "abc123@clients",
                claims -> claims.audience(List.of(RunningIssuer.AUDIENCE, issuer.url() + "/userinfo"))
                        .claim("azp", "abc123")
                        .claim("scope", "read:all")
                        .claim("gty", "client-credentials"));

        assertThat(RunningRehearsal.JSON
                        .readTree(rehearsal
                                .with(token)
                                .send("GET", "/api/users/current", "")
                                .body())
                        .get("username")
                        .asString())
                .isEqualTo("ffxbld");
    }

    @Test
    void automationThatTheOptionsDoNotNameIsRefused() {
        String token = issuer.token("other@clients", claims -> claims.claim("gty", "client-credentials"));

        assertThat(detail(get(token))).contains("rehearsal.oidc.automation");
    }

    @Test
    void aTokenOfTheIssuerMakesNoneThatOutlivesIt() {
        HttpResponse<String> answer = rehearsal
                .with(issuer.token("S-ben", claims -> {}))
                .send("POST", "/api/tokens", "{\"person\":\"" + BEN + "\",\"name\":\"x\",\"scope\":\"read\"}");

        assertThat(answer.body()).contains("none that would outlive it");
    }

    @Test
    void removingAPersonEndsWhatTheirAccountOpensForTheNextOfTheNameToo() {
        issuer.verified("S-dora", "dora@example.org");
        signedIn(browser, "S-dora");
        String token = issuer.token("S-dora", claims -> {});
        int before = get(token).statusCode();
        rehearsal.send("DELETE", "/api/users/dora@example.org/permissions/rule?data_version=1", "");

        rehearsal.give("dora@example.org", "rule", "{}");

        assertThat(List.of(before, get(token).statusCode())).containsExactly(200, 401);
    }

    @Test
    void toSignATokenMustSayHowItsPersonWasAuthenticated() {
        long set = aSet();

        HttpResponse<String> answer = sign(set, digest(set), claims -> claims.claim("acr", "password"));

        assertThat(List.of(answer.statusCode(), challenge(answer)))
                .element(1)
                .asString()
                .contains(
                        "Bearer error=\"insufficient_user_authentication\"",
                        "acr_values=\"mfa key\"",
                        "max_age=\"300\"");
    }

    @Test
    void toSignATokenMustSayThatThisWasLately() {
        long set = aSet();
        long old = Instant.now().getEpochSecond() - 400;

        assertThat(sign(set, digest(set), claims -> claims.claim("acr", "mfa").claim("auth_time", old))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenOfTheirOwnMakingSignsNothing() {
        long set = aSet();

        assertThat(rehearsal
                        .as(BEN)
                        .send("POST", "/api/change_sets/" + set + "/signoffs", body(digest(set)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void toSignOneNamesWhatOneLookedAt() {
        long set = aSet();

        assertThat(sign(set, null, IssuerTest::lately).body()).contains("digest");
    }

    @Test
    void whatIsProvedLatelyAndWellSigns() {
        long set = aSet();

        assertThat(sign(set, digest(set), IssuerTest::lately).statusCode()).isEqualTo(200);
    }

    private static void lately(JWTClaimsSet.Builder claims) {
        claims.claim("acr", "mfa").claim("auth_time", Instant.now().getEpochSecond());
    }

    private static HttpResponse<String> sign(long set, @Nullable String digest, Consumer<JWTClaimsSet.Builder> claims) {
        return rehearsal
                .with(issuer.token("S-ben", claims))
                .send("POST", "/api/change_sets/" + set + "/signoffs", body(digest));
    }

    private static String body(@Nullable String digest) {
        return digest == null ? "{\"role\":\"releng\"}" : "{\"role\":\"releng\",\"digest\":\"" + digest + "\"}";
    }

    /** A set that somebody else has scheduled. */
    private static long aSet() {
        String name = "App-" + ++made;
        return rehearsal
                .post(
                        "/api/change_sets",
                        json(("{'title':'a release','when':4070908800000,'changes':[{'object':'release',"
                                        + "'change_type':'insert','name':'%s','product':'App','blob':{'name':'%s',"
                                        + "'schema_version':9,'hashFunction':'sha512'}}]}")
                                .formatted(name, name)))
                .get("id")
                .asLong();
    }

    private static String digest(long set) {
        JsonNode whole = rehearsal.get("/api/change_sets/" + set);
        return whole.get("digest").asString();
    }

    private static HttpResponse<String> get(String token) {
        return rehearsal.with(token).send("GET", "/api/rules", "");
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }

    private static String detail(HttpResponse<String> answer) {
        return RunningRehearsal.JSON.readTree(answer.body()).get("detail").asString();
    }

    /** Returns where somebody ends up who goes through the issuer with this account. */
    private static String signedIn(BrowserSession browser, String subject) {
        String asked = location(browser.get("/oauth2/authorization/issuer"));
        return asked.startsWith("/") ? asked : location(browser.get(path(fromIssuer(asked, subject))));
    }

    /** What the browser does at the issuer, whose cookie it keeps apart. */
    private static String fromIssuer(String address, String subject) {
        HttpClient http = HttpClient.newHttpClient();
        Map<String, String> cookies = new HashMap<>();
        String next = address;
        for (int step = 0; step < 6 && !next.startsWith(rehearsal.url("/login/oauth2/code/")); step++) {
            boolean choosing = next.contains("/login?to=");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(next))
                    .header("Accept", "text/html")
                    .header("Cookie", "ISSUER=" + cookies.getOrDefault("ISSUER", ""));
            request = choosing
                    ? request.header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("subject=" + subject))
                    : request.GET();
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                    Matcher named = Pattern.compile("ISSUER=([^;]+)").matcher(cookie);
                    if (named.find()) {
                        cookies.put("ISSUER", named.group(1));
                    }
                });
                String location = answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
                next = URI.create(next).resolve(location).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return next;
    }

    private static String path(String address) {
        URI there = URI.create(address);
        return there.getRawPath() + "?" + there.getRawQuery();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }
}
