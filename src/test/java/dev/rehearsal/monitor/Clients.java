package dev.rehearsal.monitor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Clients who ask one node for updates, all at once. */
public final class Clients {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI node;

    public Clients(URI node) {
        this.node = node;
    }

    public View ask(Collection<Probe> probes, String channel) {
        Map<Probe, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
        probes.forEach(probe -> asked.put(probe, ask(probe, channel)));
        Map<Probe, Answer> answers = new LinkedHashMap<>();
        asked.forEach((probe, answer) -> answers.put(probe, answer.join()));
        return new View(answers);
    }

    private CompletableFuture<Answer> ask(Probe probe, String channel) {
        HttpRequest request =
                HttpRequest.newBuilder(node.resolve(probe.urlOn(channel))).build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(reply -> Answer.of(
                        reply.statusCode(),
                        reply.headers().firstValue("Rule-ID").orElse(Answer.NO_RULE),
                        reply.body()));
    }
}
