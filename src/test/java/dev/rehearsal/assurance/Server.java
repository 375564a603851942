package dev.rehearsal.assurance;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.ApiTokens;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.dataset.DatasetFile;
import dev.rehearsal.dataset.DatasetImport;
import dev.rehearsal.ledger.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a free port, with a database in memory; what is due goes live only when a test says so. */
final class Server implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final String BOOTSTRAP = "a-token-for-tests-only-0123456789";

    private static final class Shared {
        /** Ends with the virtual machine: every class of stories uses it. */
        static final Server SERVER = with(Beginning.dataset());
    }

    private final ConfigurableApplicationContext application;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger worlds = new AtomicInteger();
    private final Map<String, String> tokens = new HashMap<>();
    private final SecurityContextHolderStrategy identities;
    private final TestClock clock;
    private long latestDue;

    private Server(ConfigurableApplicationContext application, TestClock clock) {
        this.application = application;
        this.clock = clock;
        this.identities = SecurityContextHolder.getContextHolderStrategy();
        this.port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static Server shared() {
        return Shared.SERVER;
    }

    boolean isShared() {
        return this == Shared.SERVER;
    }

    /** Returns the token of somebody who has a part in many stories. */
    String tokenOf(String person) {
        return tokens.computeIfAbsent(person, this::newToken);
    }

    String newToken(String person) {
        String wanted = JSON.createObjectNode()
                .put("person", person)
                .put("name", "stories")
                .toString();
        return asRoot("POST", "/api/tokens", wanted)
                .succeeds()
                .json()
                .get("token")
                .asString();
    }

    /** Has somebody who is signed in to the screens make a token for another. */
    String makeTokenOnScreen(String by, String person) {
        return application
                .getBean(ApiTokens.class)
                .create(new Actor(by), person, "made on a screen", TokenScope.WRITE)
                .secret();
    }

    /** Starts one that has imported this dataset. */
    static Server with(String dataset, String... options) {
        return imported(dataset, file -> {
            List<String> arguments = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--server.address=" + InetAddress.getLoopbackAddress().getHostAddress(),
                    "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                    "--rehearsal.bootstrap-token=" + BOOTSTRAP,
                    "--rehearsal.enactor.interval=1h",
                    "--rehearsal.limits.api-per-second=0",
                    "--rehearsal.import=" + file));
            arguments.addAll(List.of(options));
            TestClock clock = new TestClock();
            return new Server(
                    new SpringApplicationBuilder(RehearsalApplication.class)
                            .initializers(clock::replaceThatOf)
                            .run(arguments.toArray(String[]::new)),
                    clock);
        });
    }

    private static <T> T imported(String dataset, Function<Path, T> work) {
        try {
            Path file = Files.createTempFile("dataset", ".json");
            Files.writeString(file, dataset);
            T result = work.apply(file);
            Files.delete(file);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says which of the worlds on this server the next one is. */
    int nextWorld() {
        if (worlds.get() == Beginning.WORLDS && isShared()) {
            beginAgain();
        }
        return worlds.incrementAndGet();
    }

    /** All worlds are used up: the more rows there are, the more each write has to look at. */
    private void beginAgain() {
        TestDatabase.H2.empty(application);
        imported(
                Beginning.dataset(),
                file -> application.getBean(DatasetImport.class).run(DatasetFile.at(file.toString())));
        worlds.set(0);
        tokens.clear();
    }

    /** The holder of the bootstrap token, who builds each world and is nobody in it. */
    Reply asRoot(String method, String path, String body) {
        return send(BOOTSTRAP, method, path, body);
    }

    Reply send(String token, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    /** Asks what a client asks. */
    String update(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build())
                .body();
    }

    /**
     * No two requests come at one time. Of several servers in a virtual machine only one knows who calls it, because that
     * is kept statically: it is this.
     */
    private Reply send(HttpRequest request) {
        SecurityContextHolder.setContextHolderStrategy(identities);
        clock.advance(Duration.ofMillis(1));
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(request.method() + " " + request.uri().getPath(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A time that comes as soon as a request can be on its way, and after each one before. */
    long soon(long milliseconds) {
        if (milliseconds > 60_000) {
            return clock.millis() + milliseconds;
        }
        latestDue = Math.max(latestDue + 1, clock.millis() + milliseconds);
        return latestDue;
    }

    long now() {
        return clock.millis();
    }

    void untilDue() {
        if (clock.millis() <= latestDue) {
            clock.advance(Duration.ofMillis(latestDue + 1 - clock.millis()));
        }
    }

    /** Runs what enacts, once everything that was asked for soon is due. */
    void enactDue() {
        untilDue();
        for (ScheduledTaskHolder holder :
                application.getBeansOfType(ScheduledTaskHolder.class).values()) {
            for (ScheduledTask task : holder.getScheduledTasks()) {
                if (task.toString().toLowerCase(Locale.ROOT).contains("enact")) {
                    task.getTask().getRunnable().run();
                }
            }
        }
    }

    JsonNode dataset() {
        return asRoot("GET", "/api/dataset", "").succeeds().json();
    }

    @Override
    public void close() {
        application.close();
    }
}
