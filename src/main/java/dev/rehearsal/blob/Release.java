package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;

/** One row of the release table, with its blob by hash: blobs are large, rows are many. */
public record Release(ReleaseName name, String product, boolean readOnly, int dataVersion, ContentHash content) {}
