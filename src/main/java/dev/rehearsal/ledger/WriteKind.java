package dev.rehearsal.ledger;

/** The kind of a write says how much of a snapshot it makes stale, and so how much every node has to load again. */
public enum WriteKind {
    /** Change sets or channel mappings only. */
    QUEUE,
    /** Rules, releases, pins or shutoffs. */
    LIVE
}
