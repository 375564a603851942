package dev.rehearsal.matching;

/** The number that addresses a rule, stands in the {@code Rule-ID} header and breaks ties (the lower one wins). */
public record RuleId(long value) implements Comparable<RuleId> {

    /** Addresses a rule that is looked at before it is written: above all that are given, so that it loses ties. */
    public static final RuleId NOT_GIVEN_YET = new RuleId(Long.MAX_VALUE);

    /** Returns what sentences call it, such as {@code rule 204}. */
    public String named() {
        return equals(NOT_GIVEN_YET) ? "the new rule" : "rule " + value;
    }

    /** Returns what tables call it, such as {@code rule #204}. */
    public String numbered() {
        return equals(NOT_GIVEN_YET) ? "new rule" : "rule #" + value;
    }

    @Override
    public int compareTo(RuleId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
