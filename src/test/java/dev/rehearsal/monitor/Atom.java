package dev.rehearsal.monitor;

/**
 * The smallest thing that somebody can have been shown and agreed to. A rule that was answering before counts with what of
 * it changed alone, so that changes of different things do not spoil each other's agreement.
 */
public sealed interface Atom {

    /** A rule answers a client that it did not answer before: by any of its deciding columns. */
    record Matches(String rule, Probe probe) implements Atom {}

    /** A rule leads clients to these bytes, by its own columns, a pin, a superblob or a partial source. */
    record Serves(String rule, String variant, String line) implements Atom {}

    /** A rule that answered this client does not any more. */
    record Left(String rule, Probe probe) implements Atom {}

    /** A rule leads nobody to these bytes any more. */
    record Dropped(String rule, String variant, String line) implements Atom {}

    /** A rule is still there for others, but another one goes before it for this client. */
    record Overtaken(String rule, Probe probe) implements Atom {}
}
