package dev.rehearsal.adversary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A change set as its people know it. */
final class KnownSet {

    final long id;
    List<Change> changes;
    /** The comments that request changes of it, by number; taken back and answered ones among them. */
    final List<Long> requests = new ArrayList<>();

    /** The rollout of which it is a step; 0 for none. */
    long rollout;

    String state;
    long due;

    /** Whether no other pending set was about its rules when it was written: what it replaces is what was live. */
    boolean wasAlone;

    KnownSet(long id, List<Change> changes, String state, long due) {
        this.id = id;
        this.changes = List.copyOf(changes);
        this.state = state;
        this.due = due;
    }

    boolean isOpen() {
        return Set.of("pending", "held", "draft").contains(state);
    }

    boolean isPending() {
        return state.equals("pending");
    }

    Set<String> values() {
        Set<String> values = new TreeSet<>();
        changes.forEach(change -> values.addAll(change.values()));
        return values;
    }

    boolean touches(long rule) {
        return changes.stream().anyMatch(change -> change.rule() == rule);
    }
}
