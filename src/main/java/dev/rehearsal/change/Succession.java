package dev.rehearsal.change;

import dev.rehearsal.staging.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds which change of a set each of its next changes goes on with, and so keeps its id: the one whose id it names,
 * else one about the same part, else one about the same row.
 */
final class Succession {

    private final Set<Change> left;
    private final List<Change> next;
    private final Map<Integer, Change> before = new HashMap<>();

    private Succession(List<Change> known, List<Change> next) {
        this.left = new LinkedHashSet<>(known);
        this.next = next;
        match(change -> change.id().toString());
        match(Succession::part);
        match(Succession::row);
    }

    /** The next changes, each with the id of the one that it goes on with, or with its own. */
    static List<Change> of(List<Change> known, List<Change> next) {
        Succession succession = new Succession(known, next);
        List<Change> changes = new ArrayList<>();
        for (int place = 0; place < next.size(); place++) {
            Change goesOn = succession.before.get(place);
            changes.add(goesOn == null ? next.get(place) : next.get(place).withId(goesOn.id()));
        }
        return changes;
    }

    private void match(Function<Change, String> key) {
        Map<String, Deque<Change>> known = new HashMap<>();
        left.forEach(change -> known.computeIfAbsent(key.apply(change), unseen -> new ArrayDeque<>())
                .add(change));
        for (int place = 0; place < next.size(); place++) {
            Deque<Change> same = known.getOrDefault(key.apply(next.get(place)), new ArrayDeque<>());
            if (!before.containsKey(place) && !same.isEmpty()) {
                Change goesOn = same.remove();
                before.put(place, goesOn);
                left.remove(goesOn);
            }
        }
    }

    /** A release written part by part has several changes. */
    private static String part(Change change) {
        return change instanceof Change.ReleaseEdit edit && edit.fields().size() == 1
                ? row(change) + " " + edit.fields().keySet().iterator().next().label()
                : row(change);
    }

    /** The id of a rule that is still to be added says nothing. */
    private static String row(Change change) {
        if (change instanceof Change.RuleAddition) {
            return "rule";
        }
        Subject subject = Subject.of(change);
        return subject.object() + " " + subject.target();
    }
}
