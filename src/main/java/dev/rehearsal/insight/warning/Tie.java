package dev.rehearsal.insight.warning;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.StagedRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tie of two rules of the same priority that may match the same queries: of these the one with the lower id wins,
 * which is rarely what anybody had in mind.
 */
public record Tie(Rule winner, Rule loser) {

    /** Nobody reads on, and among a thousand rules that all tie there are half a million pairs. */
    static final int MOST_TOLD = 20;

    /** One value each: rules that name different ones never match the same query. */
    private static final Set<RuleField> ONE_VALUE = EnumSet.of(
            RuleField.PRODUCT,
            RuleField.BUILD_TARGET,
            RuleField.HEADER_ARCHITECTURE,
            RuleField.DIST_VERSION,
            RuleField.JAWS,
            RuleField.MIG64);

    /** Values separated by commas, of which a query has one. */
    private static final Set<RuleField> LISTS =
            EnumSet.of(RuleField.LOCALE, RuleField.DISTRIBUTION, RuleField.INSTRUCTION_SET);

    /**
     * Finds pairs of which the queue changes one; each pair once, in evaluation order, at most {@link #MOST_TOLD} with one
     * rule. May name rules that no query tells apart by version or system.
     */
    static List<Tie> among(List<StagedRules.Row> rows) {
        List<Tie> ties = new ArrayList<>();
        for (int first = 0; first < rows.size(); first++) {
            StagedRules.Row one = rows.get(first);
            int told = ties.size();
            for (int second = first + 1;
                    second < rows.size()
                            && ties.size() - told < MOST_TOLD
                            && rows.get(second).rule().priority() == one.rule().priority();
                    second++) {
                StagedRules.Row other = rows.get(second);
                if ((isChanged(one) || isChanged(other)) && mayBothMatch(one.rule(), other.rule())) {
                    ties.add(new Tie(one.rule(), other.rule()));
                }
            }
        }
        return List.copyOf(ties);
    }

    /**
     * Returns the other rules that this one ties with, at most {@link #MOST_TOLD}; cost grows with the number of rules.
     *
     * @param rules in evaluation order
     */
    public static List<Tie> of(Rule rule, Collection<Rule> rules) {
        return rules.stream()
                .filter(other -> other.priority() == rule.priority())
                .filter(other -> !other.id().equals(rule.id()))
                .filter(other -> mayBothMatch(rule, other))
                .limit(MOST_TOLD)
                .sorted(Comparator.comparing(Rule::id))
                .map(other -> rule.id().compareTo(other.id()) < 0 ? new Tie(rule, other) : new Tie(other, rule))
                .toList();
    }

    private static boolean isChanged(StagedRules.Row row) {
        return !(row.origin() instanceof StagedRules.Live);
    }

    private static boolean mayBothMatch(Rule one, Rule other) {
        return ONE_VALUE.stream().allMatch(field -> equalOrOpen(field.read(one), field.read(other)))
                && LISTS.stream().allMatch(field -> overlapOrOpen(field.read(one), field.read(other)))
                && channelsOverlap(one.channel(), other.channel());
    }

    private static boolean equalOrOpen(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }

    private static boolean overlapOrOpen(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || !Collections.disjoint(values(one), values(other));
    }

    private static List<String> values(Object list) {
        return List.of(list.toString().split(",", -1));
    }

    private static boolean channelsOverlap(@Nullable String one, @Nullable String other) {
        return one == null
                || other == null
                || one.equals(other)
                || ChannelPattern.of(one).overlaps(ChannelPattern.of(other));
    }
}
