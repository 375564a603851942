package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.problem.RefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Saved update queries, each with the answer that it must get. */
@RestController
@RequestMapping("/api/probes")
class ProbesApi {

    private final Probes probes;

    ProbesApi(Probes probes) {
        this.probes = probes;
    }

    /** @param channel a live channel */
    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        return HistoryJson.page(
                "probes",
                Page.of(wanted(probes, product, channel), new Paging(page, limit))
                        .map(ProbeJson::of));
    }

    /** Returns the probes of a product and a channel; null stands for any. */
    static List<Probe> wanted(Probes probes, @Nullable String product, @Nullable String channel) {
        return probes.all().stream()
                .filter(probe -> product == null || probe.product().equals(product))
                .filter(probe -> channel == null || probe.channel().equals(channel))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(ProbeJson.FIELDS);
        ProbeDraft draft = ProbeJson.read(fields);
        fields.refuseProblems();
        return ProbeJson.of(probes.add(actor, draft));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable long id) {
        return probes.find(id)
                .map(ProbeJson::of)
                .orElseThrow(() -> RefusedException.notFound("there is no probe " + id));
    }

    /** Takes the whole probe. */
    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Set<String> names = new HashSet<>(ProbeJson.FIELDS);
        // As they are read: product and channel follow from the URL.
        names.addAll(Set.of("id", "product", "channel", "data_version"));
        fields.allowOnly(names);
        int seen = fields.integer("data_version");
        ProbeDraft draft = ProbeJson.read(fields);
        fields.refuseProblems();
        return ProbeJson.of(probes.replace(actor, id, seen, draft));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam("data_version") int seen) {
        probes.remove(actor, id, seen);
    }
}
