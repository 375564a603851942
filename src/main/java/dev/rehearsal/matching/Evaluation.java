package dev.rehearsal.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation tells how a query fared with each rule that concerns its product: for people who ask why.
 *
 * @param considered in evaluation order, also those after the chosen one
 * @param chosen null if no rule matches, or if the evaluation fails
 * @param error why the query gets no answer at all; null if it gets one
 */
public record Evaluation(
        List<Considered> considered,
        @Nullable Rule chosen,
        @Nullable String error) {

    public record Considered(Rule rule, Outcome outcome) {}

    public sealed interface Outcome {

        /** One sentence for a person. */
        String sentence();
    }

    /** All criteria are met. Of several such rules the first is chosen. */
    public record Matched() implements Outcome {

        @Override
        public String sentence() {
            return "Every criterion is met.";
        }
    }

    /**
     * The first criterion that is not met.
     *
     * @param sent what the query says; null if it says nothing
     */
    public record Missed(
            Criterion criterion, String asked, @Nullable String sent) implements Outcome {

        @Override
        public String sentence() {
            String field = criterion.field().wireName();
            return sent == null
                    ? "The rule asks for " + field + " " + quoted(asked) + ", the query does not say."
                    : "The rule asks for " + field + " " + quoted(asked) + ", the query says " + quoted(sent) + ".";
        }

        private static String quoted(String value) {
            return "\"" + value + "\"";
        }
    }

    /** The rule cannot be judged, and so the query gets no update, whichever other rule matches. */
    public record Failed(String reason) implements Outcome {

        @Override
        public String sentence() {
            return reason;
        }
    }

    static Evaluation of(RuleSet rules, List<RuleMatcher> matchers, UpdateQuery query) {
        PreparedQuery asked = PreparedQuery.of(query);
        List<Considered> considered = new ArrayList<>();
        for (RuleMatcher matcher : matchers) {
            if (matcher.concerns(query.product())) {
                considered.add(new Considered(matcher.rule(), outcome(matcher, asked)));
            }
        }
        try {
            return new Evaluation(List.copyOf(considered), rules.firstMatch(query), null);
        } catch (BadQueryException | UnanswerableException failure) {
            return new Evaluation(List.copyOf(considered), null, failure.getMessage());
        }
    }

    private static Outcome outcome(RuleMatcher matcher, PreparedQuery asked) {
        RuntimeException failure = matcher.failureOn(asked);
        if (failure != null) {
            return new Failed(String.valueOf(failure.getMessage()));
        }
        Criterion missed = matcher.firstMismatch(asked);
        return missed == null
                ? new Matched()
                : new Missed(missed, String.valueOf(missed.askedBy(matcher.rule())), missed.sentIn(asked.query()));
    }
}
