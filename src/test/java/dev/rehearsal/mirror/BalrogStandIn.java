package dev.rehearsal.mirror;

import static dev.rehearsal.mirror.BalrogState.JSON;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rehearsal.blob.BlobParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as Balrog's API does, over tables in memory that may change between two requests. */
public final class BalrogStandIn implements AutoCloseable {

    /** What is done to a request instead of answering it. */
    public record Instead(int status, String body) {}

    private final HttpServer server;
    private final Function<String, @Nullable Instead> before;
    final List<String> asked = new ArrayList<>();
    final BalrogState state;
    private int page = Integer.MAX_VALUE;

    /** @param before sees each path before it is answered, and may answer instead */
    public BalrogStandIn(BalrogState state, Function<String, @Nullable Instead> before) {
        this.state = state;
        this.before = before;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    /** Lists give no more rows at once. */
    void pageBy(int rows) {
        page = rows;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Found(JsonNode body, @Nullable Integer dataVersion) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath().substring("/api".length());
            String query = exchange.getRequestURI().getQuery();
            boolean signedIn = exchange.getRequestHeaders().containsKey("Authorization");
            Instead instead = before.apply(path);
            if (instead != null) {
                send(exchange, instead.status(), instead.body());
                return;
            }
            Found found;
            synchronized (state) {
                asked.add(path);
                boolean open = path.startsWith("/v1/");
                found = path.startsWith("/users") && !signedIn
                        ? null
                        : find(open ? path.substring("/v1".length()) : path, query == null ? "" : query, open);
            }
            if (found == null) {
                send(exchange, path.startsWith("/users") ? 401 : 404, "{'title': 'Not Found'}");
                return;
            }
            if (found.dataVersion() != null) {
                exchange.getResponseHeaders().set("X-Data-Version", String.valueOf(found.dataVersion()));
            }
            send(exchange, 200, found.body().toString());
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private @Nullable Found find(String path, String query, boolean open) {
        String[] parts = Arrays.stream(path.substring(1).split("/"))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toArray(String[]::new);
        if (open && !List.of("rules", "releases", "pins", "emergency_shutoff").contains(parts[0])) {
            return null;
        }
        return switch (parts[0]) {
            case "rules" -> list("rules", state.rules.values(), query);
            case "emergency_shutoff" -> list("shutoffs", state.shutoffs.values(), query);
            case "users" -> new Found(JSON.valueToTree(state.people), null);
            case "required_signoffs" ->
                list(
                        "required_signoffs",
                        (parts[1].equals("product") ? state.requirements : state.permissionRequirements).values(),
                        query);
            case "scheduled_changes" -> scheduled(path.substring("/scheduled_changes/".length()), query);
            case "releases" -> first(parts, open);
            case "pins" -> pin(parts, 1);
            case "v2" -> parts[1].equals("pins") ? pin(parts, 2) : second(parts);
            default -> null;
        };
    }

    private Found list(String field, Collection<? extends JsonNode> rows, String query) {
        ObjectNode answer = JSON.createObjectNode().put("count", rows.size());
        int from = 0;
        for (String asked : query.split("&")) {
            if (asked.startsWith("page=")) {
                from = (Integer.parseInt(asked.substring("page=".length())) - 1) * page;
            }
        }
        ArrayNode listed = answer.putArray(field);
        rows.stream().skip(from).limit(page).forEach(listed::add);
        return new Found(answer, null);
    }

    private Found scheduled(String kind, String query) {
        boolean all = query.contains("all=1");
        return list(
                "scheduled_changes",
                state.scheduled(kind).values().stream()
                        .filter(row -> all || !row.path("complete").asBoolean())
                        .toList(),
                query);
    }

    private @Nullable Found pin(String[] parts, int from) {
        ObjectNode pin = state.pins.get(parts[from] + "\n" + parts[from + 1] + "\n" + parts[from + 2] + "\n");
        return pin == null ? null : new Found(pin, pin.path("data_version").asInt());
    }

    /** Balrog's first API lists and shows those of the second, too; here only the public one lists them. */
    private @Nullable Found first(String[] parts, boolean open) {
        if (parts.length == 1) {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode releases = answer.putArray("releases");
            state.first.forEach((name, release) -> releases.add(line(name, release, release.path("data_version"))));
            if (open) {
                state.second.forEach((name, release) -> releases.add(line(name, release, baseVersion(release))));
            }
            return new Found(answer, null);
        }
        ObjectNode first = state.first.get(parts[1]);
        ObjectNode second = state.second.get(parts[1]);
        if (first == null && second == null) {
            return null;
        }
        if (parts.length > 2) {
            JsonNode part = second == null ? null : second.path("parts").get(BlobParts.localePath(parts[3], parts[4]));
            return part == null
                    ? null
                    : new Found(part.path("data"), part.path("data_version").asInt());
        }
        return second != null
                ? new Found(BalrogState.blob(second), baseVersion(second).asInt())
                : new Found(
                        Objects.requireNonNull(first).path("blob"),
                        first.path("data_version").asInt());
    }

    private static ObjectNode line(String name, ObjectNode release, JsonNode version) {
        ObjectNode line = JSON.createObjectNode().put("name", name);
        line.set("product", release.path("product"));
        line.set("read_only", release.path("read_only"));
        line.set("data_version", version);
        line.putObject("rule_info");
        return line;
    }

    private static JsonNode baseVersion(ObjectNode release) {
        return release.path("parts").path(BlobParts.BASE_PATH).path("data_version");
    }

    private @Nullable Found second(String[] parts) {
        if (parts.length == 2) {
            return new Found(JSON.createObjectNode().set("releases", secondLines()), null);
        }
        ObjectNode release = state.second.get(parts[2]);
        List<ObjectNode> waiting = state.waiting("v2").stream()
                .filter(row -> row.path("name").asString().equals(parts[2]))
                .toList();
        if (release == null && waiting.isEmpty()) {
            return null;
        }
        if (parts.length == 4) {
            return release == null
                    ? null
                    : new Found(JSON.createObjectNode().set("data_versions", tree(release)), null);
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("blob", release == null ? JSON.createObjectNode() : BalrogState.blob(release));
        answer.set("data_versions", release == null ? JSON.createObjectNode() : tree(release));
        answer.set("sc_blob", waiting.isEmpty() ? JSON.createObjectNode() : preview(release, waiting));
        return new Found(answer, null);
    }

    private ArrayNode secondLines() {
        Map<String, ObjectNode> lines = new TreeMap<>();
        state.second.forEach((name, release) -> lines.put(name, line(name, release, baseVersion(release))));
        for (ObjectNode row : state.waiting("v2")) {
            ObjectNode line = lines.computeIfAbsent(
                    row.path("name").asString(),
                    name -> JSON.createObjectNode().put("name", name).putNull("data_version"));
            ObjectNode shown = row.deepCopy();
            shown.remove("data");
            line.withArrayProperty("scheduled_changes").add(shown);
        }
        ArrayNode all = JSON.createArrayNode();
        lines.values().forEach(all::add);
        return all;
    }

    /** Returns the data versions of a release that has just been added with this blob. */
    public static JsonNode versionsOfNew(JsonNode blob) {
        BalrogState state = new BalrogState();
        state.addSecond("new", "Firefox", blob);
        return tree(state.second("new"));
    }

    private static ObjectNode tree(ObjectNode release) {
        ObjectNode tree = JSON.createObjectNode();
        release.path("parts").properties().forEach(part -> {
            JsonNode version = part.getValue().path("data_version");
            if (part.getKey().equals(BlobParts.BASE_PATH)) {
                tree.set(".", version);
            } else {
                String[] names = part.getKey().split("\\.");
                tree.withObjectProperty("platforms")
                        .withObjectProperty(names[2])
                        .withObjectProperty("locales")
                        .set(names[4], version);
            }
        });
        return tree;
    }

    /** Parts that shall go are still in it (a Balrog fact). */
    private static JsonNode preview(@Nullable ObjectNode release, List<ObjectNode> waiting) {
        Map<String, JsonNode> parts = new TreeMap<>();
        if (release != null) {
            release.path("parts")
                    .properties()
                    .forEach(part -> parts.put(part.getKey(), part.getValue().path("data")));
        }
        for (ObjectNode row : waiting) {
            if (!row.path("change_type").asString().equals("delete")) {
                parts.put(row.path("path").asString(BlobParts.BASE_PATH), row.path("data"));
            }
        }
        return BlobParts.of(parts).join();
    }
}
