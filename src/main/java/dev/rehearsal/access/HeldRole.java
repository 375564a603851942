package dev.rehearsal.access;

/**
 * A role of somebody.
 *
 * @param grant by which they hold it; 0 for one that is to be given
 */
public record HeldRole(String person, PersonId personId, Role role, long grant) implements OfPerson {}
