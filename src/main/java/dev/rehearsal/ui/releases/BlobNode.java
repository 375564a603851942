package dev.rehearsal.ui.releases;

import dev.rehearsal.blob.ContentHash;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A line of a blob's tree.
 *
 * @see BlobNodes which knows what is below each
 */
sealed interface BlobNode {

    /** Tells lines apart. */
    String id();

    String label();

    /** A value, with all that is in it. */
    record Value(String id, String label, JsonNode json) implements BlobNode {}

    /** A part that is read when somebody opens it. */
    record Part(String id, String label, ContentHash content) implements BlobNode {}

    /** A node that is put together from several parts. */
    record Group(String id, String label, List<BlobNode> children) implements BlobNode {}
}
