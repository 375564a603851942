package dev.rehearsal.ledger;

/** Published on this node after a write was committed. */
public record TablesChanged(SnapshotVersion version) {}
