package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.RawHttp;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What strangers try at the doors, behind a proxy as in earnest. */
@ExtendWith(OutputCaptureExtension.class)
class DoorsTest {

    private static final String PASSWORD = "correct horse battery";

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(
                RunningRehearsal.JSON.readTree("""
                        {"people": [{"name": "ann", "permissions": {"rule": {}}},
                                    {"name": "bob", "permissions": {"rule": {}}},
                                    {"name": "cid", "permissions": {"rule": {}}},
                                    {"name": "dan", "permissions": {"rule": {}}}]}
                        """),
                "--server.forward-headers-strategy=native",
                "--rehearsal.hosts=127.0.0.1,rehearsal.example",
                "--rehearsal.limits.login-failures-per-minute=3");
        for (String person : List.of("ann", "bob", "cid", "dan")) {
            rehearsal.put(
                    "/api/users/" + person + "/password",
                    RunningRehearsal.JSON.createObjectNode().put("password", PASSWORD));
        }
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void aStrangerLocksNobodyOut() {
        List<String> tried = IntStream.range(0, 10)
                .mapToObj(attempt -> wentTo(from("198.51.100.1").signIn("ann", "wrong")))
                .toList();

        assertThat(tried.getLast()).contains("too_many");
        assertThat(wentTo(from("192.0.2.1").signIn("ann", PASSWORD))).isEqualTo("/");
    }

    @Test
    void whoeverSignedInFromThereBeforeIsLetInWhateverTheNeighboursTry() {
        from("203.0.113.1").signIn("bob", PASSWORD);
        IntStream.range(0, 10).forEach(attempt -> from("203.0.113.1").signIn("name-" + attempt, "wrong"));

        assertThat(wentTo(from("203.0.113.1").signIn("dan", PASSWORD))).contains("too_many");
        assertThat(wentTo(from("203.0.113.1").signIn("bob", PASSWORD))).isEqualTo("/");
    }

    @Test
    void whatAClientClaimsToComeFromMakesNoOtherAddressOfIt() {
        List<String> tried = IntStream.range(0, 10)
                .mapToObj(attempt ->
                        wentTo(from("10.9.8." + attempt + ", 198.51.100.2").signIn("cid", "wrong")))
                .toList();

        assertThat(tried.getLast()).contains("too_many");
    }

