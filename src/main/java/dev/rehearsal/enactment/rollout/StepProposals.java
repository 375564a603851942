package dev.rehearsal.enactment.rollout;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Tables;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says for each step of a rollout, in its turn, what it changes: all that decides what its clients get, so that what is
 * signed is the whole of it, and nothing else comes of it where somebody changed the rule meanwhile.
 */
final class StepProposals {

    /** What says who a rule is for, besides what a step may say. */
    private static final Set<RuleField> OTHER_CONDITIONS = EnumSet.complementOf(EnumSet.of(
            RuleField.ALIAS,
            RuleField.PRIORITY,
            RuleField.MAPPING,
            RuleField.FALLBACK_MAPPING,
            RuleField.BACKGROUND_RATE,
            RuleField.UPDATE_TYPE,
            RuleField.COMMENT,
            RuleField.PRODUCT,
            RuleField.CHANNEL,
            RuleField.VERSION));

    private static final int PRIORITY = 100;
    /** By how much a rule for some versions comes before that for all. */
    private static final int BEFORE = 10;

    private final NewPlan plan;
    private final Tables tables;
    private final Map<NewPlan.Target, RuleId> known = new HashMap<>();
    private final Map<NewPlan.Target, @Nullable String> others = new HashMap<>();

    /** @param tables as the first step finds them */
    StepProposals(NewPlan plan, Tables tables) {
        this.plan = plan;
        this.tables = tables;
    }

    /** @throws RefusedException if it cannot be said which rule shall serve them */
    Proposal of(NewPlan.Step step) {
        NewPlan.Target target = plan.target(step);
        ReleaseName release = plan.release(step);
        RuleId rule = known.get(target);
        if (rule != null) {
            return edit(rule, release, step.percentage(), target);
        }
        Rule found = found(target);
        if (found == null) {
            return addition(target, release, step.percentage());
        }
        others.put(target, release.equals(found.mapping()) ? text(found.fallbackMapping()) : fallback(found, step));
        return edit(found.id(), release, step.percentage(), target);
    }

    /** Keeps which rule it is that a step writes. */
    void wrote(NewPlan.Step step, ChangeSet set) {
        for (Change change : set.changes()) {
            switch (change) {
                case Change.RuleAddition addition ->
                    known.put(plan.target(step), addition.rule().id());
                case Change.RuleEdit edit -> known.put(plan.target(step), edit.rule());
                default -> {}
            }
        }
    }

    private Proposal edit(RuleId rule, ReleaseName release, int percentage, NewPlan.Target target) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("backgroundRate", percentage);
        fields.put("mapping", release.value());
        if (percentage < 100) {
            fields.put("fallbackMapping", others.get(target));
        }
        return new Proposal.EditRule(rule, null, fields);
    }

    private static @Nullable String text(@Nullable ReleaseName name) {
        return name == null ? null : name.value();
    }

    /** Whoever does not get the release yet gets what there was for all. */
    private static @Nullable String fallback(Rule rule, NewPlan.Step step) {
        if (step.percentage() < 100 && rule.backgroundRate() < 100) {
            throw RefusedException.invalid(
                    "rule",
                    "rule %s serves %s to %d %% only: bring that to 100 or to 0 %% first, so that it is clear what all others get"
                            .formatted(rule.id(), rule.mapping(), rule.backgroundRate()));
        }
        return text(rule.mapping());
    }

    private Proposal addition(NewPlan.Target target, ReleaseName release, int percentage) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("product", plan.product());
        fields.put("channel", target.channel());
        fields.put("version", target.version());
        fields.put("mapping", release.value());
        fields.put("backgroundRate", percentage);
        fields.put("update_type", "minor");
        int priority = target.version() == null
                ? PRIORITY
                : candidates(new NewPlan.Target(target.channel(), null)).stream()
                        .map(rule -> rule.priority() + BEFORE)
                        .max(Integer::compare)
                        .orElse(PRIORITY);
        fields.put("priority", priority);
        return new Proposal.AddRule(fields);
    }

    private @Nullable Rule found(NewPlan.Target target) {
        RuleId named = plan.rule();
        if (named != null && target.equals(new NewPlan.Target(plan.channel(), null))) {
            Rule rule = tables.rules().get(named);
            if (rule == null || !plan.product().equals(rule.product())) {
                throw RefusedException.invalid(
                        "rule", "is none of product '%s': there is no rule %s of it".formatted(plan.product(), named));
            }
            return rule;
        }
        List<Rule> candidates = candidates(target);
        if (candidates.size() > 1) {
            throw several(target, candidates);
        }
        if (candidates.isEmpty() && target.version() == null) {
            List<Rule> narrower = tables.rules().values().stream()
                    .filter(rule -> isOf(target, rule))
                    .toList();
            if (!narrower.isEmpty()) {
                throw several(target, narrower);
            }
        }
        return candidates.isEmpty() ? null : candidates.getFirst();
    }

    private RefusedException several(NewPlan.Target target, List<Rule> rules) {
        return RefusedException.invalid(
                "rule",
                "must say which rule shall serve '%s' on '%s': %s"
                        .formatted(
                                plan.product(),
                                target.channel(),
                                rules.stream()
                                        .map(rule -> "#" + rule.id())
                                        .sorted()
                                        .limit(20)
                                        .collect(Collectors.joining(", "))));
    }

    private boolean isOf(NewPlan.Target target, Rule rule) {
        return plan.product().equals(rule.product()) && target.channel().equals(rule.channel());
    }

    private List<Rule> candidates(NewPlan.Target target) {
        return tables.rules().values().stream()
                .filter(rule -> isOf(target, rule) && Objects.equals(target.version(), rule.version()))
                .filter(rule -> OTHER_CONDITIONS.stream().allMatch(field -> field.read(rule) == null))
                .toList();
    }
}
