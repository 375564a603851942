package dev.rehearsal.acceptance;

import static dev.rehearsal.serve.SlowConnections.oneByteOfAThousand;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.SlowConnections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strangers who send next to nothing on many connections hold up neither clients nor the people who work here. */
class SlowClientsTest {

    private static final int CONNECTIONS = 300;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String UPDATE = "/update/1/App/1.0/20200101000000/WINNT_x86-msvc/de/release/update.xml";

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(RunningRehearsal.JSON.createObjectNode());
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /session, Content-Type: application/x-www-form-urlencoded",
        "POST, /session, Content-Type: multipart/form-data; boundary=x",
        "POST, /, Content-Type: application/x-www-form-urlencoded",
        "POST, /?v-r=uidl, Content-Type: application/json",
        "POST, /rules, Content-Type: application/x-www-form-urlencoded",
        "GET, " + UPDATE + ", ''",
        "POST, " + UPDATE + ", Transfer-Encoding: identity",
        "POST, /update, ''",
        "POST, /__heartbeat__, ''",
        "GET, /nothing/here, ''",
        "POST, /api/rules, Content-Type: application/json",
        "PUT, /api/rules/1, Content-Type: application/x-www-form-urlencoded",
        "POST, /api/rules, Authorization: Bearer nonsense",
        "POST, /api/v1/rules, Content-Type: application/json",
        "POST, /actuator/health, Content-Type: application/x-www-form-urlencoded",
    })
    void holdNobodyUp(String method, String target, String header) {
        try (SlowConnections slow = new SlowConnections(port())) {
            slow.open(CONNECTIONS, oneByteOfAThousand(method, target, header));

            assertEverybodyIsAnsweredSoon();
        }
    }

    @Test
    void holdNobodyUpWithHeadersThatDoNotEnd() {
        try (SlowConnections slow = new SlowConnections(port())) {
            slow.open(CONNECTIONS, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            assertEverybodyIsAnsweredSoon();
        }
    }

    @Test
    void holdNobodyUpWithAnswersThatTheyDoNotRead() {
        String request = "GET " + UPDATE + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (SlowConnections slow = new SlowConnections(port())) {
            slow.open(CONNECTIONS, request.repeat(50));

            assertEverybodyIsAnsweredSoon();
        }
    }

    @Test
    void holdNobodyUpWithASessionThatNobodyHasSignedInto() {
        String session = session();
        try (SlowConnections slow = new SlowConnections(port())) {
            slow.open(CONNECTIONS, oneByteOfAThousand("POST", "/session", FORM + "\r\nCookie: " + session));

            assertEverybodyIsAnsweredSoon();
            assertThat(rehearsal
                            .ask("GET", "/sign-in", Map.of("Cookie", session))
                            .status())
                    .as("somebody else with that session")
                    .isEqualTo(200);
        }
    }

    /** Memory for what a client says that it will send would be taken for each of them at once. */
    @Test
    void areRefusedWhatIsTooLargeForAFormBeforeTheySendIt() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout((int) SOON.toMillis());
            socket.getOutputStream()
                    .write(("POST /session HTTP/1.1\r\nHost: localhost\r\n" + FORM
                                    + "\r\nContent-Length: 2097152\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413");
        }
    }

    private static String session() {
        return String.valueOf(rehearsal
                        .ask("GET", "/sign-in", Map.of("Accept", "text/html"))
                        .header("Set-Cookie"))
                .split(";")[0];
    }

    private static void assertEverybodyIsAnsweredSoon() {
        long started = System.nanoTime();
        assertThat(rehearsal.ask(UPDATE).status()).as("an update URL").isEqualTo(200);
        assertThat(rehearsal
                        .ask("GET", "/sign-in", Map.of("Accept", "text/html"))
                        .status())
                .as("the page to sign in")
                .isEqualTo(200);
        assertThat(rehearsal.send("GET", "/api/rules", "").statusCode())
                .as("the API, with a token")
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON);
    }

    private static int port() {
        return URI.create(rehearsal.url("/")).getPort();
    }
}
