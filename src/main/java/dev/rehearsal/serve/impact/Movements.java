package dev.rehearsal.serve.impact;

import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Movement.Flow;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The movements of a population tell who gets something else in one state than in another.
 *
 * @param moving only classes of which somebody does, in the population's order
 */
public record Movements(Population population, List<Movement> moving) {

    public Movements {
        moving = List.copyOf(moving);
    }

    /** Asks both states; whoever asks of several, one after the other, keeps an {@link AnsweredPopulation} instead. */
    public static Movements between(
            UpdateAnswers answers, ServedState before, ServedState after, Population population) {
        return AnsweredPopulation.of(answers, before, population).in(after).movements();
    }

    /** Returns the share of requests that get something else. */
    public Share changed() {
        return share((_, _) -> true);
    }

    /** @param wanted asked of everybody who gets something else; those of whom it is true are counted */
    public Share share(BiPredicate<RequestClass, Flow> wanted) {
        Tally tally = new Tally();
        moving.forEach(movement -> {
            double part = movement.flows().stream()
                    .filter(flow -> wanted.test(movement.asked(), flow))
                    .mapToDouble(Flow::share)
                    .sum();
            tally.add(movement.asked().requests(), part);
        });
        return tally.of(population);
    }
}
