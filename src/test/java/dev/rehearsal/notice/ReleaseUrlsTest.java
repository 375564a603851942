package dev.rehearsal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rehearsal.notice.outgoing.OutgoingHosts;
import dev.rehearsal.notice.outgoing.Sender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseUrlsTest {

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String base;
    private ReleaseUrls urls;

    @BeforeEach
    void files() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            exchange.sendResponseHeaders(path.equals("/gone") ? 404 : path.equals("/moved") ? 302 : 200, -1);
            exchange.close();
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        OutgoingHosts hosts =
                new OutgoingHosts(List.of("127.0.0.1"), "rehearsal.rails.ask-hosts", true, InetAddress::getAllByName);
        urls = new ReleaseUrls(
                new Sender(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(5)),
                Duration.ofSeconds(20));
    }

    @AfterEach
    void noMore() {
        server.stop(0);
    }

    @Test
    void aFileThatIsThereAnswersAndSoDoesARedirect() {
        assertThat(urls.failing(List.of(base + "/there", base + "/moved"))).isEmpty();
        assertThat(asked).containsExactlyInAnyOrder("HEAD /there", "HEAD /moved");
    }

    @Test
    void oneThatIsGoneDoesNot() {
        assertThat(urls.failing(List.of(base + "/there", base + "/gone"))).containsExactly(base + "/gone answers 404");
    }

    @Test
    void aHostThatMayNotBeAskedIsNotAsked() {
        assertThat(urls.failing(List.of("https://elsewhere.example/file")))
                .singleElement()
                .asString()
                .contains("elsewhere.example", "not among rehearsal.rails.ask-hosts");
    }
}
