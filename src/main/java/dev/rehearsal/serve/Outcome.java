package dev.rehearsal.serve;

/**
 * An outcome of a query where the dice fall in one way.
 *
 * @param share of those who ask so, above 0 and at most 1
 */
public record Outcome(Decided decided, double share) {}
