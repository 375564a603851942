package dev.rehearsal.dataset;

import dev.rehearsal.blob.Manifest;
import dev.rehearsal.live.StoredContents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of a set as it is written.
 *
 * @param fields all but the blob, which is large
 * @param blob of a release that shall look like this
 */
record WrittenChange(ObjectNode fields, @Nullable Manifest blob) {

    ObjectNode json(StoredContents contents) {
        return blob == null ? fields : fields.deepCopy().set("blob", contents.json(blob));
    }
}
