package dev.rehearsal.change.store;

import dev.rehearsal.change.Subject;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which change of a set each of its next changes goes on with, and so keeps its id: the one whose id it names, else one
 * about the same part, else one about the same row.
 */
final class Succession {

    /** What a change has that is not stored yet. */
    static final ChangeId NEW = new ChangeId(0);

    private final Set<Change> left;
    private final List<Change> next;
    private final Map<Integer, Change> before = new HashMap<>();

    /** @param next each makes its change for a new id, unless it insists on another */
    Succession(List<Change> known, List<Function<ChangeId, Change>> next) {
        this.left = new LinkedHashSet<>(known);
        this.next = next.stream().map(change -> change.apply(NEW)).toList();
        match(change -> change.id().toString());
        match(Succession::part);
        match(Succession::row);
    }

    /** Null where the next change at this place is a new one. */
    @Nullable
    Change before(int place) {
        return before.get(place);
    }

    /** The changes that the set had and does not go on with. */
    Collection<Change> gone() {
        return left;
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
