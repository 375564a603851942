package dev.rehearsal.mirror;

import dev.rehearsal.blob.CanonicalJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads over Balrog's API: no more than so many requests a second, each within a time and a size, and tried again with
 * growing delay where the server fails.
 */
final class BalrogClient {

    private static final int TRIES = 5;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final long LARGEST = 100L * 1024 * 1024;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;

    private final String base;
    private final String token;
    private final Throttle throttle;
    private final Duration patience;
    private final HttpClient http;

    /** @param patience how long an answer may take, its body included */
    BalrogClient(String base, String token, Throttle throttle, Duration patience) {
        this.base = base;
        this.token = token;
        this.throttle = throttle;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param dataVersion that the answer names in its header; null for none */
    record Reply(JsonNode json, @Nullable Integer dataVersion) {}

    /** Reads what must be there. */
    Reply get(String path) {
        return find(path).orElseThrow(() -> new SourceException("%s%s is not there (404)".formatted(base, path)));
    }

    /** Reads what may have gone; empty where it has. */
    Optional<Reply> find(String path) {
        try {
            Duration delay = FIRST_DELAY;
            for (int left = TRIES - 1; ; left--) {
                try {
                    return answer(path, send(path));
                } catch (AgainLater later) {
                    if (left == 0) {
                        throw new SourceException("%s%s: %s".formatted(base, path, later.getMessage()));
                    }
                    throttle.pause(delay);
                    delay = delay.multipliedBy(2);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("reading %s was stopped".formatted(base));
        }
    }

    /** Reads all rows of a list, page by page where the server gives no more at once. */
    List<JsonNode> rows(String path, String field) {
        JsonNode answer = get(path).json();
        List<JsonNode> rows = new ArrayList<>(rowsOf(path, answer, field));
        int size = rows.size();
        long count = answer.path("count").asLong(size);
        if (size == 0 && count > 0) {
            throw new SourceException("%s%s tells of %d rows and shows none".formatted(base, path, count));
        }
        for (int page = 2; rows.size() < count; page++) {
            String next = path + (path.contains("?") ? "&" : "?") + "limit=" + size + "&page=" + page;
            List<JsonNode> more = rowsOf(path, get(next).json(), field);
            if (more.isEmpty() || more.getFirst().equals(rows.getFirst())) {
                throw new SourceException(
                        "%s%s tells of %d rows and shows %d".formatted(base, path, count, rows.size()));
            }
            rows.addAll(more);
        }
        return rows;
    }

    private List<JsonNode> rowsOf(String path, JsonNode answer, String field) {
        JsonNode rows = answer.path(field);
        if (!rows.isArray()) {
            throw new SourceException("%s%s answers without a list of %s".formatted(base, path, field));
        }
        List<JsonNode> listed = new ArrayList<>();
        rows.forEach(listed::add);
        if (listed.stream().anyMatch(row -> !row.isObject())) {
            throw new SourceException("%s%s lists something else than rows".formatted(base, path));
        }
        return listed;
    }

    /** The server may do better later. */
    private static final class AgainLater extends Exception {

        AgainLater(String reason) {
            super(reason, null, false, false);
        }
    }

    private HttpResponse<byte[]> send(String path) throws AgainLater, InterruptedException {
        throttle.take();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
        if (!token.isBlank()) {
            request.header("Authorization", "Bearer " + token.strip());
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AgainLater("no answer within %d ms".formatted(patience.toMillis()));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AgainLater(
                    cause instanceof IOException && cause.getMessage() != null
                            ? cause.getMessage()
                            : cause.getClass().getSimpleName());
        } finally {
            answer.cancel(true);
        }
    }

    private Optional<Reply> answer(String path, HttpResponse<byte[]> response) throws AgainLater {
        int status = response.statusCode();
        if (status == 404) {
            return Optional.empty();
        }
        if (status >= FAULT || status == TOO_MANY) {
            throw new AgainLater("the answer is " + status);
        }
        if (status != 200) {
            throw new SourceException(
                    "%s%s is answered with %d".formatted(base, path, status), status == 401 || status == 403);
        }
        try {
            Integer version = response.headers()
                    .firstValue("X-Data-Version")
                    .map(Integer::valueOf)
                    .orElse(null);
            return Optional.of(new Reply(CanonicalJson.parse(response.body()), version));
        } catch (JacksonException | NumberFormatException e) {
            throw new SourceException("%s%s is answered with something that is no JSON".formatted(base, path));
        }
    }
}
