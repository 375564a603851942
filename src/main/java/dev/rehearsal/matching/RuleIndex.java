package dev.rehearsal.matching;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first rule in an order that a query and a test agree on.
 *
 * <p>A decision tree over what rules ask for. A rule that asks nothing of a criterion stands beside those that do, so a
 * search follows two branches at a split, and leaves a branch whose first rule comes after one already found. The cost
 * grows with the number of criteria in use and the logarithm of the values in use, hardly with the number of rules.
 */
final class RuleIndex {

    private final RuleMatcher[] inOrder;
    private final @Nullable IndexNode root;

    private RuleIndex(RuleMatcher[] inOrder, List<Dimension> dimensions) {
        this.inOrder = inOrder;
        this.root = new IndexBuilder(inOrder, dimensions).build();
    }

    static RuleIndex of(List<RuleMatcher> inOrder, List<Dimension> dimensions) {
        return new RuleIndex(inOrder.toArray(RuleMatcher[]::new), dimensions);
    }

    /** @param accepts refuses every rule that the query does not meet in one of the index's dimensions */
    @Nullable
    RuleMatcher first(PreparedQuery asked, Predicate<RuleMatcher> accepts) {
        int place = IndexNode.first(root, new IndexNode.Search(asked, inOrder, accepts), inOrder.length);
        return place == inOrder.length ? null : inOrder[place];
    }
}
