package dev.rehearsal.monitor;

/** Something that must not be, and why it is so. */
public record Violation(Kind kind, String sentence) {

    /** What kind of promise was broken. */
    public enum Kind {
        /** An edit without a set reached a pair that asks for signoffs. */
        DIRECT,
        /** Fewer people than the pair asks for agreed to what went live, as it is. */
        SIGNOFFS,
        /** A state went live that too few others had tested. */
        GATE,
        /** A state went live that somebody failed. */
        FAIL,
        /** A set went live that had been due and unable to go. */
        ARMED,
        /** A set went live although somebody wanted changes of it, and had no answer. */
        REQUESTED,
        /** A set went live although the rollout that it is of was stopped. */
        STOPPED,
        /** Updates go on that were shut off, and fewer people than needed agreed to that. */
        SHUTOFF,
        /** A requirement or a gate was changed without those whom it asks for. */
        GUARD,
        /** What clients get changed while the pair was frozen. */
        FREEZE,
        /** A change did what a guard rail keeps out, and nobody who may had passed over that. */
        RAIL,
        /** A token outlived the person it was made for. */
        TOKEN,
        /** Somebody got rights at once where that needs signoffs. */
        GRANT
    }

    @Override
    public String toString() {
        return kind + ": " + sentence;
    }
}
