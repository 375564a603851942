package dev.rehearsal.ledger;

/**
 * The two counters that say whether a node's snapshot is current.
 *
 * @param version grows with every write
 * @param liveVersion grows with every write that touches live tables
 */
public record SnapshotVersion(long version, long liveVersion) {}
