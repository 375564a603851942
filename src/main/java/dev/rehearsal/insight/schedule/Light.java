package dev.rehearsal.insight.schedule;

/** How a live channel stands, at one look. */
public enum Light {
    /** It goes on by itself, or nothing is to come. */
    GO,
    /** The next step waits for somebody. */
    WAIT,
    /** It is stopped, or something cannot go live as it is. */
    STOP
}
