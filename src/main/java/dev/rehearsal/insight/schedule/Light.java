package dev.rehearsal.insight.schedule;

/** The light of a live channel says how it stands, at one look. */
public enum Light {
    /** It goes on by itself, or nothing is to come. */
    GO,
    /** The next step waits for somebody. */
    WAIT,
    /** It is stopped, or something cannot go live as it is. */
    STOP
}
