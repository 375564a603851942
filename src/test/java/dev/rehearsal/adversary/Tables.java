package dev.rehearsal.adversary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is live by the acts that were accepted. */
final class Tables {

    final Map<Long, Map<String, Object>> rules = new HashMap<>();
    final Set<String> releases = new HashSet<>();

    Tables(World world) {
        world.rules.forEach((id, columns) -> rules.put(id, new HashMap<>(columns)));
        releases.addAll(world.releases());
    }

    List<Long> ruleIds() {
        return new ArrayList<>(new java.util.TreeSet<>(rules.keySet()));
    }

    Map<String, Object> rule(long id) {
        return rules.getOrDefault(id, Map.of());
    }

    void edit(long rule, Map<String, Object> columns) {
        rules.computeIfAbsent(rule, _ -> new HashMap<>()).putAll(columns);
    }

    /** Whether it is certain that a set cannot go on these tables, alone or after others, because of what it is. */
    boolean cannotTake(KnownSet set, List<KnownSet> others) {
        return set.wasAlone && set.changes.stream().anyMatch(change -> cannotTake(change, others));
    }

    private boolean cannotTake(Change change, List<KnownSet> others) {
        long rule = change.rule();
        if (rule == 0 || others.stream().anyMatch(other -> other.touches(rule))) {
            return false;
        }
        Map<String, Object> row = rules.get(rule);
        if (row == null) {
            return true;
        }
        return change.base().entrySet().stream().anyMatch(base -> {
            Object live = row.getOrDefault(base.getKey(), Change.NOTHING);
            Object wanted = change.columns().getOrDefault(base.getKey(), base.getValue());
            return !same(live, base.getValue()) && !same(live, wanted);
        });
    }

    private static boolean same(Object one, Object other) {
        return one.toString().equals(other.toString());
    }
}
