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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells, without asking either of two states, for which queries they may have different answers. */
public final class Concern {

    private final Set<RuleId> ids;
    private final RuleSet arriving;
    private final boolean isOfPins;

    /**
     * @param differing rules that are in one state only, or lead to something that differs
     * @param arriving those that are in the second state only
     */
    private Concern(Set<Rule> differing, Set<Rule> arriving, boolean isOfPins) {
        this.ids = differing.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
        this.arriving = RuleSet.of(arriving);
        this.isOfPins = isOfPins;
    }

    public static Concern between(ServedState before, ServedState after) {
        Set<Rule> differing = new HashSet<>();
        Set<Rule> arriving = new HashSet<>();
        addDiffering(before, after, differing);
        addDiffering(after, before, arriving);
        differing.addAll(arriving);
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
        return new Concern(differing, arriving, isOfPins);
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

    /** Whether the states answer everybody alike. */
    boolean isNobodys() {
        return ids.isEmpty() && !isOfPins;
    }

    /** Whether a query may come to something else for whom this rule decides in the first state, or none does. */
    boolean mayDiffer(@Nullable Rule rule, UpdateQuery query) {
        return mayDiffer(rule == null ? null : rule.id(), query);
    }

    private boolean mayDiffer(@Nullable RuleId rule, UpdateQuery query) {
        return isOfPins && query.pin() != null || rule != null && ids.contains(rule);
    }

    /**
     * Whether a query may be decided otherwise in the second state.
     *
     * @param rule that decides in the first state; null where none does, or the query cannot be judged
     */
    public boolean isAbout(@Nullable RuleId rule, UpdateQuery query) {
        return rule == null || mayDiffer(rule, query) || arrivesFor(query);
    }

    private boolean arrivesFor(UpdateQuery query) {
        try {
            return arriving.firstMatch(query) != null;
        } catch (BadQueryException | UnanswerableException failure) {
            return true;
        }
    }

    /**
     * Returns the rule that decides in the second state, if one does; null where the query cannot be judged.
     *
     * @param was what decides in the first, which is in both, and comes to the same
     * @param asked tells it by asking
     */
    @Nullable
    Optional<Rule> decides(Optional<Rule> was, UpdateQuery query, Supplier<@Nullable Optional<Rule>> asked) {
        try {
            Rule first = arriving.firstMatch(query);
            return first == null || was.isPresent() && RuleSet.EVALUATION_ORDER.compare(was.get(), first) < 0
                    ? was
                    : Optional.of(first);
        } catch (BadQueryException | UnanswerableException failure) {
            return asked.get();
        }
    }
}
