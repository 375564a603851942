package dev.rehearsal.insight.warning;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.region.Turn;
import dev.rehearsal.matching.region.Turns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules that no client reaches once a change of rules is live: the one that changes, and those that it hides. Each
 * rule is looked at once.
 */
final class UnreachedRules {

    /** Only so many of the rules that a change may hide are looked at. */
    private static final int MOST_LOOKED_AT = 300;

    private final RuleSet live;
    private final RuleSet staged;
    private final Turns turnsNow;
    private final Turns turnsThen;

    private UnreachedRules(RuleSet live, RuleSet staged) {
        this.live = live;
        this.staged = staged;
        this.turnsNow = Turns.of(live);
        this.turnsThen = Turns.of(staged);
    }

    static UnreachedRules of(RuleSet live, RuleSet staged) {
        return new UnreachedRules(live, staged);
    }

    boolean isOf(RuleSet otherLive, RuleSet otherStaged) {
        return live == otherLive && staged == otherStaged;
    }

    /** @param before as the rule is now; null for a new one */
    Map<Rule, Turn.Never> becauseOf(@Nullable Rule before, Rule after) {
        Map<Rule, Turn.Never> unreached = new LinkedHashMap<>();
        if (!saysItself(after)) {
            never(turnsThen, after).ifPresent(never -> unreached.put(after, never));
        }
        if (before == null || !takesTheSame(before, after)) {
            turnsThen
                    .after(after)
                    .limit(MOST_LOOKED_AT)
                    .forEach(other -> never(turnsThen, other)
                            .filter(never -> names(never, after.id()) && !wasUnreached(other))
                            .ifPresent(never -> unreached.put(other, never)));
        }
        return unreached;
    }

    private static Optional<Turn.Never> never(Turns turns, Rule rule) {
        return turns.of(rule) instanceof Turn.Never never ? Optional.of(never) : Optional.empty();
    }

    /** What matches no channel is told as that. */
    static boolean saysItself(Rule rule) {
        return rule.channel() != null && ChannelPattern.of(rule.channel()).matchesNothing();
    }

    private static boolean takesTheSame(Rule before, Rule after) {
        return before.priority() == after.priority()
                && Stream.of(Criterion.values())
                        .allMatch(criterion -> Objects.equals(criterion.askedBy(before), criterion.askedBy(after)));
    }

    private static boolean names(Turn.Never never, RuleId id) {
        return Stream.concat(never.before().stream(), never.failing().stream())
                .anyMatch(rule -> rule.id().equals(id));
    }

    private boolean wasUnreached(Rule rule) {
        return live.inOrder().contains(rule) && turnsNow.of(rule) instanceof Turn.Never;
    }
}
