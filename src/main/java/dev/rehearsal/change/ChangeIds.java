package dev.rehearsal.change;

import dev.rehearsal.staging.ChangeId;

/** Where changes that are being made get their ids from. */
@FunctionalInterface
public interface ChangeIds {

    ChangeId next();

    /** Says that at least so many will be asked for, so that they can be reserved together. */
    default void expect(int atLeast) {}
}
