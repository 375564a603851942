package dev.rehearsal.notice.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ServerSocket server;
    private final AtomicInteger lookUps = new AtomicInteger();

    SenderTest() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Sender sender(Duration limit) {
        OutgoingHosts hosts = new OutgoingHosts(List.of("hooks.example.com"), true, host -> {
            lookUps.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        return new Sender(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), limit);
    }

    private Request request(String path) {
        LinkedHashMap<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", "msg_1");
        return new Request(
                URI.create("http://hooks.example.com:%d%s".formatted(server.getLocalPort(), path)),
                headers,
                "{\"ä\":1}");
    }

    /** Answers one request with this, and tells what it was. */
    private CompletableFuture<String> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket caller = server.accept()) {
                StringBuilder asked = new StringBuilder();
                while (asked.indexOf("\r\n\r\n") < 0) {
                    asked.append((char) caller.getInputStream().read());
                }
                byte[] body = caller.getInputStream().readNBytes(8);
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return asked + new String(body, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void theRequestIsPostedToTheAddressInTheNameOfTheHost() throws Exception {
        CompletableFuture<String> asked = answering("HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(sender(LIMIT).send(request("/a?b=c"))).isEqualTo(204);
        assertThat(asked.get(20, TimeUnit.SECONDS))
                .isEqualTo("POST /a?b=c HTTP/1.1\r\nHost: hooks.example.com:%d\r\n".formatted(server.getLocalPort())
                        + "Connection: close\r\nUser-Agent: Rehearsal\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 8\r\nwebhook-id: msg_1\r\n\r\n{\"ä\":1}");
    }

    /** Whoever could be asked a second time could answer otherwise. */
    @Test
    void theNameIsLookedUpOnce() throws Exception {
        answering("HTTP/1.1 200 OK\r\n\r\n");

        sender(LIMIT).send(request("/"));

        assertThat(lookUps).hasValue(1);
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n");

        assertThat(sender(LIMIT).send(request("/"))).isEqualTo(302);
    }

    @Test
    void whatIsSaidBeforeTheAnswerIsNotTheAnswer() throws Exception {
        answering("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");

        assertThat(sender(LIMIT).send(request("/"))).isEqualTo(204);
    }

    @Test
    void whateverFollowsTheStatusIsNotRead() throws Exception {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + "x".repeat(1_000));

        assertThat(sender(LIMIT).send(request("/"))).isEqualTo(200);
    }

    @Test
    void aStatusLineWithoutEndIsNoAnswer() {
        answering("HTTP/1.1 200 " + "x".repeat(100_000));

        assertThatThrownBy(() -> sender(LIMIT).send(request("/"))).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNotHttpIsNoAnswer() {
        answering("SSH-2.0-OpenSSH_9.2\r\n");

        assertThatThrownBy(() -> sender(LIMIT).send(request("/"))).hasMessage("the answer is not HTTP");
    }

    @Test
    void whoeverDoesNotAnswerIsGivenUp() {
        assertThatThrownBy(() -> sender(Duration.ofMillis(50)).send(request("/")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aHostThatMayNotBeAskedIsNotLookedUp() {
        Request elsewhere = new Request(URI.create("http://other.example.com/"), new LinkedHashMap<>(), "{}");

        assertThatThrownBy(() -> sender(LIMIT).send(elsewhere)).hasMessageContaining("not among");
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void aNameThatLeadsInsideByNowIsNotAsked() {
        OutgoingHosts strict = new OutgoingHosts(
                List.of("hooks.example.com"), false, host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        Sender sender = new Sender(strict, (SSLSocketFactory) SSLSocketFactory.getDefault(), LIMIT);
        Request request = new Request(
                URI.create("https://hooks.example.com:%d/".formatted(server.getLocalPort())),
                new LinkedHashMap<>(),
                "{}");

        assertThatThrownBy(() -> sender.send(request)).isInstanceOf(UnknownHostException.class);
    }
}
