package dev.rehearsal.change;

import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Tables;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked of rules into changes that remember what they replace. */
@Component
class RuleProposals {

    private final Rules rules;

    RuleProposals(Rules rules) {
        this.rules = rules;
    }

    /** @param place where problems are, such as {@code changes[2].} */
    Function<ChangeId, Change> addition(Proposal.AddRule proposal, String place) {
        RuleFields fields = RuleFields.ofNewRule(proposal.fields());
        refuseProblems(fields, place);
        RuleId given = proposal.id();
        Rule rule = fields.toRule(given == null ? rules.reserveId() : given, 1);
        return id -> new Change.RuleAddition(id, rule);
    }

    Function<ChangeId, Change> edit(Proposal.EditRule proposal, Tables live, Tables before, String place) {
        Rule base = base(proposal.rule(), live, before);
        if (proposal.dataVersion() != null) {
            checkVersion(base, proposal.dataVersion(), place);
        }
        RuleFields fields = RuleFields.ofEdit(proposal.fields());
        refuseProblems(fields, place);
        return edit(proposal.rule(), fields.values(), live, before, base, place);
    }

    /** A field that stays as it is may hold what could not be saved today: only the difference is checked. */
    Function<ChangeId, Change> replacement(Proposal.ReplaceRule proposal, Tables live, Tables before, String place) {
        Rule base = base(proposal.rule(), live, before);
        checkVersion(base, proposal.dataVersion(), place);
        Map<String, @Nullable Object> sent = new HashMap<>(proposal.row());
        sent.entrySet().removeIf(entry -> {
            RuleField field = RuleField.named(entry.getKey());
            return field == null || Objects.equals(entry.getValue(), field.read(base));
        });
        RuleFields fields = RuleFields.ofEdit(sent);
        refuseProblems(fields, place);
        Map<RuleField, @Nullable Object> difference = new EnumMap<>(RuleField.class);
        fields.values().forEach((field, value) -> {
            if (!Objects.equals(value, field.read(base))) {
                difference.put(field, value);
            }
        });
        return edit(proposal.rule(), difference, live, before, base, place);
    }

    Function<ChangeId, Change> removal(Proposal.RemoveRule proposal, Tables live, Tables before, String place) {
        Rule base = base(proposal.rule(), live, before);
        if (proposal.dataVersion() != null) {
            checkVersion(base, proposal.dataVersion(), place);
        }
        LinkedHashSet<Rule> seen = new LinkedHashSet<>();
        addIfThere(seen, live.rules().get(proposal.rule()));
        addIfThere(seen, before.rules().get(proposal.rule()));
        return id -> new Change.RuleRemoval(id, proposal.rule(), List.copyOf(seen));
    }

    private static Function<ChangeId, Change> edit(
            RuleId rule, Map<RuleField, @Nullable Object> fields, Tables live, Tables before, Rule base, String place) {
        if (fields.isEmpty()) {
            throw RefusedException.invalid(place, "nothing would change: rule " + rule + " looks like this already");
        }
        Rule liveRow = live.rules().get(rule);
        Rule stagedRow = before.rules().get(rule);
        Map<RuleField, FieldEdit> edits = new EnumMap<>(RuleField.class);
        fields.forEach((column, value) -> {
            Object staged = column.read(stagedRow == null ? base : stagedRow);
            edits.put(column, new FieldEdit(value, liveRow == null ? staged : column.read(liveRow), staged));
        });
        return id -> new Change.RuleEdit(id, rule, edits);
    }

    /** The live row, or for a rule that only the queue adds, that one. */
    private static Rule base(RuleId id, Tables live, Tables before) {
        Rule base = live.rules().getOrDefault(id, before.rules().get(id));
        if (base == null) {
            throw RefusedException.notFound("there is no rule " + id + ", neither live nor added by the queue before");
        }
        return base;
    }

    private static void checkVersion(Rule base, int dataVersion, String place) {
        if (base.dataVersion() != dataVersion) {
            throw RefusedException.invalid(
                    place + "data_version",
                    "rule %s is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(base.id(), base.dataVersion(), dataVersion));
        }
    }

    private static void refuseProblems(RuleFields fields, String place) {
        if (!fields.problems().isEmpty()) {
            throw RefusedException.invalid(fields.problems().stream()
                    .map(problem -> new Problem(place + problem.field().wireName(), problem.sentence()))
                    .toList());
        }
    }

    private static void addIfThere(LinkedHashSet<Rule> seen, @Nullable Rule rule) {
        if (rule != null) {
            seen.add(rule);
        }
    }
}
