package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.release.Pins;
import dev.rehearsal.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of the tables after a whole set: an alias belongs to one rule, and what is named exists.
 *
 * <p>Only what the set itself brings about counts against it: a rule that named a missing release before does not.
 */
record Integrity(
        Map<RuleId, Rule> rules,
        Map<ReleaseName, Release> releases,
        Map<String, List<RuleId>> rulesByAlias,
        Pins pins) {

    List<Conflict.Reason> reasonsAgainst(List<Transition> transitions) {
        List<Conflict.Reason> reasons = new ArrayList<>();
        for (Transition transition : transitions) {
            switch (transition) {
                case Transition.OfRule ofRule -> {
                    Rule after = rules.get(ofRule.id());
                    if (after != null && after.equals(ofRule.after())) {
                        aliasTaken(after, reasons);
                        releasesMissing(ofRule.before(), after, reasons);
                    }
                }
                case Transition.OfRelease ofRelease -> {
                    if (ofRelease.after() == null && !releases.containsKey(ofRelease.name())) {
                        stillNamed(ofRelease.name(), reasons);
                    }
                }
            }
        }
        return reasons.stream().distinct().toList();
    }

    private void aliasTaken(Rule rule, List<Conflict.Reason> reasons) {
        List<RuleId> owners = rule.alias() == null ? List.of() : rulesByAlias.getOrDefault(rule.alias(), List.of());
        if (owners.size() > 1) {
            List<RuleId> inOrder = owners.stream().sorted().toList();
            reasons.add(new Conflict.AliasTaken(
                    Objects.requireNonNull(rule.alias()), inOrder.getFirst(), inOrder.getLast()));
        }
    }

    private void releasesMissing(@Nullable Rule before, Rule after, List<Conflict.Reason> reasons) {
        named(after)
                .filter(name -> !releases.containsKey(name))
                .filter(name -> before == null || named(before).noneMatch(name::equals))
                .forEach(name -> reasons.add(new Conflict.ReleaseMissing("rule " + after.id(), name)));
    }

    private void stillNamed(ReleaseName removed, List<Conflict.Reason> reasons) {
        for (Rule rule : rules.values()) {
            if (named(rule).anyMatch(removed::equals)) {
                reasons.add(new Conflict.ReleaseMissing("rule " + rule.id(), removed));
            }
        }
        pins.releases().forEach((key, name) -> {
            if (name.equals(removed)) {
                reasons.add(new Conflict.ReleaseMissing(
                        "pin %s of %s %s".formatted(key.version(), key.product(), key.channel()), removed));
            }
        });
    }

    private static Stream<ReleaseName> named(Rule rule) {
        return Stream.of(rule.mapping(), rule.fallbackMapping()).filter(Objects::nonNull);
    }
}
