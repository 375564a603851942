package dev.rehearsal.history.receipt;

/**
 * What was kept of one enactment.
 *
 * @param id grows in the order of enactments
 */
public record KeptFacts(long id, NewFacts told) {}
