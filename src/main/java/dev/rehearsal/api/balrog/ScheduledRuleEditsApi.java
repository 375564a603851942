package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.IgnoredFields;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.RuleJson;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.ScheduledChangeEdits;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Edits what is scheduled of a rule: columns that are not sent stay as they are scheduled (a Balrog fact). */
@RestController
class ScheduledRuleEditsApi {

    private final ScheduledChangeFinder finder;
    private final ScheduledChangeEdits edits;

    ScheduledRuleEditsApi(ScheduledChangeFinder finder, ScheduledChangeEdits edits) {
        this.finder = finder;
        this.edits = edits;
    }

    @PostMapping("/api/scheduled_changes/rules/{scId}")
    Map<String, Object> edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long scId,
            @RequestBody JsonNode body,
            HttpServletResponse response) {
        ScheduledChange scheduled = finder.find(ScheduledKind.RULES, scId);
        JsonFields fields = JsonFields.of(body);
        int seen = fields.integer("sc_data_version");
        Instant when = fields.has("when") ? fields.time("when") : null;
        Map<String, @Nullable Object> sent = RuleJson.sentFields(fields.json());
        Proposal instead = switch (scheduled.change()) {
            case Change.RuleAddition(var _, Rule rule, var _) -> sent.isEmpty() ? null : addition(rule, sent);
            case Change.RuleEdit(var _, RuleId rule, var values, var _) ->
                new Proposal.ReplaceRule(rule, fields.integer("data_version"), laidOver(values, sent));
            default -> null;
        };
        fields.refuseProblems();
        ChangeSet set = edits.edit(actor, scheduled, seen, when, instead);
        IgnoredFields.warnOf(fields.json(), response);
        return ScheduledRow.edited(set);
    }

    private static Proposal addition(Rule rule, Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (RuleField field : RuleField.values()) {
            columns.put(field.wireName(), field.read(rule));
        }
        columns.putAll(sent);
        return new Proposal.AddRule(rule.id(), columns);
    }

    /** Where a column comes out as it is live, the edit is without it. */
    private static Map<String, @Nullable Object> laidOver(
            Map<RuleField, FieldEdit> values, Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> row = new HashMap<>();
        values.forEach((field, edit) -> row.put(field.wireName(), edit.value()));
        row.putAll(sent);
        return row;
    }
}
