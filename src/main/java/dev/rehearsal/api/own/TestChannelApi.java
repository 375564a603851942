package dev.rehearsal.api.own;

import dev.rehearsal.api.json.RuleJson;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.StagedRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Staged tables and fingerprints. */
@RestController
class TestChannelApi {

    private final TestChannelPreviews previews;
    private final PastStates past;

    TestChannelApi(TestChannelPreviews previews, PastStates past) {
        this.previews = previews;
        this.past = past;
    }

    /** @param at epoch milliseconds: what the channel showed then; null for now */
    @GetMapping("/api/test_channels/{testChannel}/rules")
    Map<String, @Nullable Object> rules(
            @PathVariable String testChannel,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable Long through,
            @RequestParam(required = false) @Nullable Long at) {
        ChangeSetId last = through == null ? null : new ChangeSetId(through);
        if (at == null) {
            NodeState now = previews.state();
            return json(now, previews.of(now, testChannel, product, last));
        }
        Instant time = Instant.ofEpochMilli(at);
        NodeState state = past.at(time);
        try {
            return json(state, previews.of(state, testChannel, product, last));
        } catch (RefusedException refused) {
            throw RefusedException.notFound("As of " + time + ": " + refused.getMessage());
        }
    }

    private static Map<String, @Nullable Object> json(NodeState state, TestChannelPreview preview) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("live_channel", preview.mapping().liveChannel());
        json.put("test_channel", preview.mapping().testChannel());
        json.put("product", preview.product());
        json.put("fingerprint", preview.fingerprint().value());
        json.put(
                "change_sets",
                preview.concerning().stream().map(ChangeSetId::value).toList());
        json.put(
                "rules",
                preview.rules().rows().stream().map(TestChannelApi::row).toList());
        json.put(
                "removed",
                preview.rules().removed().stream().map(TestChannelApi::removed).toList());
        json.put(
                "conflicts",
                preview.conflicts().stream()
                        .map(conflict -> conflict(state, conflict))
                        .toList());
        json.put("shadowed", preview.shadowed().stream().map(RuleJson::of).toList());
        json.put("scope", preview.mapping().scope().wireForm());
        json.put("scope_is_gone", preview.scopeIsGone());
        return json;
    }

    @GetMapping("/api/channels/{liveChannel}/fingerprint")
    Map<String, String> fingerprint(
            @PathVariable String liveChannel, @RequestParam(required = false) @Nullable String product) {
        return Map.of(
                "fingerprint", previews.liveFingerprint(liveChannel, product).value());
    }

    private static Map<String, @Nullable Object> row(StagedRules.Row row) {
        Map<String, @Nullable Object> json = RuleJson.of(row.rule());
        switch (row.origin()) {
            case StagedRules.Live() -> origin(json, "live", List.of(), null);
            case StagedRules.Edited(var _, List<RuleField> changed, ChangeSetId by) ->
                origin(json, "edited", changed.stream().map(RuleField::wireName).toList(), by);
            case StagedRules.Added(ChangeSetId by) -> origin(json, "added", List.of(), by);
        }
        return json;
    }

    private static void origin(
            Map<String, @Nullable Object> json, String origin, List<String> changed, @Nullable ChangeSetId by) {
        json.put("origin", origin);
        json.put("changed", changed);
        json.put("change_set", by == null ? null : by.value());
    }

    private static Map<String, @Nullable Object> removed(StagedRules.RemovedRow row) {
        Map<String, @Nullable Object> json = RuleJson.of(row.rule());
        json.put("change_set", row.by().value());
        return json;
    }

    private static Map<String, @Nullable Object> conflict(NodeState state, Conflict conflict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("change_set", conflict.set().value());
        json.put("title", state.pending(conflict.set()).map(ChangeSet::title).orElse(null));
        json.put(
                "reasons",
                conflict.reasons().stream().map(Conflict.Reason::sentence).toList());
        return json;
    }
}
