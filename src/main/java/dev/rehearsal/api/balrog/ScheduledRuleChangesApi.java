package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.ChangeType;
import dev.rehearsal.api.json.IgnoredFields;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.RuleAddress;
import dev.rehearsal.api.json.RuleJson;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.matching.RuleId;
import jakarta.servlet.http.HttpServletResponse;
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
    private final ScheduledChanges scheduledChanges;
    private final ScheduledChangeFinder finder;
    private final ScheduledRuleRows rows;
    private final RuleAddress rules;

    ScheduledRuleChangesApi(
            ChangeSets changeSets,
            ScheduledChanges scheduledChanges,
            ScheduledChangeFinder finder,
            ScheduledRuleRows rows,
            RuleAddress rules) {
        this.changeSets = changeSets;
        this.scheduledChanges = scheduledChanges;
        this.finder = finder;
        this.rows = rows;
        this.rules = rules;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(name = "rule_id", required = false) @Nullable Long ruleId,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Integer limit) {
        RuleId rule = ruleId == null ? null : new RuleId(ruleId);
        Paging paging = ScheduledRow.paging(page, limit);
        if (paging == null) {
            return ScheduledRow.list(rows.of(scheduledChanges.ofRules(ScheduledRow.extent(all), rule)));
        }
        Page<ScheduledChange> some = scheduledChanges.ofRules(ScheduledRow.extent(all), rule, paging);
        return ScheduledRow.list(some, rows.of(some.items()));
    }

    @GetMapping("/{scId}")
    Map<String, Object> get(@PathVariable long scId) {
        return Map.of(
                "scheduled_change",
                rows.of(List.of(finder.find(ScheduledKind.RULES, scId))).getFirst());
    }

    @PostMapping
    Map<String, Object> schedule(
            @AuthenticationPrincipal Actor actor, @RequestBody JsonNode body, HttpServletResponse response) {
        JsonFields fields = JsonFields.of(body);
        ScheduledRow.refuseId(fields);
        Instant when = fields.time("when");
        Proposal proposal = proposal(fields);
        fields.refuseProblems();
        ChangeSet set = changeSets.schedule(actor, title(proposal), when, List.of(proposal));
        IgnoredFields.warnOf(fields.json(), response);
        return ScheduledRow.scheduled(set);
    }

    /** The rule may be named by its alias. */
    private Proposal proposal(JsonFields fields) {
        return switch (ChangeType.read(fields)) {
            case INSERT -> new Proposal.AddRule(RuleJson.sentFields(fields.json()));
            case UPDATE ->
                new Proposal.ReplaceRule(
                        rules.read(fields), fields.integer("data_version"), RuleJson.sentFields(fields.json()));
            case DELETE -> new Proposal.RemoveRule(rules.read(fields), fields.integer("data_version"));
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
