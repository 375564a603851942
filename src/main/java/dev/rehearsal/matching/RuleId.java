package dev.rehearsal.matching;

/** The number that addresses a rule, stands in the {@code Rule-ID} header and breaks ties (the lower one wins). */
public record RuleId(long value) implements Comparable<RuleId> {

    @Override
    public int compareTo(RuleId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
