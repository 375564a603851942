package dev.rehearsal.change;

import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked of rules into changes that remember what they replace. */
@Component
class RuleProposals {

    private final Rules rules;

    RuleProposals(Rules rules) {
        this.rules = rules;
    }

    Change addition(Proposal.AddRule proposal, ProposalContext context) {
        RuleFields fields = RuleFields.ofNewRule(proposal.fields());
        refuseProblems(fields, context.place());
        RuleId given = proposal.id();
        if (given != null && rules.lastWithId(given).isPresent()) {
            throw RefusedException.invalid(
                    context.place() + "rule_id",
                    "rule " + given + " is there, or was once: leave the number out, so that a new one is given");
        }
        Rule rule = fields.toRule(given == null ? rules.reserveId() : given, 1);
        return new Change.RuleAddition(context.nextId(), rule);
    }

    Change edit(Proposal.EditRule proposal, ProposalContext context) {
        Rule base = base(proposal.rule(), context);
        if (proposal.dataVersion() != null) {
            checkVersion(base, proposal.dataVersion(), context.place());
        }
        RuleFields fields = RuleFields.ofEdit(withoutWhatIsOddAlready(proposal.fields(), base));
        refuseProblems(fields, context.place());
        if (fields.values().isEmpty()) {
            throw RefusedException.invalid(
                    context.place(), "nothing would change: rule " + proposal.rule() + " looks like this already");
        }
        return edit(proposal.rule(), fields.values(), base, context);
    }

    /** Many send a whole row to change one field: another that stays as it is may hold what could not be saved today. */
    private static Map<String, @Nullable Object> withoutWhatIsOddAlready(
            Map<String, @Nullable Object> sent, Rule base) {
        Map<String, @Nullable Object> kept = new HashMap<>(sent);
        RuleFields.ofEdit(sent).problems().stream()
                .map(RuleFields.Problem::field)
                .filter(field -> Objects.equals(sent.get(field.wireName()), field.read(base)))
                .forEach(field -> kept.remove(field.wireName()));
        return kept;
    }

    /**
     * A field that stays as it is may hold what could not be saved today: only the difference is checked. There may be
     * none: then the edit sets nothing (a Balrog fact).
     */
    Change replacement(Proposal.ReplaceRule proposal, ProposalContext context) {
        Rule base = base(proposal.rule(), context);
        checkVersion(base, proposal.dataVersion(), context.place());
        Map<String, @Nullable Object> sent = new HashMap<>(proposal.row());
        sent.entrySet().removeIf(entry -> {
            RuleField field = RuleField.named(entry.getKey());
            return field == null || Objects.equals(entry.getValue(), field.read(base));
        });
        RuleFields fields = RuleFields.ofEdit(sent);
        refuseProblems(fields, context.place());
        Map<RuleField, @Nullable Object> difference = new EnumMap<>(RuleField.class);
        fields.values().forEach((field, value) -> {
            if (!Objects.equals(value, field.read(base))) {
                difference.put(field, value);
            }
        });
        return edit(proposal.rule(), difference, base, context);
    }

    Change removal(Proposal.RemoveRule proposal, ProposalContext context) {
        Rule base = base(proposal.rule(), context);
        if (proposal.dataVersion() != null) {
            checkVersion(base, proposal.dataVersion(), context.place());
        }
        LinkedHashSet<Rule> seen = new LinkedHashSet<>();
        addIfThere(seen, context.live().rules().get(proposal.rule()));
        addIfThere(seen, context.before().rules().get(proposal.rule()));
        return new Change.RuleRemoval(context.nextId(), proposal.rule(), List.copyOf(seen));
    }

    private static Change edit(
            RuleId rule, Map<RuleField, @Nullable Object> fields, Rule base, ProposalContext context) {
        Rule liveRow = context.live().rules().get(rule);
        Rule stagedRow = context.before().rules().get(rule);
        Map<RuleField, FieldEdit> edits = new EnumMap<>(RuleField.class);
        fields.forEach((column, value) -> {
            Object staged = column.read(stagedRow == null ? base : stagedRow);
            edits.put(column, new FieldEdit(value, liveRow == null ? staged : column.read(liveRow), staged));
        });
        return new Change.RuleEdit(context.nextId(), rule, edits);
    }

    /** The live row, or for a rule that only the queue adds, that one. */
    private static Rule base(RuleId id, ProposalContext context) {
        Rule base =
                context.live().rules().getOrDefault(id, context.before().rules().get(id));
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