    @Test
    void whatHappensAtADoorIsInTheJournalAndOneLineOfTheLog(CapturedOutput log) {
        from("192.0.2.3").signIn("dan", "wrong");
        from("192.0.2.3").signIn("dan", PASSWORD);
        from("192.0.2.3").signIn("dan\nsigned_in by=\"ann", "wrong");

        assertThat(doors())
                .containsExactly(
                        "nobody sign_in_failed null 192.0.2.3",
                        "dan signed_in null 192.0.2.3",
                        "nobody sign_in_failed dan 192.0.2.3");
        assertThat(told(log, "192.0.2.3"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("sign_in_failed by=\"nobody\" about=\"dan\" from=\"192.0.2.3\""),
                        line -> assertThat(line).contains("signed_in by=\"dan\" from=\"192.0.2.3\""),
                        line -> assertThat(line).contains("sign_in_failed by=\"nobody\" from=\"192.0.2.3\""));
        assertThat(log.getOut()).doesNotContain("\nsigned_in");
    }

    @Test
    void whatBecomesOfPermissionsAndRolesIsOneLineEachOfTheLog(CapturedOutput log) {
        rehearsal.give("eve", "rule", "{\"products\":[\"App\"]}");
        rehearsal.send("PUT", "/api/users/eve/roles/qa", "");
        rehearsal.send("DELETE", "/api/users/eve/roles/qa?data_version=1", "");
        rehearsal.send("DELETE", "/api/users/eve/permissions/rule?data_version=1", "");

        assertThat(told(log, "eve"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("permission_given by=\"bootstrap\" about=\"eve\" detail=\"rule "),
                        line -> assertThat(line).endsWith("role_given by=\"bootstrap\" about=\"eve\" detail=\"qa\""),
                        line -> assertThat(line).endsWith("role_taken by=\"bootstrap\" about=\"eve\" detail=\"qa\""),
                        line -> assertThat(line)
                                .endsWith("permission_taken by=\"bootstrap\" about=\"eve\" detail=\"rule\""));
    }

    @Test
    void whatSomebodyMayNotDoIsOneLineOfTheLog(CapturedOutput log) {
        rehearsal.as("cid").send("GET", "/api/users/ann", "");

        assertThat(told(log, "cid"))
                .filteredOn(line -> line.contains("access_refused"))
                .singleElement()
                .asString()
                .contains("access_refused by=\"cid\" detail=\"GET /api/users/ann\"");
    }

    @Test
    void behindAProxyThatSpeaksHttpsBrowsersStayThere() {
        RawHttp.Reply reply = rehearsal.ask(
                "GET",
                "/sign-in",
                Map.of(
                        "Host", "rehearsal.example",
                        "Accept", "text/html",
                        "X-Forwarded-For", "192.0.2.1",
                        "X-Forwarded-Proto", "https"));

        assertThat(reply.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(reply.header("Set-Cookie")).contains("Secure");
    }

    @Test
    void aTokenThatIsNoneIsOneLineAMinute(CapturedOutput log) {
        for (int attempt = 1; attempt <= 5; attempt++) {
            rehearsal.send(
                    "GET",
                    "/api/rules",
                    "",
                    Map.of("Authorization", "Bearer rht_guess-" + attempt, "X-Forwarded-For", "192.0.2.77"));
        }

        assertThat(log.getOut().lines().filter(line -> line.contains("token_rejected")))
                .singleElement()
                .asString()
                .contains("from=\"192.0.2.77\"")
                .doesNotContain("guess");
    }

    @ParameterizedTest
    @CsvSource({
        "/channels, evil.example",
        "/sign-in, evil.example",
        "/api/rules, evil.example",
        "/, rehearsal.example.evil"
    })
    void anotherHostIsNotThisServer(String path, String host) {
        assertThat(browse(path, host).status()).isEqualTo(400);
        assertThat(rehearsal
                        .ask(
                                "GET",
                                path,
                                Map.of(
                                        "Host",
                                        "127.0.0.1",
                                        "X-Forwarded-For",
                                        "192.0.2.1",
                                        "X-Forwarded-Host",
                                        host,
                                        "Accept",
                                        "text/html"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/update/3/App/1.0/20200101000000/WINNT_x86-msvc/de/release/Windows/default/default/update.xml",
                "/__lbheartbeat__",
                "/actuator/health"
            })
    void whatNodesAreAskedForByTheirAddressIsAnsweredForAnyHost(String path) {
        assertThat(rehearsal.ask("GET", path, Map.of("Host", "10.0.0.7")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/channels", "/channels/release?product=x"})
    void noRedirectNamesAHost(String path) {
        assertThat(browse(path, "REHEARSAL.example:8443").header("Location")).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "/%2f/evil.example", "/\\evil.example", "/%5cevil.example"})
    void noPathLeadsToAnotherHost(String path) {
        RawHttp.Reply reply = browse(path, "rehearsal.example");

        assertThat(reply.status()).isBetween(400, 404);
        assertThat(reply.header("Location")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in?refused=%00",
                "/channels?product=a%00b",
                "/people?%00=x",
                "/people/a%00b",
                "/?v-r=init&location=people&query=filter%3D%2500"
            })
    void aNullCharacterInAQueryIsRefused(String path) {
        assertThat(browse(path, "rehearsal.example").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"username, 'ann\0'", "password, '\0'", "_csrf, 'x\0'", "other, '\0'", "'na\0me', x"})
    void aNullCharacterInTheSignInIsRefused(String field, String value) {
        Map<String, String> form = new java.util.HashMap<>(Map.of("username", "ann", "password", "wrong"));
        form.put(field, value);

        assertThat(from("192.0.2.9").post("/session", form).statusCode()).isEqualTo(400);
    }

    private static List<String> told(CapturedOutput log, String about) {
        return log.getOut()
                .lines()
                .filter(line -> line.contains("SecurityLog") && line.contains('"' + about + '"'))
                .toList();
    }

    private static List<String> doors() {
        return StreamSupport.stream(
                        rehearsal
                                .get("/api/journal?object=security")
                                .get("entries")
                                .spliterator(),
                        false)
                .filter(entry -> entry.get("fields").toString().contains("192.0.2.3"))
                .map(entry -> entry.get("by").asString() + " "
                        + entry.get("fields").get("event").get(1).asString() + " "
                        + (entry.get("fields").has("about")
                                ? entry.get("fields").get("about").get(1).asString()
                                : "null")
                        + " " + entry.get("fields").get("address").get(1).asString())
                .toList();
    }

    private static RawHttp.Reply browse(String path, String host) {
        return rehearsal.ask("GET", path, Map.of("Host", host, "Accept", "text/html"));
    }

    private static BrowserSession from(String forwarded) {
        return new BrowserSession(rehearsal, forwarded);
    }

    private static String wentTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
