package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules that may take clients from a rule.
 *
 * @param before those that come first and may match its clients, in evaluation order
 * @param failing those that may fail on its clients, wherever they stand
 */
record Precedence(Outline rule, List<Outline> before, List<Outline> failing) {

    /** Beyond this a shorter list would not be read either, and costs time to find. */
    private static final int MOST_TRIED = 40;

    static Precedence over(Rule rule, Outlines outlines) {
        Outline own = Outline.of(rule);
        return new Precedence(own, outlines.before(own), outlines.failing(own));
    }

    List<Rule> withItself() {
        return Stream.of(Stream.of(rule), before.stream(), failing.stream())
                .flatMap(rules -> rules)
                .map(Outline::rule)
                .toList();
    }

    /** Returns what they take; the largest first, as far as one can tell. */
    List<Box> boxes(Space space) {
        List<Box> boxes = new ArrayList<>();
        failing.forEach(other -> boxes.addAll(space.failing(other.rule())));
        before.stream()
                .sorted(Comparator.comparingInt(other -> other.demands().size()))
                .forEach(other -> boxes.addAll(space.of(other.rule())));
        return boxes;
    }

    /** Returns rules that may each leave nobody by itself, as far as one can see; if one surely does, that alone. */
    List<Outline> candidates() {
        return before.stream()
                .filter(other -> other.surelyCovers(rule))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> before.stream()
                        .filter(other -> other.mayCover(rule))
                        .limit(MOST_TRIED)
                        .toList());
    }

    /** @param suffices whether fewer rules leave nobody either */
    Turn.Never least(Predicate<Precedence> suffices) {
        Precedence least = this;
        for (Outline other : Stream.concat(failing.stream(), before.reversed().stream())
                .limit(MOST_TRIED)
                .toList()) {
            Precedence fewer = least.without(other);
            least = suffices.test(fewer) ? fewer : least;
        }
        return least.never();
    }

    private Turn.Never never() {
        return new Turn.Never(rules(before), rules(failing));
    }

    private Precedence without(Outline other) {
        return new Precedence(
                rule,
                before.stream().filter(kept -> kept != other).toList(),
                failing.stream().filter(kept -> kept != other).toList());
    }

    private static List<Rule> rules(List<Outline> outlines) {
        return outlines.stream().map(Outline::rule).toList();
    }
}
