package dev.rehearsal.ledger;

/**
 * The two counters that say whether a node's snapshot is current, each with a number that its last write drew: once an
 * older state of the database was restored, other writes lead to the same counters.
 *
 * @param version grows with every write
 * @param liveVersion grows with every write that touches live tables
 * @param epoch drawn by the last write
 * @param liveEpoch drawn by the last write that touched live tables
 */
public record SnapshotVersion(long version, long liveVersion, long epoch, long liveEpoch) {

    /** A version that no write has led to. */
    public SnapshotVersion(long version, long liveVersion) {
        this(version, liveVersion, 0, 0);
    }

    /** Whether the live tables are the same at both. */
    public boolean hasLiveTablesOf(SnapshotVersion other) {
        return liveVersion == other.liveVersion && liveEpoch == other.liveEpoch;
    }

    SnapshotVersion next(WriteKind kind, long drawn) {
        return kind == WriteKind.LIVE
                ? new SnapshotVersion(version + 1, liveVersion + 1, drawn, drawn)
                : new SnapshotVersion(version + 1, liveVersion, drawn, liveEpoch);
    }
}
