package dev.rehearsal.serve.impact;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.Outcome;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answers that those get who ask the same, in one state: on both sides of background rates, weighted, never rolled.
 *
 * @param portions no two of the same; the main side first. The order is for people and says nothing else
 */
public record Answers(List<Portion> portions) {

    public Answers {
        portions = List.copyOf(portions);
    }

    /** @param share of those who ask, above 0; one where all get it */
    public record Portion(Got got, double share) {}

    /** Asks a state; a client who forces a side of a rate gets that one. */
    public static Answers of(UpdateAnswers answers, ServedState state, UpdateQuery query) {
        return of(answers.outcomes(state, request(query)), state, query);
    }

    /** @param rule the first that matches, null where none does */
    static Answers of(UpdateAnswers answers, ServedState state, @Nullable Rule rule, UpdateQuery query) {
        return of(answers.outcomes(state, rule, request(query)), state, query);
    }

    private static Evaluate request(UpdateQuery query) {
        return new Evaluate(query, query.urlVersion() == 0 ? Format.JSON : Format.XML);
    }

    private static Answers of(List<Outcome> outcomes, ServedState state, UpdateQuery query) {
        if (outcomes.size() == 1) {
            return new Answers(List.of(new Portion(Got.of(outcomes.getFirst().decided(), state, query), 1)));
        }
        List<Portion> portions = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            add(portions, Got.of(outcome.decided(), state, query), outcome.share());
        }
        return new Answers(portions);
    }

    private static void add(List<Portion> portions, Got got, double share) {
        for (int i = 0; i < portions.size(); i++) {
            if (portions.get(i).got().equals(got)) {
                portions.set(i, new Portion(got, portions.get(i).share() + share));
                return;
            }
        }
        portions.add(new Portion(got, share));
    }

    /** Returns the share of those who get it; 0 where nobody does. */
    public double share(Got got) {
        for (Portion portion : portions) {
            if (portion.got().equals(got)) {
                return portion.share();
            }
        }
        return 0;
    }

    /** Returns the share of those who get such. */
    public double share(Predicate<Got> wanted) {
        return portions.stream()
                .filter(portion -> wanted.test(portion.got()))
                .mapToDouble(Portion::share)
                .sum();
    }

    /** Whether nobody can tell one from the other. */
    public boolean areAs(Answers other) {
        if (this == other) {
            return true;
        }
        if (portions.size() != other.portions.size()) {
            return false;
        }
        for (Portion portion : portions) {
            if (Math.abs(other.share(portion.got()) - portion.share()) > Movement.NOBODY) {
                return false;
            }
        }
        return true;
    }

    /** Returns how people name them, such as {@code Firefox-150 at 25 %, else Firefox-149}. */
    public String told() {
        Map<String, Double> told = new LinkedHashMap<>();
        portions.forEach(portion -> told.merge(portion.got().told(), portion.share(), Double::sum));
        StringJoiner said = new StringJoiner(", ");
        told.forEach((name, share) -> {
            boolean isLast = said.length() > 0 && name.equals(lastOf(told));
            said.add(told.size() == 1 ? name : isLast ? "else " + name : name + " at " + percent(share) + " %");
        });
        return said.toString();
    }

    private static String lastOf(Map<String, Double> told) {
        return told.keySet().stream().reduce("", (_, name) -> name);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
