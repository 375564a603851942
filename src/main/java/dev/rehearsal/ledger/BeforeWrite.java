package dev.rehearsal.ledger;

/** A task that must be done under the lock before each write, on the tables as they are found. */
public interface BeforeWrite {

    /** Runs within the transaction of the write that follows, and shares its fate. */
    void prepare(Write write);
}
