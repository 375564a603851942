package dev.rehearsal.matching.region;

import dev.rehearsal.matching.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The outlines of all rules of a set, in evaluation order; found by the product that they are for. */
final class Outlines {

    private static final Comparator<Outline> ORDER = Comparator.comparing(Outline::rule, RuleSet.EVALUATION_ORDER);

    private final List<Outline> all;
    /** Those for a product, and those for every product. */
    private final Map<String, List<Outline>> byProduct = new HashMap<>();

    private final List<Outline> forEvery = new ArrayList<>();
    private final List<Outline> failing;

    private Outlines(RuleSet rules) {
        this.all = rules.inOrder().stream().map(Outline::of).toList();
        this.failing =
                all.stream().filter(outline -> rules.canFail(outline.rule())).toList();
        for (Outline outline : all) {
            String product = outline.rule().product();
            if (product == null) {
                forEvery.add(outline);
                byProduct.values().forEach(some -> some.add(outline));
            } else {
                byProduct
                        .computeIfAbsent(product, _ -> new ArrayList<>(forEvery))
                        .add(outline);
            }
        }
    }

    static Outlines of(RuleSet rules) {
        return new Outlines(rules);
    }

    /** Returns those that come before a rule and may match clients of it. */
    List<Outline> before(Outline rule) {
        List<Outline> some = ofItsProduct(rule);
        return some.subList(0, place(rule, some)).stream().filter(rule::mayMeet).toList();
    }

    /** Returns those that come after a rule and may match clients of it. */
    Stream<Outline> after(Outline rule) {
        List<Outline> some = ofItsProduct(rule);
        return some.subList(place(rule, some), some.size()).stream()
                .filter(other -> !other.rule().id().equals(rule.rule().id()))
                .filter(rule::mayMeet);
    }

    /** Returns all that may match clients of a rule. */
    List<Outline> meeting(Outline rule) {
        return ofItsProduct(rule).stream().filter(rule::mayMeet).toList();
    }

    /** Returns those that clients of a rule may get an error by. */
    List<Outline> failing(Outline rule) {
        return failing.stream().filter(rule::mayMeetOutside).toList();
    }

    private List<Outline> ofItsProduct(Outline rule) {
        String product = rule.rule().product();
        return product == null ? all : byProduct.getOrDefault(product, forEvery);
    }

    private static int place(Outline rule, List<Outline> among) {
        int found = Collections.binarySearch(among, rule, ORDER);
        return found < 0 ? -(found + 1) : found;
    }
}
