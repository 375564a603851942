package dev.rehearsal.probe.comparison;

/**
 * A request and how often clients made it.
 *
 * @param times at least 1
 */
public record Counted(Request request, long times) {}
