package dev.rehearsal.history.receipt;

/**
 * The facts of one enactment, as they were kept.
 *
 * @param id grows in the order of enactments
 */
public record KeptFacts(long id, NewFacts told) {}
