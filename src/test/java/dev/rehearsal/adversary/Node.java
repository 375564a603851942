package dev.rehearsal.adversary;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.TestClock;
import dev.rehearsal.access.ApiTokens;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.monitor.Clients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application in this process on a port of its own, with a clock that it is given, enacting only when it is told to. */
final class Node implements AutoCloseable {

    static final String BOOTSTRAP = "a-token-for-tests-only-0123456789";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ConfigurableApplicationContext application;
    private final URI address;

    private Node(ConfigurableApplicationContext application) {
        this.application = application;
        this.address =
                URI.create("http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static Node start(String database, TestClock clock, String... options) {
        return new Node(new SpringApplicationBuilder(RehearsalApplication.class)
                .initializers(clock::replaceThatOf)
                .run(arguments(database, options)));
    }

    private static String[] arguments(String database, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.jmx.enabled=false",
                "--server.port=0",
                "--server.address=" + InetAddress.getLoopbackAddress().getHostAddress(),
                "--spring.datasource.url=" + database,
                "--rehearsal.bootstrap-token=" + BOOTSTRAP,
                "--rehearsal.enactor.interval=1h",
                "--rehearsal.nodes.poll=5ms",
                "--rehearsal.limits.api-per-second=0",
                "--logging.level.dev.rehearsal=warn"));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }

    /** Makes a token for somebody, whatever they hold by now. */
    String tokenOf(String person) {
        return application
                .getBean(WriteLock.class)
                .write(
                        new Actor("bootstrap"),
                        WriteKind.QUEUE,
                        entry -> application
                                .getBean(ApiTokens.class)
                                .mintToken(entry, person, "tests", TokenScope.WRITE, null))
                .secret();
    }

    Clients clients() {
        return new Clients(address);
    }

    /** @param body JSON, or null for none */
    Reply send(String token, String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("X-Data-Version").orElse(""),
                    response.headers().firstValue("Rehearsal-Fingerprint").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How often the tables were written, as far as this node knows. */
    long version() {
        return send(BOOTSTRAP, "GET", "/__version__", null)
                .json()
                .path("snapshot_version")
                .asLong();
    }

    record Reply(int status, String body, String dataVersion, String fingerprint) {

        boolean isAccepted() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            return isAccepted() && !body.isEmpty() && "{[".indexOf(body.charAt(0)) >= 0
                    ? JsonMapper.shared().readTree(body)
                    : JsonMapper.shared().createObjectNode();
        }
    }

    /** Lets this node's enactor look for what is due, once. */
    void enactDue() {
        call("enactor", "enactDue");
    }

    /** Lets this node judge what guard rails say of pending sets, once. */
    void judgeRails() {
        call("backgroundRailJudge", "judgeWaiting");
    }

    private void call(String bean, String method) {
        Object worker = application.getBean(bean);
        try {
            worker.getClass().getMethod(method).invoke(worker);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
