package dev.rehearsal.matching;

import java.util.List;
import java.util.function.Predicate;

/** What is looked for in an index: a rule that is accepted, among those that a query may concern. */
final class IndexSearch {

    private final PreparedQuery asked;
    private final RuleMatcher[] rules;
    private final Predicate<RuleMatcher> accepts;
    private final List<Dimension> dimensions;
    /** By dimension; null where nothing has asked for it yet. */
    private final int[][] offered;

    IndexSearch(PreparedQuery asked, RuleMatcher[] rules, Predicate<RuleMatcher> accepts, List<Dimension> dimensions) {
        this.asked = asked;
        this.rules = rules;
        this.accepts = accepts;
        this.dimensions = dimensions;
        this.offered = new int[dimensions.size()][];
    }

    boolean accepts(int place) {
        return accepts.test(rules[place]);
    }

    int[] offered(int dimension) {
        int[] known = offered[dimension];
        if (known == null) {
            known = dimensions.get(dimension).offeredBy(asked);
            offered[dimension] = known;
        }
        return known;
    }
}
