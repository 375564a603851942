package dev.rehearsal.enactment.exploration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through all sequences of acts from one state, equal states once, and counts. */
final class Explorer {

    private final Desk desk;
    private final Map<Kind, Integer> accepted = new EnumMap<>(Kind.class);
    private final Map<String, List<Act>> violations = new LinkedHashMap<>();
    private long transitions;
    private long states;
    private int deepest;
    private int complete = Integer.MAX_VALUE;

    Explorer(Desk desk) {
        this.desk = desk;
    }

    private record Node(World world, List<Act> path) {}

    /** @param mostTransitions where it stops; what was left out is a part of the last depth */
    void explore(World start, List<Act> acts, int depth, long mostTransitions) {
        Set<Integer> visited = new HashSet<>(Set.of(StateKey.of(start)));
        List<Node> level = List.of(new Node(start, List.of()));
        long end = transitions + mostTransitions;
        for (int at = 1; at <= depth && !level.isEmpty(); at++) {
            List<Node> next = new ArrayList<>();
            for (Node node : level) {
                if (transitions >= end) {
                    complete = Math.min(complete, at - 1);
                    return;
                }
                for (Act act : acts) {
                    transitions++;
                    World reached = tried(node, act);
                    if (reached != null) {
                        accepted.merge(act.kind(), 1, Integer::sum);
                        if (visited.add(StateKey.of(reached))) {
                            states++;
                            List<Act> path = new ArrayList<>(node.path());
                            path.add(act);
                            next.add(new Node(reached, path));
                        }
                    }
                }
            }
            deepest = Math.max(deepest, at);
            level = next;
        }
    }

    private @Nullable World tried(Node node, Act act) {
        try {
            return act.on(desk, node.world());
        } catch (Violation found) {
            List<Act> path = new ArrayList<>(node.path());
            path.add(act);
            violations.putIfAbsent(String.valueOf(found.getMessage()), path);
            return null;
        }
    }

    Map<Kind, Integer> accepted() {
        return accepted;
    }

    /** Each with the first, and so a shortest path to it. */
    Map<String, List<Act>> violations() {
        return violations;
    }

    long transitions() {
        return transitions;
    }

    long states() {
        return states;
    }

    int deepest() {
        return deepest;
    }

    /** Returns the depth to which nothing was left out. */
    int complete() {
        return complete;
    }
}
