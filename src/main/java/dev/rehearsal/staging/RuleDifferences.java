package dev.rehearsal.staging;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Deciding.DecidingRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what differs between the rules of one product in two states; ids only help to tell which rule became which. */
final class RuleDifferences {

    private final List<DecidingRule> before;
    private final List<DecidingRule> after;
    private final List<Pair> pairs = new ArrayList<>();

    private RuleDifferences(List<DecidingRule> before, List<DecidingRule> after) {
        this.before = before;
        this.after = after;
    }

    /** Holds one rule as it is in both states, with its place in each. */
    private record Pair(DecidingRule was, int placeBefore, DecidingRule becomes, int placeAfter) {

        boolean keepsItsPriority() {
            return was.rule().id().equals(becomes.rule().id())
                    && was.rule().priority() == becomes.rule().priority();
        }
    }

    /** @param tablesBefore where a rule may be that does not match yet */
    static List<StateDifference> between(
            Deciding.OfProduct was, Deciding.OfProduct becomes, Tables tablesBefore, Tables tablesAfter) {
        if (decideAlike(was.rules(), becomes.rules())) {
            return was.orderOfIds().equals(becomes.orderOfIds())
                    ? List.of()
                    : List.of(new StateDifference.RulesRenumbered());
        }
        return new RuleDifferences(was.rules(), becomes.rules()).find(tablesBefore, tablesAfter);
    }

    private static boolean decideAlike(List<DecidingRule> some, List<DecidingRule> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int place = 0; place < some.size(); place++) {
            if (!some.get(place).decidesAs(others.get(place))) {
                return false;
            }
        }
        return true;
    }

    private List<StateDifference> find(Tables tablesBefore, Tables tablesAfter) {
        boolean[] pairedBefore = new boolean[before.size()];
        boolean[] pairedAfter = new boolean[after.size()];
        pairById(pairedBefore, pairedAfter);
        pairByContent(pairedBefore, pairedAfter);
        pairs.sort(Comparator.comparingInt(Pair::placeAfter));
        List<StateDifference> differences = new ArrayList<>();
        for (int place = 0; place < after.size(); place++) {
            if (!pairedAfter[place]) {
                Rule rule = after.get(place).rule();
                differences.add(
                        new StateDifference.RuleAdded(rule, tablesBefore.rules().get(rule.id())));
            }
        }
        for (int place = 0; place < before.size(); place++) {
            if (!pairedBefore[place]) {
                Rule rule = before.get(place).rule();
                differences.add(new StateDifference.RuleRemoved(
                        rule, tablesAfter.rules().get(rule.id())));
            }
        }
        for (Pair pair : pairs) {
            List<RuleField> fields = pair.becomes().columnsUnlike(pair.was());
            if (!fields.isEmpty()) {
                differences.add(new StateDifference.RuleEdited(
                        pair.was().rule(), pair.becomes().rule(), fields));
            }
        }
        addMoved(differences);
        return differences;
    }

    private void pairById(boolean[] pairedBefore, boolean[] pairedAfter) {
        Map<RuleId, Integer> places = new HashMap<>();
        for (int place = 0; place < before.size(); place++) {
            places.put(before.get(place).rule().id(), place);
        }
        for (int place = 0; place < after.size(); place++) {
            Integer placeBefore = places.get(after.get(place).rule().id());
            if (placeBefore != null) {
                pair(placeBefore, place, pairedBefore, pairedAfter);
            }
        }
    }

    /** What is left over may have been renumbered, as by an import. */
    private void pairByContent(boolean[] pairedBefore, boolean[] pairedAfter) {
        Map<List<@Nullable String>, Deque<Integer>> places = new HashMap<>();
        for (int place = 0; place < before.size(); place++) {
            if (!pairedBefore[place]) {
                places.computeIfAbsent(before.get(place).decisive(), content -> new ArrayDeque<>())
                        .add(place);
            }
        }
        for (int place = 0; place < after.size(); place++) {
            Deque<Integer> same =
                    pairedAfter[place] ? null : places.get(after.get(place).decisive());
            Integer placeBefore = same == null ? null : same.poll();
            if (placeBefore != null) {
                pair(placeBefore, place, pairedBefore, pairedAfter);
            }
        }
    }

    private void pair(int placeBefore, int placeAfter, boolean[] pairedBefore, boolean[] pairedAfter) {
        pairs.add(new Pair(before.get(placeBefore), placeBefore, after.get(placeAfter), placeAfter));
        pairedBefore[placeBefore] = true;
        pairedAfter[placeAfter] = true;
    }

    /** As few rules as explain the new order, and of these rather those whose priority was edited. */
    private void addMoved(List<StateDifference> differences) {
        int[] places = pairs.stream().mapToInt(Pair::placeBefore).toArray();
        // Those that keep id and priority are in order among themselves: together they outweigh all others.
        long[] weights = pairs.stream()
                .mapToLong(pair -> pair.keepsItsPriority() ? pairs.size() + 1L : 1L)
                .toArray();
        boolean[] inPlace = LongestIncreasingRun.find(places, weights);
        int[] ranks = ranks(places);
        for (int rank = 0; rank < inPlace.length; rank++) {
            if (!inPlace[rank]) {
                Pair pair = pairs.get(rank);
                differences.add(new StateDifference.RuleMoved(
                        pair.was().rule(), pair.becomes().rule(), rank < ranks[rank]));
            }
        }
    }

    /** Returns which place each had among those that are still there. */
    private static int[] ranks(int[] places) {
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            ranks[i] = Arrays.binarySearch(sorted, places[i]);
        }
        return ranks;
    }
}
