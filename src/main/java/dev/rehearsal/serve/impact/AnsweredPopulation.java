package dev.rehearsal.serve.impact;

import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A population and what each of its classes gets in a state. A class is asked for at most once, and only where somebody wants
 * to know: what a change of the state does not concern is known from the state before. Safe for use by many threads.
 */
public final class AnsweredPopulation {

    private final UpdateAnswers answers;
    private final ServedState state;
    private final Population population;
    private final @Nullable AnsweredPopulation before;
    private final BitSet concerned;
    private final @Nullable Answers[] known;

    private AnsweredPopulation(
            UpdateAnswers answers, ServedState state, Population population, @Nullable AnsweredPopulation before) {
        this.answers = answers;
        this.state = state;
        this.population = population;
        this.before = before;
        this.concerned = before == null ? all(population) : concerned(population, before.state, state);
        this.known = new Answers[population.classes().size()];
    }

    /** @param answers of a node that answers test channels or not: populations are those of live channels */
    public static AnsweredPopulation of(UpdateAnswers answers, ServedState state, Population population) {
        return new AnsweredPopulation(answers, state, population, null);
    }

    /** Returns the same population in another state, which is the cheaper the more alike the states are. */
    public AnsweredPopulation in(ServedState other) {
        return new AnsweredPopulation(answers, other, population, this);
    }

    private static BitSet all(Population population) {
        BitSet all = new BitSet();
        all.set(0, population.classes().size());
        return all;
    }

    private static BitSet concerned(Population population, ServedState before, ServedState after) {
        Concern concern = Concern.between(before, after);
        BitSet concerned = new BitSet();
        for (int i = 0; i < population.classes().size(); i++) {
            concerned.set(i, concern.test(population.classes().get(i).query()));
        }
        return concerned;
    }

    public Population population() {
        return population;
    }

    /** @param place of the class in the population */
    public Answers of(int place) {
        Answers own = known[place];
        if (own != null) {
            return own;
        }
        AnsweredPopulation asked = this;
        while (asked.before != null && !asked.concerned.get(place)) {
            asked = asked.before;
        }
        if (asked != this) {
            return asked.of(place);
        }
        Answers found =
                Answers.of(answers, state, population.classes().get(place).query());
        known[place] = found;
        return found;
    }

    /**
     * Returns who gets something else here than there.
     *
     * @param there what this came from by {@link #in}, in one step or in several
     */
    public Movements since(AnsweredPopulation there) {
        BitSet asked = new BitSet();
        for (AnsweredPopulation here = this; here != there; here = here.before) {
            if (here == null) {
                throw new IllegalArgumentException("this did not come from there");
            }
            asked.or(here.concerned);
        }
        return new Movements(
                population,
                asked.stream()
                        .mapToObj(place -> new Movement(population.classes().get(place), there.of(place), of(place)))
                        .filter(Movement::isOne)
                        .toList());
    }
}
