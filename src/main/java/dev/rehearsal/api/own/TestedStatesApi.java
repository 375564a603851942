package dev.rehearsal.api.own;

import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which states that may be live next are tested, and by whom. */
@RestController
class TestedStatesApi {

    private final SnapshotKeeper snapshots;
    private final StateTestStatus states;

    TestedStatesApi(SnapshotKeeper snapshots, StateTestStatus states) {
        this.snapshots = snapshots;
        this.states = states;
    }

    @GetMapping("/api/channels/{liveChannel}/tested_states")
    Map<String, @Nullable Object> of(@PathVariable String liveChannel, @RequestParam String product) {
        StateTestStatus.Overview overview = states.of(snapshots.current(), product, liveChannel);
        List<Map<String, @Nullable Object>> prefixes = new ArrayList<>();
        List<Map<String, @Nullable Object>> alone = new ArrayList<>();
        for (StateTestStatus.Step step : overview.steps()) {
            if (step.inTurn()) {
                prefixes.add(json(step, step.through()));
            }
            if (step.alone() != null) {
                alone.add(json(step, step.alone()));
            }
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", product);
        json.put("live_channel", liveChannel);
        json.put("live", json(overview.live()));
        json.put("prefixes", prefixes);
        json.put("alone", alone);
        json.put("change_sets_left_out", overview.setsLeftOut());
        return json;
    }

    private static Map<String, @Nullable Object> json(StateTestStatus.Step step, StateTestStatus.Look look) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("change_set", step.set().id().value());
        json.put("title", step.set().title());
        json.putAll(json(look));
        return json;
    }

    private static Map<String, @Nullable Object> json(StateTestStatus.Look look) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("fingerprint", look.fingerprint().value());
        json.put("state", look.tested().name().toLowerCase(Locale.ROOT));
        json.put("passed_by", look.passedBy().stream().map(Actor::name).toList());
        json.put("failed_by", look.failedBy().stream().map(Actor::name).toList());
        return json;
    }
}
