package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.List;

/** The result of reading a blob that somebody handed in. */
public sealed interface BlobReadResult {

    /**
     * The blob may be saved.
     *
     * @param warnings what will not work as it looks, although Balrog accepts it, such as an alias that leads nowhere
     */
    record Accepted(Blob blob, List<Problem> warnings) implements BlobReadResult {}

    /**
     * The blob may not be saved.
     *
     * @param problems at least one; after many the rest is only counted
     */
    record Rejected(List<Problem> problems) implements BlobReadResult {}
}
