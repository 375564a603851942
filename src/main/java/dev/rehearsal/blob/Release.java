package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;

/**
 * One row of the release table, with its blob by hash: blobs are large, rows are many.
 *
 * @param incarnation a number that no other row has, nor one of its name that comes after it; 0 where it has none yet
 */
public record Release(
        ReleaseName name, String product, boolean readOnly, int dataVersion, ContentHash content, long incarnation) {

    /** A row that gets its incarnation when it is stored. */
    public Release(ReleaseName name, String product, boolean readOnly, int dataVersion, ContentHash content) {
        this(name, product, readOnly, dataVersion, content, 0);
    }

    public Release withIncarnation(long other) {
        return new Release(name, product, readOnly, dataVersion, content, other);
    }
}
