package dev.rehearsal.matching;

import java.util.List;
import java.util.function.Function;
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
    private final List<Dimension> dimensions;
    private final IndexTree tree;

    private RuleIndex(RuleMatcher[] inOrder, List<Dimension> dimensions) {
        this.inOrder = inOrder;
        this.dimensions = dimensions;
        this.tree = IndexBuilder.build(inOrder, dimensions);
    }

    static RuleIndex of(List<RuleMatcher> inOrder, Function<List<RuleMatcher>, List<Dimension>> dimensions) {
        return new RuleIndex(inOrder.toArray(RuleMatcher[]::new), dimensions.apply(inOrder));
    }

    /** @param accepts refuses every rule that the query does not meet in one of the index's dimensions */
    @Nullable
    RuleMatcher first(PreparedQuery asked, Predicate<RuleMatcher> accepts) {
        if (inOrder.length == 0) {
            return null;
        }
        int place = new IndexSearch(tree, asked, inOrder, accepts, dimensions).first(tree.root());
        return place == inOrder.length ? null : inOrder[place];
    }
}
