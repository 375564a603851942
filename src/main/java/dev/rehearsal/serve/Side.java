package dev.rehearsal.serve;

/** The two sides of a rule's background rate: its {@code mapping} and its {@code fallbackMapping}. */
public enum Side {
    MAIN,
    FALLBACK
}
