package dev.rehearsal.ledger;

/** Published on this node when a node, maybe this one, said that it has committed a write. */
public record WrittenElsewhere() {}
