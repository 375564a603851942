package dev.rehearsal.access;

/** Tells people of one name apart: whoever comes back after their last permission went is another person. */
public record PersonId(long value) {

    /** Stands for nobody in the tables. */
    public static final PersonId NONE = new PersonId(0);
}
