package dev.rehearsal.probe.comparison.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers on loopback as a test says, and notes what it was asked. */
final class UpdateServer implements AutoCloseable {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Answering answering = UpdateServer::nothing;

    /** Answers one exchange, or leaves it. */
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    UpdateServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answering.answer(exchange);
        });
        server.start();
    }

    void answer(Answering answers) {
        answering = answers;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    static void nothing(HttpExchange exchange) throws IOException {
        say(exchange, 200, "1", "<?xml version=\"1.0\"?>\n<updates>\n</updates>");
    }

    static void say(HttpExchange exchange, int status, String rule, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.getResponseHeaders().set("Rule-ID", rule);
        exchange.getResponseHeaders().set("Rule-Data-Version", "1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** In chunks, without a length. */
    static void sayInChunks(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.getResponseHeaders().set("Rule-ID", "1");
        exchange.getResponseHeaders().set("Rule-Data-Version", "1");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
