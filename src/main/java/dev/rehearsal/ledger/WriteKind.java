package dev.rehearsal.ledger;

/** How much of a snapshot a write makes stale, and so how much every node has to load again. */
public enum WriteKind {
    /** Change sets or channel mappings only. */
    QUEUE,
    /** Rules, releases, pins or shutoffs. */
    LIVE
}
