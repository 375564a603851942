package dev.rehearsal.ledger;

/** A task that must be done under the lock after each write, on the tables as it leaves them. */
public interface AfterWrite {

    /**
     * Runs within the transaction of the write, and shares its fate.
     *
     * @param version of the tables once the write is committed
     */
    void complete(Write write, SnapshotVersion version);
}
