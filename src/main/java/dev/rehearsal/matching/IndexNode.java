package dev.rehearsal.matching;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link RuleIndex}: some rules, told apart further by one {@link Dimension} or, in a leaf, not at all.
 *
 * <p>Rules are numbered in the order that decides which of several is found.
 */
abstract sealed class IndexNode permits IndexLeaf, ValueSplit, ChannelSplit, OsVersionSplit, RangeSplit {

    /** What is looked for: a rule that is accepted, among those that the query may concern. */
    record Search(PreparedQuery asked, RuleMatcher[] rules, Predicate<RuleMatcher> accepts) {

        boolean accepts(int place) {
            return accepts.test(rules[place]);
        }
    }

    private final int lowest;

    IndexNode(int lowest) {
        this.lowest = lowest;
    }

    /** The lowest place in this node, or {@code best}, of a rule that is accepted; rules from {@code best} on are left. */
    abstract int first(Search search, int best);

    static int first(@Nullable IndexNode node, Search search, int best) {
        return node == null || node.lowest >= best ? best : node.first(search, best);
    }
}
