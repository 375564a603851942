package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A copy and a live rule that it may have been copied from. */
record Resemblance(Rule copy, Rule live, int distance) {

    /** To leave a copy alone is dearer than any resemblance, and to pair what is not alike is dearer still. */
    private static final int ALONE = 1_000;

    private static final int UNLIKE = 1_000_000;

    /** Above this many steps, about a second, the nearest are paired first. */
    private static final long MOST_STEPS = 500_000_000;

    private static final Comparator<Resemblance> NEAREST_FIRST = Comparator.comparingInt(Resemblance::distance)
            .thenComparing(alike -> alike.copy().id())
            .thenComparing(alike -> alike.live().id());

    /** Returns those that pair most copies, at the least distance altogether; no rule is in two of them. */
    static List<Resemblance> best(List<Resemblance> all) {
        List<Resemblance> best = new ArrayList<>();
        for (List<Resemblance> group : groups(all)) {
            long copies = count(group, Resemblance::copy);
            long columns = copies + count(group, Resemblance::live);
            best.addAll(copies * copies * columns > MOST_STEPS ? nearestFirst(group) : cheapest(group));
        }
        return best;
    }

    private static long count(List<Resemblance> group, Function<Resemblance, Rule> side) {
        return group.stream().map(alike -> side.apply(alike).id()).distinct().count();
    }

    /** Returns those that have rules in common, be it through others: how one group is paired is nothing to the next. */
    private static Collection<List<Resemblance>> groups(List<Resemblance> all) {
        Map<RuleId, List<Resemblance>> byRule = new LinkedHashMap<>();
        for (Resemblance alike : all) {
            byRule.computeIfAbsent(alike.copy.id(), id -> new ArrayList<>()).add(alike);
            byRule.computeIfAbsent(alike.live.id(), id -> new ArrayList<>()).add(alike);
        }
        List<List<Resemblance>> groups = new ArrayList<>();
        Set<RuleId> seen = new HashSet<>();
        for (RuleId first : byRule.keySet()) {
            Set<Resemblance> group = new LinkedHashSet<>();
            Deque<RuleId> toVisit = new ArrayDeque<>();
            if (seen.add(first)) {
                toVisit.add(first);
            }
            while (!toVisit.isEmpty()) {
                for (Resemblance alike : byRule.getOrDefault(toVisit.remove(), List.of())) {
                    group.add(alike);
                    List.of(alike.copy.id(), alike.live.id()).forEach(id -> {
                        if (seen.add(id)) {
                            toVisit.add(id);
                        }
                    });
                }
            }
            if (!group.isEmpty()) {
                groups.add(List.copyOf(group));
            }
        }
        return groups;
    }

    private static List<Resemblance> cheapest(List<Resemblance> group) {
        Map<RuleId, Integer> rows = new HashMap<>();
        Map<RuleId, Integer> columns = new HashMap<>();
        List<Resemblance> sorted = group.stream().sorted(NEAREST_FIRST).toList();
        for (Resemblance alike : sorted) {
            rows.putIfAbsent(alike.copy.id(), rows.size());
            columns.putIfAbsent(alike.live.id(), columns.size());
        }
        int[][] cost = new int[rows.size()][columns.size() + rows.size()];
        for (int[] row : cost) {
            Arrays.fill(row, 0, columns.size(), UNLIKE);
            Arrays.fill(row, columns.size(), row.length, ALONE);
        }
        Map<Integer, Map<Integer, Resemblance>> byPlace = new HashMap<>();
        for (Resemblance alike : sorted) {
            int row = rows.getOrDefault(alike.copy.id(), 0);
            int column = columns.getOrDefault(alike.live.id(), 0);
            cost[row][column] = alike.distance;
            byPlace.computeIfAbsent(row, number -> new HashMap<>()).put(column, alike);
        }
        int[] chosen = Assignment.cheapest(cost);
        List<Resemblance> pairs = new ArrayList<>();
        for (int row = 0; row < chosen.length; row++) {
            Resemblance alike = byPlace.getOrDefault(row, Map.of()).get(chosen[row]);
            if (alike != null) {
                pairs.add(alike);
            }
        }
        return pairs;
    }

    private static List<Resemblance> nearestFirst(List<Resemblance> group) {
        Set<RuleId> taken = new HashSet<>();
        List<Resemblance> pairs = new ArrayList<>();
        for (Resemblance alike : group.stream().sorted(NEAREST_FIRST).toList()) {
            if (!taken.contains(alike.copy.id()) && !taken.contains(alike.live.id())) {
                taken.add(alike.copy.id());
                taken.add(alike.live.id());
                pairs.add(alike);
            }
        }
        return pairs;
    }
}
