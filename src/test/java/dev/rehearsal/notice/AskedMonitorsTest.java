package dev.rehearsal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rehearsal.enactment.rollout.CheckResult;
import dev.rehearsal.notice.outgoing.OutgoingHosts;
import dev.rehearsal.notice.outgoing.Sender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answer of a monitor means for a rollout. */
class AskedMonitorsTest {

    private final HttpServer server;
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private volatile int status = 200;

    AskedMonitorsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static AskedMonitors monitors(String allowed) {
        OutgoingHosts hosts =
                new OutgoingHosts(List.of(allowed), true, host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        return new AskedMonitors(
                hosts, new Sender(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(20)));
    }

    private String url() {
        return "http://monitor.example.com:%d/rollout"
                .formatted(server.getAddress().getPort());
    }

    @ParameterizedTest
    @CsvSource({
        "200, SUCCESS",
        "202, SUCCESS",
        "204, INCONCLUSIVE",
        "409, FAILURE",
        "404, ERROR",
        "302, ERROR",
        "503, ERROR"
    })
    void theStatusSaysHowItIs(int answered, CheckResult.Outcome outcome) {
        status = answered;

        assertThat(monitors("monitor.example.com").ask(url(), "{}").outcome()).isEqualTo(outcome);
    }

    @Test
    void aMonitorIsToldWhatItIsAskedAbout() {
        monitors("monitor.example.com").ask(url(), "{\"plan\":1}");

        assertThat(asked.get()).isEqualTo("{\"plan\":1}");
    }

    @Test
    void noAnswerIsAnError() {
        server.stop(0);

        assertThat(monitors("monitor.example.com").ask(url(), "{}").outcome()).isEqualTo(CheckResult.Outcome.ERROR);
    }

    @Test
    void onlyHostsOnTheListAreAsked() {
        AskedMonitors monitors = monitors("elsewhere.example.com");

        assertThat(monitors.problemWith(url())).contains("is not among rehearsal.notices.webhook-hosts");
        assertThat(monitors.ask(url(), "{}").outcome()).isEqualTo(CheckResult.Outcome.ERROR);
        assertThat(asked.get()).isEmpty();
    }
}
