package dev.rehearsal.stories;

import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A change set of the model: plain and changeable. */
final class ModelSet {

    enum State {
        PENDING,
        HELD,
        ENACTED,
        WITHDRAWN
    }

    final ChangeSetId id;
    int due;
    State state = State.PENDING;
    List<Change> changes = new ArrayList<>();

    /** Role by person. */
    final Map<String, String> signoffs = new TreeMap<>();

    ModelSet(ChangeSetId id, int due) {
        this.id = id;
        this.due = due;
    }

    /** What one field becomes, with what the author saw there: live, and as staged just before. */
    record Edited(String field, String value, String live, String staged) {}

    /** One change; exactly one of the last three says which kind. */
    record Change(
            long rule,
            String writer,
            @Nullable ModelRow added,
            @Nullable Edited edited,
            @Nullable List<ModelRow> removedAsSeen) {

        boolean saysTheSameAs(Change other) {
            return rule == other.rule
                    && Objects.equals(added, other.added)
                    && Objects.equals(edited, other.edited)
                    && Objects.equals(removedAsSeen, other.removedAsSeen);
        }

        Change by(String other) {
            return new Change(rule, other, added, edited, removedAsSeen);
        }
    }

    boolean isOpen() {
        return state == State.PENDING || state == State.HELD;
    }

    Set<String> writers() {
        Set<String> writers = new TreeSet<>();
        changes.forEach(change -> writers.add(change.writer()));
        return writers;
    }

    /** Before another one in the queue. */
    boolean isBefore(int otherDue, ChangeSetId other) {
        return due < otherDue || (due == otherDue && id.compareTo(other) < 0);
    }
}
