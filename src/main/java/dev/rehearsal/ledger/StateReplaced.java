package dev.rehearsal.ledger;

/** Published on this node when it begins to serve the tables at a new version; screens that are open show them. */
public record StateReplaced(SnapshotVersion version) {}
