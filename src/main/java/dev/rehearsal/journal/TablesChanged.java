package dev.rehearsal.journal;

/** Published on this node after a write was committed. */
public record TablesChanged(SnapshotVersion version) {}
