package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.ApiTokens;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.dataset.DatasetFile;
import dev.rehearsal.dataset.DatasetImport;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.mirror.BalrogState;
import dev.rehearsal.mirror.Follows;
import dev.rehearsal.serve.RawHttp;
import dev.rehearsal.snapshot.SnapshotKeeper;
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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The application on a port of its own, with a dataset imported at its start, in a database in memory. */
final class RunningRehearsal implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();

    static final String TOKEN = "a-token-for-tests-only-0123456789";

    private static final int MOST_IDLE = 4;

    /** Running, for whoever asks for one with these options; the one that waited longest is first. */
    private static final SequencedMap<List<String>, ConfigurableApplicationContext> IDLE = new LinkedHashMap<>();

    private final ConfigurableApplicationContext application;
    private final List<String> options;
    private final boolean again;
    private final int port;
    private final RawHttp raw;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningRehearsal(ConfigurableApplicationContext application, List<String> options, boolean again) {
        this.application = application;
        this.options = options;
        this.again = again;
        this.port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.raw = new RawHttp(port, Duration.ofSeconds(30));
    }

    /**
     * One with these options and nothing but this dataset. It is used again by a later test that asks for the same options,
     * since to start one is most of the work.
     */
    static RunningRehearsal with(JsonNode dataset, String... options) {
        ConfigurableApplicationContext idle = IDLE.remove(List.of(options));
        if (idle == null) {
            return started(dataset, List.of(options), true);
        }
        TestDatabase.H2.empty(idle);
        idle.getBean(FollowedTables.class).read();
        imported(dataset, file -> idle.getBean(DatasetImport.class).run(DatasetFile.at(file.toString())));
        idle.getBean(SnapshotKeeper.class).current();
        return new RunningRehearsal(idle, List.of(options), true);
    }

    /** One that no other test uses: for whoever spoils it. */
    static RunningRehearsal apart(JsonNode dataset, String... options) {
        return started(dataset, List.of(options), false);
    }

    private static RunningRehearsal started(JsonNode dataset, List<String> options, boolean again) {
        return imported(dataset, file -> {
            List<String> arguments = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--server.address=" + InetAddress.getLoopbackAddress().getHostAddress(),
                    "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                    "--rehearsal.bootstrap-token=" + TOKEN,
                    // What a test sees is what it has done.
                    "--rehearsal.rollouts.interval=1h",
                    "--rehearsal.import=" + file));
            arguments.addAll(options);
            return new RunningRehearsal(
                    SpringApplication.run(RehearsalApplication.class, arguments.toArray(String[]::new)),
                    options,
                    again);
        });
    }

    private static <T> T imported(JsonNode dataset, Function<Path, T> work) {
        try {
            Path file = Files.createTempFile("dataset", ".json");
            Files.writeString(file, dataset.toString());
            T result = work.apply(file);
            Files.delete(file);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks byte for byte what is given. */
    RawHttp.Reply ask(String url) {
        return ask("GET", url, Map.of());
    }

    RawHttp.Reply ask(String method, String url, Map<String, String> headers) {
        knowCallers();
        try {
            return raw.send(method, url, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(url, e);
        }
    }

    /** Whoever started last has set its own way to know them, for the whole process. */
    private void knowCallers() {
        SecurityContextHolder.setContextHolderStrategy(application.getBean(SecurityContextHolderStrategy.class));
    }

    JsonNode get(String path) {
        return answered(send("GET", path, ""));
    }

    JsonNode post(String path, JsonNode body) {
        return answered(send("POST", path, body.toString()));
    }

    JsonNode put(String path, JsonNode body) {
        return answered(send("PUT", path, body.toString()));
    }

    HttpResponse<String> send(String method, String path, String body) {
        return with(TOKEN).send(method, path, body);
    }

    /** Without a token. */
    HttpResponse<String> sendOpenly(String method, String path) {
        return send(method, path, "", Map.of());
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return exchange(request.build());
    }

    /** Whoever sends this token; empty for none at all. */
    Caller with(String token) {
        return new Caller(token);
    }

    /** Somebody known, who calls with a token of their own. */
    Caller as(String person) {
        return with(application
                .getBean(WriteLock.class)
                .write(
                        new Actor("bootstrap"),
                        WriteKind.QUEUE,
                        entry -> application
                                .getBean(ApiTokens.class)
                                .mintToken(entry, person, "tests", TokenScope.WRITE, null))
                .secret());
    }

    /** @param options as JSON */
    void give(String person, String permission, String options) {
        put(
                "/api/users/" + person + "/permissions/" + permission,
                JSON.createObjectNode().put("options", options));
    }

    /** The address of a path that begins with a slash. */
    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Everything that is stored, by table, but for what goes its way in the background. */
    SortedMap<String, String> tables() {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        SortedMap<String, String> tables = new TreeMap<>();
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                        + " and table_name <> 'flyway_schema_history'"
                        + " and table_name not in ('NOTICES', 'NOTICE_DELIVERIES', 'TRAFFIC_SAMPLES', 'RECEIPTS')")
                .query(String.class)
                .list()
                .forEach(table -> tables.put(
                        table,
                        jdbc.sql("select * from " + table).query().listOfRows().stream()
                                .map(RunningRehearsal::row)
                                .toList()
                                .toString()));
        return tables;
    }

    private static String row(Map<String, @Nullable Object> columns) {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + "="
                        + (column.getValue() instanceof byte[] bytes
                                ? HexFormat.of().formatHex(bytes)
                                : column.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** One user of the API. */
    final class Caller {

        private final String token;

        private Caller(String token) {
            this.token = token;
        }

        JsonNode get(String path) {
            return answered(send("GET", path, ""));
        }

        HttpResponse<String> send(String method, String path, String body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return exchange(request.build());
        }
    }

    HttpResponse<String> exchange(HttpRequest request) {
        knowCallers();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** JSON in which single quotes may stand for double ones. */
    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** Makes it follow a stand-in for a Balrog, whose first copy is here then; nothing else is. */
    Follows follows(BalrogState balrog) {
        Follows follows = new Follows(application, balrog);
        follows.look();
        return follows;
    }

    /** Where there are several of a type. */
    <T> T bean(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    /** Maps a test channel, for every product, to show the whole queue. */
    ObjectNode map(String live, String test) {
        return (ObjectNode) post(
                "/api/channel_mappings",
                JSON.createObjectNode().put("live_channel", live).put("test_channel", test));
    }

    String fingerprint(String live, String product) {
        return get("/api/channels/" + live + "/fingerprint?product=" + product)
                .get("fingerprint")
                .asString();
    }

    private static JsonNode answered(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return JSON.readTree(response.body());
    }

    /** Keeps it for a later test, if it was not {@linkplain #apart apart}. */
    @Override
    public void close() {
        ConfigurableApplicationContext over = again ? IDLE.putLast(options, application) : application;
        if (over != null) {
            over.close();
        }
        if (IDLE.size() > MOST_IDLE) {
            IDLE.pollFirstEntry().getValue().close();
        }
    }
}
