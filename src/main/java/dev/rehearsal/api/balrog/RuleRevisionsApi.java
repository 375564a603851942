package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.RuleReader;
import dev.rehearsal.history.HistoryFilter;
import dev.rehearsal.history.RevertService;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.history.ScheduledRevisions;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Balrog's revisions of rules, and the way back to one. */
@RestController
public class RuleRevisionsApi {

    private final RuleReader reading;
    private final Revisions revisions;
    private final ScheduledRevisions scheduled;
    private final RevertService revertService;

    RuleRevisionsApi(
            RuleReader reading, Revisions revisions, ScheduledRevisions scheduled, RevertService revertService) {
        this.reading = reading;
        this.revisions = revisions;
        this.scheduled = scheduled;
        this.revertService = revertService;
    }

    /** Lists the revisions of a rule that exists, newest first; an alias is not taken (a Balrog fact). */
    @GetMapping("/api/rules/{id}/revisions")
    Map<String, Object> ofRule(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int limit) {
        return reading.revisions(id, page, limit);
    }

    /**
     * Makes the rule what it was, through a change set that the answer names: live at once if nothing is in the way of
     * that, otherwise due now, with what it waits for.
     */
    @PostMapping("/api/rules/{id}/revisions")
    Map<String, Object> revert(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode body) {
        RuleId rule = reading.existing(id, "bad rule_id");
        long changeId = changeId(body);
        if (!revisions.isOfAnyRule(changeId)) {
            throw RefusedException.invalid("", "Invalid change_id : " + changeId + " passed in the request body");
        }
        if (revisions.ofRule(rule, changeId).isEmpty()) {
            throw RefusedException.invalid("", "Bad rule_id passed in the request");
        }
        RevertService.Reverted reverted = revertService.revertRule(actor, rule, changeId);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("change_set", reverted.set().id().value());
        json.put("sc_id", reverted.set().changes().getFirst().id().value());
        json.put("enacted", reverted.waitsFor().isEmpty());
        json.put(
                "waits_for", reverted.waitsFor().stream().map(Problem::toString).toList());
        return json;
    }

    /** Both lists at once, each with its own count. */
    @GetMapping("/api/rules/history")
    Map<String, Object> history(
            @RequestParam(required = false) @Nullable String changed_by,
            @RequestParam(required = false) @Nullable Long change_id,
            @RequestParam(required = false) @Nullable Integer data_version,
            @RequestParam(required = false) @Nullable Long timestamp_from,
            @RequestParam(required = false) @Nullable Long timestamp_to,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int limit) {
        HistoryFilter filter = new HistoryFilter(
                changed_by, change_id, data_version, time(timestamp_from), time(timestamp_to), product, channel);
        Paging paging = HistoryJson.paging(page, limit, "Error occurred when trying to fetch histories");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "Rules",
                HistoryJson.page("revisions", revisions.ofRules(filter, paging).map(HistoryJson::rule)));
        json.put(
                "Rules scheduled change",
                HistoryJson.page("revisions", scheduled.ofRules(filter, paging).map(HistoryJson::scheduled)));
        return json;
    }

    static long changeId(@Nullable JsonNode body) {
        JsonNode sent = body == null ? null : body.get("change_id");
        if (sent == null
                || sent.isNull()
                || sent.asString("").isEmpty()
                || sent.asString("").equals("0")) {
            throw RefusedException.invalid("", "No change_id passed in the request body");
        }
        try {
            return Long.parseLong(sent.asString());
        } catch (NumberFormatException e) {
            throw RefusedException.invalid(
                    "", "Invalid change_id : " + sent.asString() + " passed in the request body");
        }
    }

    static @Nullable Instant time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
