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
        DISARMED,
        ENACTED,
        WITHDRAWN
    }

    final ChangeSetId id;
    int due;
    State state = State.PENDING;
    List<Change> changes = new ArrayList<>();

    /** By person. */
    final Map<String, Signed> signoffs = new TreeMap<>();

    ModelSet(ChangeSetId id, int due) {
        this.id = id;
        this.due = due;
    }

    /**
     * What somebody has signed.
     *
     * @param giving which giving of the role it was signed with
     * @param items what they saw
     */
    record Signed(String role, int giving, Map<String, String> items) {}

    /** What one field becomes, with what the author saw there: live, and as staged just before. */
    record Edited(String field, String value, String live, String staged) {}

    /**
     * One change; exactly one of the last three says which kind.
     *
     * @param writers everybody who ever wrote any of it
     */
    record Change(
            long rule,
            Set<String> writers,
            @Nullable ModelRow added,
            @Nullable Edited edited,
            @Nullable List<ModelRow> removedAsSeen) {

        boolean saysTheSameAs(Change other) {
            return rule == other.rule
                    && Objects.equals(added, other.added)
                    && Objects.equals(edited, other.edited)
                    && Objects.equals(removedAsSeen, other.removedAsSeen);
        }

        /** Whether it is the same row that it is about; of rows to be added, any is. */
        boolean isAboutTheSameAs(Change other) {
            return added != null ? other.added != null : other.added == null && rule == other.rule;
        }

        /** The change as it goes on: whoever wrote it before is its writer still. */
        Change goingOnWith(Change before) {
            Set<String> all = new TreeSet<>(before.writers);
            if (!saysTheSameAs(before)) {
                all.addAll(writers);
            }
            return new Change(rule, all, added, edited, removedAsSeen);
        }
    }

    boolean isOpen() {
        return isSignable() || state == State.DISARMED;
    }

    boolean isSignable() {
        return state == State.PENDING || state == State.HELD;
    }

    Set<String> writers() {
        Set<String> writers = new TreeSet<>();
        changes.forEach(change -> writers.addAll(change.writers()));
        return writers;
    }

    /** Before another one in the queue. */
    boolean isBefore(int otherDue, ChangeSetId other) {
        return due < otherDue || (due == otherDue && id.compareTo(other) < 0);
    }
}
