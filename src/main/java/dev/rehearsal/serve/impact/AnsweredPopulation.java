package dev.rehearsal.serve.impact;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A population and what each of its classes gets in a state. A class is asked at most once in a state, and only where that may
 * tell something new: what a change of the state does not concern is known from the first state. Safe for use by many threads.
 */
public final class AnsweredPopulation {

    private final UpdateAnswers answers;
    private final ServedState state;
    private final Population population;
    /** What it is in the state that came first; null for that one. */
    private final @Nullable AnsweredPopulation first;
    /** Answers by place; null for what nobody asked for, or is as in the first state. */
    private final @Nullable Answers[] known;

    private final @Nullable Optional<Rule>[] deciding;
    /** Equal answers are kept once: there are far fewer than there are classes. */
    private final Map<Answers, Answers> distinct;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private AnsweredPopulation(UpdateAnswers answers, ServedState state, Population population) {
        this.answers = answers;
        this.state = state;
        this.population = population;
        this.first = null;
        this.known = new Answers[population.classes().size()];
        this.deciding = new Optional[population.classes().size()];
        this.distinct = new ConcurrentHashMap<>();
    }

    private AnsweredPopulation(AnsweredPopulation before, ServedState state) {
        this.answers = before.answers;
        this.state = state;
        this.population = before.population;
        this.first = before.first == null ? before : before.first;
        this.distinct = before.distinct;
        this.known = before.first == null ? new Answers[before.known.length] : before.known.clone();
        this.deciding = before.deciding.clone();
    }

    /** Asks nobody yet. */
    public static AnsweredPopulation of(UpdateAnswers answers, ServedState state, Population population) {
        return new AnsweredPopulation(answers, state, population);
    }

    /** Asks the same population in another state: the cheaper, the more alike the states are. */
    public AnsweredPopulation in(ServedState other) {
        Concern concern = Concern.between(state, other);
        AnsweredPopulation there = new AnsweredPopulation(this, other);
        if (!concern.isNobodys()) {
            places().forEach(place -> there.ask(place, this, concern));
        }
        return there;
    }

    private IntStream places() {
        return IntStream.range(0, known.length).parallel();
    }

    private void ask(int place, AnsweredPopulation before, Concern concern) {
        Optional<Rule> was = before.deciding(place);
        if (was == null || concern.mayDiffer(was.orElse(null), query(place))) {
            deciding[place] = decide(place);
            known[place] = answer(place, deciding[place]);
            return;
        }
        Optional<Rule> rule = concern.decides(was, query(place), () -> decide(place));
        deciding[place] = rule;
        if (!was.equals(rule)) {
            known[place] = answer(place, rule);
        }
    }

    public Population population() {
        return population;
    }

    private UpdateQuery query(int place) {
        return population.classes().get(place).query();
    }

    /** @param place of the class in the population */
    public Answers of(int place) {
        Answers asked = known[place];
        if (asked != null) {
            return asked;
        }
        if (first != null) {
            return first.of(place);
        }
        Answers found = answer(place, deciding(place));
        known[place] = found;
        return found;
    }

    private Answers answer(int place, @Nullable Optional<Rule> rule) {
        Answers found = rule == null
                ? Answers.of(answers, state, query(place))
                : Answers.of(answers, state, rule.orElse(null), query(place));
        Answers same = distinct.putIfAbsent(found, found);
        return same == null ? found : same;
    }

    /** Returns the rule that decides, if one does; null where the query cannot be judged. */
    private @Nullable Optional<Rule> deciding(int place) {
        if (deciding[place] == null) {
            deciding[place] = decide(place);
        }
        return deciding[place];
    }

    private @Nullable Optional<Rule> decide(int place) {
        try {
            return Optional.ofNullable(state.rules().firstMatch(query(place)));
        } catch (BadQueryException | UnanswerableException failure) {
            return null;
        }
    }

    /** Returns who gets something else than in the first state. */
    public Movements movements() {
        AnsweredPopulation before = first == null ? this : first;
        List<Movement> moving = places().filter(place ->
                        before != this && known[place] != null && !of(place).areAs(before.of(place)))
                .mapToObj(place -> new Movement(population.classes().get(place), before.of(place), of(place)))
                .toList();
        return new Movements(population, moving);
    }
}
