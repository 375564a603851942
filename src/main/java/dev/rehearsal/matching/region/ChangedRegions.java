package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds all clients who get something else when rules change: exactly, without asking a sample. What is not found is
 * named.
 *
 * <p>A client gets something else only where a rule that changes decides for it before, or after. So each such rule is
 * paired with those that may decide on the other side, and what comes before either is taken away.
 */
public final class ChangedRegions {

    /** Pairs of rules that are looked at: more would take seconds, and nobody would read them. */
    private static final int MOST_PAIRS = 1_000;

    private static final String TOO_MUCH = "too much changes to tell it all apart";

    /** How often a rule is held against a kind of client: rules that change are looked at until this is used up. */
    private static final int MOST_WEIGHED = 300_000;

    /** So many are looked at however much there is to hold against what. */
    private static final int ALWAYS_LOOKED_AT = 4;

    private final Side before;
    private final Side after;
    private final Set<RuleId> changed = new TreeSet<>();
    private final SingleCriteria single = new SingleCriteria();
    private final List<ChangedRegion> regions = new ArrayList<>();
    private final Set<String> unsaid = new TreeSet<>();
    private int pairs;
    private long weighed;
    private int lookedAt;

    /** @param served what a client gets for whom a rule, or none, decides: equal where that is the same */
    private record Side(
            RuleSet rules, Outlines outlines, Map<RuleId, Rule> byId, Function<@Nullable Rule, Object> served) {

        static Side of(RuleSet rules, Function<@Nullable Rule, Object> served) {
            Map<RuleId, Rule> byId = new HashMap<>();
            rules.inOrder().forEach(rule -> byId.put(rule.id(), rule));
            return new Side(rules, Outlines.of(rules), byId, served);
        }

        Object servedBy(@Nullable Rule rule) {
            return served.apply(rule);
        }
    }

    /**
     * @param regions in the order of the rules that change; no client is in two of them
     * @param unsaid why there may be more, each as the end of a sentence; empty where these are all
     */
    public record Found(List<ChangedRegion> regions, List<String> unsaid) {

        public static final Found NOTHING = new Found(List.of(), List.of());

        public Found {
            regions = List.copyOf(regions);
            unsaid = List.copyOf(unsaid);
        }
    }

    private ChangedRegions(Side before, Side after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param servedBefore what a client gets for whom a rule, or none, decides before: equal where it is the same
     * @param servedAfter likewise
     */
    public static Found between(
            RuleSet before,
            RuleSet after,
            Function<@Nullable Rule, Object> servedBefore,
            Function<@Nullable Rule, Object> servedAfter) {
        ChangedRegions search = new ChangedRegions(Side.of(before, servedBefore), Side.of(after, servedAfter));
        search.findChanged();
        search.find();
        return new Found(search.regions, List.copyOf(search.unsaid));
    }

    private void findChanged() {
        Stream.of(before, after).flatMap(side -> side.byId().values().stream()).forEach(rule -> {
            Rule was = before.byId().get(rule.id());
            Rule becomes = after.byId().get(rule.id());
            if (was == null || becomes == null || !decidesAlike(was, becomes)) {
                changed.add(rule.id());
                if (RuleSet.isBroken(rule)) {
                    unsaid.add("rule #" + rule.id() + " cannot be judged by what some clients say, who get an error");
                }
            }
        });
    }

    private boolean decidesAlike(Rule was, Rule becomes) {
        return was.priority() == becomes.priority()
                && Outline.asksTheSame(was, becomes)
                && before.servedBy(was).equals(after.servedBy(becomes));
    }

    private void find() {
        pairEach(before, after, true);
        pairEach(after, before, false);
    }

    private void pairEach(Side own, Side other, boolean isBefore) {
        own.rules().inOrder().stream()
                .filter(rule -> changed.contains(rule.id()))
                .forEach(rule -> pair(rule, own, other, isBefore));
    }

    private void pair(Rule rule, Side own, Side other, boolean isBefore) {
        if (isExhausted()) {
            unsaid.add(TOO_MUCH);
        } else {
            Pairing.of(rule, own.outlines(), other.outlines()).look(single, new Pairs(rule, own, other, isBefore));
        }
    }

    private boolean isExhausted() {
        return weighed > MOST_WEIGHED && lookedAt >= ALWAYS_LOOKED_AT;
    }

    /** Pairs of one rule that changes: where it decides before, those that decide after may change, too. */
    private final class Pairs implements Pairing.Search {

        private final Rule rule;
        private final Side own;
        private final Side other;
        private final boolean isBefore;

        Pairs(Rule rule, Side own, Side other, boolean isBefore) {
            this.rule = rule;
            this.own = own;
            this.other = other;
            this.isBefore = isBefore;
        }

        @Override
        public void weighs(long rulesByKinds) {
            weighed += rulesByKinds;
            lookedAt++;
        }

        @Override
        public boolean isWanted(@Nullable Rule partner) {
            boolean isCounted = !isBefore && partner != null && changed.contains(partner.id());
            if (isCounted || own.servedBy(rule).equals(other.servedBy(partner))) {
                return false;
            }
            if (++pairs > MOST_PAIRS) {
                unsaid(TOO_MUCH);
                return false;
            }
            return true;
        }

        @Override
        public boolean isConfirmed(@Nullable Rule partner, UpdateQuery client) {
            return rule.equals(own.rules().decidingFor(client))
                    && Objects.equals(partner, other.rules().decidingFor(client));
        }

        @Override
        public void found(@Nullable Rule partner, String clients, UpdateQuery example) {
            regions.add(
                    isBefore
                            ? new ChangedRegion(rule, partner, clients, example)
                            : new ChangedRegion(partner, rule, clients, example));
        }

        @Override
        public void unsaid(String why) {
            unsaid.add(why);
        }
    }
}
