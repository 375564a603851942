package dev.rehearsal.nodes;

import dev.rehearsal.Program;
import dev.rehearsal.serve.RawHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rehearsal as a process of its own, on a free port of the loopback address. */
final class Node implements AutoCloseable {

    static final String TOKEN = "a-token-for-tests-only-0123456789";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern READY = Pattern.compile("Rehearsal is ready: http://localhost:(\\d+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** So that none is left if the tests are broken off. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final List<String> command;
    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();

    private Node(String name, List<String> command) {
        this.name = name;
        this.command = command;
        try {
            this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RUNNING.add(process);
        Thread.ofPlatform().daemon().name(name + " says").start(this::listen);
    }

    /**
     * Starts one, without waiting until it is ready.
     *
     * @param name by which PostgreSQL tells its connections from those of others
     */
    static Node start(String name, String database, String... options) {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + named(database, name),
                "--spring.datasource.hikari.maximum-pool-size=6",
                "--rehearsal.bootstrap-token=" + TOKEN,
                "--rehearsal.enactor.interval=200ms"));
        command.addAll(List.of(options));
        return new Node(name, command);
    }

    private static String named(String database, String name) {
        return database.startsWith("jdbc:postgresql:")
                ? database + (database.contains("?") ? "&" : "?") + "ApplicationName=" + name
                : database;
    }

    /** Another process with the same options, in place of one that is gone. */
    Node again() {
        return new Node(name, command);
    }

    Node ready() {
        port();
        return this;
    }

    String name() {
        return name;
    }

    long processId() {
        return process.pid();
    }

    RawHttp.Reply ask(String url) {
        try {
            return new RawHttp(port(), PATIENCE).get(url);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " " + url, e);
        }
    }

    JsonNode json(String url) {
        return JsonMapper.shared().readTree(ask(url).body());
    }

    /** As the holder of the bootstrap token. */
    HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The lines that it has logged. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** From one moment to the next, as if the machine had lost its power. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            RUNNING.remove(process);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private int port() {
        return port.orTimeout(2, TimeUnit.MINUTES).join();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    port.complete(Integer.valueOf(ready.group(1)));
                }
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
        port.completeExceptionally(
                new IllegalStateException(name + " ended before it was ready:\n" + String.join("\n", said)));
    }
}
