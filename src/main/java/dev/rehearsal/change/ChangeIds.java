package dev.rehearsal.change;

import dev.rehearsal.staging.ChangeId;

/** The source of ids for changes that are being made. */
@FunctionalInterface
public interface ChangeIds {

    ChangeId next();

    /** Says that at least so many will be asked for, so that they can be reserved together. */
    default void expect(int atLeast) {}
}
