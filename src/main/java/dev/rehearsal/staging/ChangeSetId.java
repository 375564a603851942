package dev.rehearsal.staging;

/** A change set; the lower one goes first where two are due at the same time. */
public record ChangeSetId(long value) implements Comparable<ChangeSetId> {

    @Override
    public int compareTo(ChangeSetId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
