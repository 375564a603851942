package dev.rehearsal.matching;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule set holds all rules of one state, in evaluation order and indexed; immutable.
 *
 * <p>For ten thousand rules, making a set costs a millisecond or two if it resembles one that exists. The first query
 * costs some more, since only then the index is built; the others cost a microsecond or two.
 */
public final class RuleSet {

    /** Priority descending, then rule id ascending. */
    public static final Comparator<Rule> EVALUATION_ORDER =
            Comparator.comparingInt(Rule::priority).reversed().thenComparing(Rule::id);

    private static final RuleSet EMPTY = new RuleSet(List.of(), List.of());

    private final List<Rule> inOrder;
    private final List<RuleMatcher> matchers;
    private final Lazy<RuleIndex> matching;
    /** Rules that can make an evaluation fail. */
    private final Lazy<RuleIndex> broken;
    /** Rules that can make one fail whose version cannot be relied on: also all that look at it. */
    private final Lazy<RuleIndex> brokenOrVersioned;

    private final Lazy<Set<RuleId>> idsOfBroken;

    private RuleSet(List<Rule> inOrder, List<RuleMatcher> matchers) {
        this.inOrder = inOrder;
        this.matchers = matchers;
        this.matching = new Lazy<>(() -> RuleIndex.of(matchers, Dimension::ofMatches));
        this.broken = new Lazy<>(() -> suspects(RuleMatcher::canFail));
        this.idsOfBroken = new Lazy<>(() -> matchers.stream()
                .filter(RuleMatcher::canFail)
                .map(matcher -> matcher.rule().id())
                .collect(Collectors.toUnmodifiableSet()));
        this.brokenOrVersioned = new Lazy<>(() -> suspects(rule -> rule.judgesVersion() || rule.canFail()));
    }

    public static RuleSet of(Collection<Rule> rules) {
        return of(rules, EMPTY);
    }

    /** @param similar a set whose compiled rules are taken over where a rule is the same; itself if all are */
    public static RuleSet of(Collection<Rule> rules, RuleSet similar) {
        List<Rule> inOrder = rules.stream().sorted(EVALUATION_ORDER).toList();
        return inOrder.equals(similar.inOrder) ? similar : new RuleSet(inOrder, compile(inOrder, similar));
    }

    /** Goes through both sets in their common order. */
    private static List<RuleMatcher> compile(List<Rule> inOrder, RuleSet similar) {
        RuleCompiler compiler = new RuleCompiler();
        List<RuleMatcher> matchers = new ArrayList<>(inOrder.size());
        int next = 0;
        for (Rule rule : inOrder) {
            while (next < similar.inOrder.size() && EVALUATION_ORDER.compare(similar.inOrder.get(next), rule) < 0) {
                next++;
            }
            boolean same =
                    next < similar.inOrder.size() && similar.inOrder.get(next).equals(rule);
            matchers.add(same ? similar.matchers.get(next) : compiler.compile(rule));
        }
        return List.copyOf(matchers);
    }

    /** Priority descending, then rule id ascending. */
    public List<Rule> inOrder() {
        return inOrder;
    }

    /**
     * The rule that answers a query; null where none matches.
     *
     * <p>A Balrog fact: all candidates are judged before the first is taken, in the order of their ids. So a rule that
     * cannot be judged spoils the answer even where one of higher priority matches.
     *
     * @throws BadQueryException as Balrog's 400
     * @throws UnanswerableException where Balrog would fail with a 500
     */
    public @Nullable Rule firstMatch(UpdateQuery query) {
        PreparedQuery asked = PreparedQuery.of(query);
        failWhereBalrogFails(asked);
        RuleMatcher first = matching.get().first(asked, rule -> rule.matches(asked));
        return first == null ? null : first.rule();
    }

    /** Returns the rule that decides for a client; null where none matches, or where the client gets an error. */
    public @Nullable Rule decidingFor(UpdateQuery client) {
        try {
            return firstMatch(client);
        } catch (BadQueryException | UnanswerableException failure) {
            return null;
        }
    }

    private void failWhereBalrogFails(PreparedQuery asked) {
        Lazy<RuleIndex> suspects = asked.version().isSound() ? broken : brokenOrVersioned;
        RuleMatcher failing = suspects.get().first(asked, rule -> rule.failureOn(asked) != null);
        if (failing != null) {
            throw requireNonNull(failing.failureOn(asked));
        }
    }

    private RuleIndex suspects(Predicate<RuleMatcher> suspect) {
        List<RuleMatcher> byId = matchers.stream()
                .filter(suspect)
                .sorted(Comparator.comparing(rule -> rule.rule().id()))
                .toList();
        return RuleIndex.of(byId, Dimension::ofCandidates);
    }

    /** Says of a rule that belongs to no set yet what {@link #canFail} says of one that does. */
    public static boolean isBroken(Rule rule) {
        return new RuleCompiler().compile(rule).canFail();
    }

    /**
     * Whether there are queries with a proper version that this rule of the set cannot be judged by. Where several rules
     * fail, the one with the lowest id decides how the query does: only then do ids decide answers.
     */
    public boolean canFail(Rule rule) {
        return idsOfBroken.get().contains(rule.id());
    }

    /** How every rule that concerns the query's product fares; never throws. Costs time in proportion to the rules. */
    public Evaluation evaluate(UpdateQuery query) {
        return Evaluation.of(this, matchers, query);
    }
}
