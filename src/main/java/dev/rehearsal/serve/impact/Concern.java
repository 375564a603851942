package dev.rehearsal.serve.impact;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.SuperBlob;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.ServedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells, without asking either of two states, for which queries they may have different answers. What it leaves out has the
 * same answer in both: neither a rule that differs nor one that leads to a release that differs is about it.
 */
final class Concern implements Predicate<UpdateQuery> {

    /** Rules of both states, numbered anew. */
    private final RuleSet rules;

    private final boolean isOfPins;

    private Concern(RuleSet rules, boolean isOfPins) {
        this.rules = rules;
        this.isOfPins = isOfPins;
    }

    static Concern between(ServedState before, ServedState after) {
        Set<Rule> differing = new HashSet<>();
        addDiffering(before, after, differing);
        addDiffering(after, before, differing);
        Set<ReleaseName> releases = new HashSet<>();
        addDifferingReleases(before, after, releases);
        boolean pinsDiffer = !before.pins().releases().equals(after.pins().releases());
        boolean anything = !differing.isEmpty() || !releases.isEmpty() || pinsDiffer;
        boolean isOfPins = pinsDiffer;
        if (anything) {
            for (ServedState state : List.of(before, after)) {
                addReaching(state, releases);
                state.rules().inOrder().stream()
                        .filter(rule -> leadsTo(rule, releases))
                        .forEach(differing::add);
                isOfPins |= state.pins().releases().values().stream().anyMatch(releases::contains);
            }
        }
        return new Concern(numbered(differing), isOfPins);
    }

    private static void addDiffering(ServedState state, ServedState other, Set<Rule> differing) {
        List<Rule> rules = state.rules().inOrder();
        if (rules == other.rules().inOrder()) {
            return;
        }
        Map<RuleId, Rule> others = new HashMap<>();
        other.rules().inOrder().forEach(rule -> others.put(rule.id(), rule));
        for (Rule rule : rules) {
            Rule same = others.get(rule.id());
            if (same != rule && !rule.equals(same)) {
                differing.add(rule);
            }
        }
    }

    private static void addDifferingReleases(ServedState before, ServedState after, Set<ReleaseName> differing) {
        if (before.releases() == after.releases()) {
            return;
        }
        Stream.concat(before.releases().keySet().stream(), after.releases().keySet().stream())
                .filter(name -> !isSame(before.release(name), after.release(name)))
                .forEach(differing::add);
    }

    private static boolean isSame(@Nullable Release was, @Nullable Release becomes) {
        return was != null
                && becomes != null
                && was.content().equals(becomes.content())
                && was.product().equals(becomes.product());
    }

    /** Adds what brings along a release that differs; a superblob of products may bring anything. */
    private static void addReaching(ServedState state, Set<ReleaseName> releases) {
        Set<ReleaseName> differing = Set.copyOf(releases);
        Set<ReleaseName> served = new HashSet<>();
        state.pins().releases().values().forEach(name -> addServed(state, name, served));
        state.rules().inOrder().forEach(rule -> targets(rule).forEach(name -> addServed(state, name, served)));
        for (ReleaseName name : served) {
            Blob blob = state.blob(name);
            if (blob != null && blob.references().stream().anyMatch(differing::contains)) {
                releases.add(name);
            }
        }
        for (ReleaseName name : served) {
            if (state.blob(name) instanceof SuperBlob parent
                    && (!parent.products().isEmpty() || parent.blobs().stream().anyMatch(releases::contains))) {
                releases.add(name);
            }
        }
    }

    private static void addServed(ServedState state, ReleaseName name, Set<ReleaseName> served) {
        if (served.add(name) && state.blob(name) instanceof SuperBlob parent) {
            parent.blobs().forEach(part -> addServed(state, part, served));
        }
    }

    private static boolean leadsTo(Rule rule, Set<ReleaseName> releases) {
        return targets(rule).anyMatch(releases::contains);
    }

    private static Stream<ReleaseName> targets(Rule rule) {
        return Stream.of(rule.mapping(), rule.fallbackMapping()).filter(Objects::nonNull);
    }

    private static RuleSet numbered(Set<Rule> rules) {
        List<Rule> numbered = new ArrayList<>(rules.size());
        rules.forEach(rule -> numbered.add(rule.withId(new RuleId(numbered.size() + 1L))));
        return RuleSet.of(numbered);
    }

    @Override
    public boolean test(UpdateQuery query) {
        if (isOfPins && query.pin() != null) {
            return true;
        }
        try {
            return rules.firstMatch(query) != null;
        } catch (BadQueryException | UnanswerableException failure) {
            return true;
        }
    }
}
