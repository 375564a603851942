package dev.rehearsal.staging;

/** One change of a set; Balrog's {@code sc_id}. */
public record ChangeId(long value) implements Comparable<ChangeId> {

    @Override
    public int compareTo(ChangeId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
