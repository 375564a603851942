package dev.rehearsal.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that webhooks lead to: keeps what it gets, and answers as it is told. */
public final class Inbox implements AutoCloseable {

    private static final int GOOD = 204;

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private volatile CountDownLatch open = new CountDownLatch(0);

    public Inbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** @param path where it came in */
    public record Post(String path, String message, String timestamp, String signature, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String title() {
            return json().at("/data/title").asString();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posts.add(new Post(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (answers) {
            exchange.sendResponseHeaders(answers.isEmpty() ? GOOD : answers.removeFirst(), -1);
        }
        exchange.close();
    }

    /** Answers like this, one after the other, and with 204 from then on. */
    public void answer(Integer... statuses) {
        synchronized (answers) {
            answers.addAll(Arrays.asList(statuses));
        }
    }

    /** Answers nobody from now on, until it goes on. */
    public void hold() {
        open = new CountDownLatch(1);
    }

    public void goOn() {
        open.countDown();
    }

    public String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    public List<Post> posts() {
        return posts;
    }

    public List<String> titles() {
        return posts.stream().map(Post::title).toList();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
