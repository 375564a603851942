package dev.rehearsal.access;

/** A password that somebody shall get; it is made up when it is collected. */
public record AskedPassword(String person, PersonId personId) implements OfPerson {}
