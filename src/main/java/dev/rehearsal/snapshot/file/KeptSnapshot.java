package dev.rehearsal.snapshot.file;

import dev.rehearsal.blob.ReleaseContents;
import java.time.Instant;

/**
 * A snapshot as it was read from its file, whole and with the right checksum.
 *
 * @param confirmed when the database was last known to be at this version
 * @param contents of every release that an answer may be made of, compiled when it is first asked for
 */
public record KeptSnapshot(ServableState state, Instant confirmed, ReleaseContents contents) {}
