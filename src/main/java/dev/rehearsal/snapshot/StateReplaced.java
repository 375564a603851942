package dev.rehearsal.snapshot;

/** Published on this node when it begins to serve a new state; screens that are open show it. */
public record StateReplaced(CurrentState state) {}
