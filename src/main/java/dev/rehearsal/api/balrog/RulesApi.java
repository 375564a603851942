package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.IgnoredFields;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.RuleJson;
import dev.rehearsal.api.json.RuleReader;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Balrog's rules: read, and edited at once where that is allowed. */
@RestController
@RequestMapping("/api/rules")
class RulesApi {

    private final RuleReader reading;
    private final EnactmentService enactment;
    private final SnapshotKeeper snapshots;

    RulesApi(RuleReader reading, EnactmentService enactment, SnapshotKeeper snapshots) {
        this.reading = reading;
        this.enactment = enactment;
        this.snapshots = snapshots;
    }

    /** @param timestamp shows the rules as they were then, each with the write that made it so; epoch milliseconds */
    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String timestamp) {
        if (timestamp == null || timestamp.isEmpty()) {
            return reading.list(product);
        }
        if (product != null && !product.isEmpty()) {
            throw RefusedException.invalid("timestamp", "cannot be asked for together with a product");
        }
        return reading.asOf(time(timestamp));
    }

    @GetMapping("/{idOrAlias}")
    ResponseEntity<Map<String, @Nullable Object>> get(@PathVariable String idOrAlias) {
        return reading.one(idOrAlias);
    }

    @GetMapping("/columns/{column}")
    Map<String, Object> column(@PathVariable String column) {
        return reading.column(column);
    }

    /** Answers with the bare id of the new rule. */
    @PostMapping
    long add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body, HttpServletResponse response) {
        JsonFields fields = JsonFields.of(body);
        Proposal add = new Proposal.AddRule(RuleJson.sentFields(fields.json()));
        ChangeSet set = enactment.enactAtOnce(actor, "Add a rule", List.of(add));
        IgnoredFields.warnOf(fields.json(), response);
        return Objects.requireNonNull(ChangeSet.ruleOf(set.changes().getFirst()))
                .value();
    }

    /** Sets the fields that are sent, and no others. */
    @RequestMapping(
            path = "/{idOrAlias}",
            method = {RequestMethod.POST, RequestMethod.PUT})
    Map<String, Integer> edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String idOrAlias,
            @RequestBody JsonNode body,
            HttpServletResponse response) {
        Rule rule = reading.findToWrite(idOrAlias);
        JsonFields fields = JsonFields.of(body);
        int dataVersion = fields.integer("data_version");
        RuleJson.refuseOtherId(fields, rule.id());
        fields.refuseProblems();
        Proposal edit = new Proposal.EditRule(rule.id(), dataVersion, RuleJson.sentFields(fields.json()));
        enactment.enactAtOnce(actor, "Change rule " + rule.id(), List.of(edit));
        IgnoredFields.warnOf(fields.json(), response);
        return Map.of("new_data_version", dataVersion + 1);
    }

    @DeleteMapping("/{idOrAlias}")
    void remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String idOrAlias,
            @RequestParam("data_version") int dataVersion) {
        Rule rule = reading.findToWrite(idOrAlias);
        refuseWhilePending(rule);
        enactment.enactAtOnce(
                actor, "Remove rule " + rule.id(), List.of(new Proposal.RemoveRule(rule.id(), dataVersion)));
    }

    /** A Balrog fact: what is scheduled for a row goes first. */
    private void refuseWhilePending(Rule rule) {
        for (ChangeSet set : snapshots.current().queue()) {
            for (Change change : set.changes()) {
                if (rule.id().equals(ChangeSet.ruleOf(change))) {
                    throw RefusedException.invalid(
                            "",
                            "rule %s has a scheduled change, %s, in change set %s: cancel that first"
                                    .formatted(rule.id(), change.id(), set.id()));
                }
            }
        }
    }

    private static Instant time(String timestamp) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(timestamp));
        } catch (NumberFormatException e) {
            throw RefusedException.invalid("timestamp", "must be a time in milliseconds since 1970");
        }
    }
}
