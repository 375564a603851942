package dev.rehearsal.serve;

/**
 * What a query comes to where the dice fall in one way.
 *
 * @param share of those who ask so, above 0 and at most 1
 */
public record Outcome(Decided decided, double share) {}
