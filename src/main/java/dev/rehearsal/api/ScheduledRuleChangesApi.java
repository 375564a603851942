package dev.rehearsal.api;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Balrog's scheduled changes of rules: each is a change set of one. */
@RestController
@RequestMapping("/api/scheduled_changes/rules")
class ScheduledRuleChangesApi {

    private final ChangeSets changeSets;
    private final EnactedChanges enacted;
    private final ScheduledChanges scheduledChanges;
    private final ScheduledRuleRows rows;

    ScheduledRuleChangesApi(
            ChangeSets changeSets, EnactedChanges enacted, ScheduledChanges scheduledChanges, ScheduledRuleRows rows) {
        this.changeSets = changeSets;
        this.enacted = enacted;
        this.scheduledChanges = scheduledChanges;
        this.rows = rows;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(name = "rule_id", required = false) @Nullable Long ruleId) {
        return ScheduledRow.list(rows.of(
                scheduledChanges.ofRules(ScheduledRow.extent(all), ruleId == null ? null : new RuleId(ruleId))));
    }

    @GetMapping("/{scId}")
    Map<String, Object> get(@PathVariable long scId) {
        return scheduledChanges
                .find(new ChangeId(scId))
                .filter(scheduled -> ChangeSet.ruleOf(scheduled.change()) != null)
                .<Map<String, Object>>map(scheduled ->
                        Map.of("scheduled_change", rows.of(List.of(scheduled)).getFirst()))
                .orElseThrow(() -> ScheduledRow.unknown(scId));
    }

    @PostMapping
    Map<String, Object> schedule(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Instant when = fields.time("when");
        Proposal proposal = proposal(fields);
        fields.refuseProblems();
        ChangeSet set = changeSets.schedule(actor, title(proposal), when, List.of(proposal));
        return Map.of("sc_id", set.changes().getFirst().id().value(), "signoffs", Map.of());
    }

    @PostMapping("/{scId}/enact")
    Map<String, Object> enact(@AuthenticationPrincipal Actor actor, @PathVariable long scId) {
        enacted.enact(actor, scId);
        return Map.of();
    }

    private static Proposal proposal(JsonFields fields) {
        String changeType = fields.text("change_type");
        return switch (changeType) {
            case "insert" -> new Proposal.AddRule(RuleJson.sentFields(fields.json()));
            case "update" ->
                new Proposal.ReplaceRule(
                        new RuleId(fields.integer("rule_id")),
                        fields.integer("data_version"),
                        RuleJson.sentFields(fields.json()));
            case "delete" ->
                new Proposal.RemoveRule(new RuleId(fields.integer("rule_id")), fields.integer("data_version"));
            default ->
                fields.wrong(
                        "change_type",
                        "must be insert, update or delete",
                        new Proposal.RemoveRule(new RuleId(0), null));
        };
    }

    private static String title(Proposal proposal) {
        return switch (proposal) {
            case Proposal.AddRule _ -> "Add a rule";
            case Proposal.ReplaceRule replace -> "Change rule " + replace.rule();
            case Proposal.RemoveRule remove -> "Remove rule " + remove.rule();
            default -> throw new IllegalStateException("not a change of a rule: " + proposal);
        };
    }
}
