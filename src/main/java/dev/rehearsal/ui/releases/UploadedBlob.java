package dev.rehearsal.ui.releases;

import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.ui.frame.Messages;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that somebody handed in as a blob.
 *
 * @param blob null where the file holds none
 * @param fault why not, in a sentence; empty where it does
 */
record UploadedBlob(String fileName, int bytes, @Nullable ObjectNode blob, String fault) {

    private static final Messages MESSAGES = Messages.beside(UploadedBlob.class);

    static UploadedBlob read(String fileName, byte[] content) {
        try {
            JsonNode json = CanonicalJson.parse(content);
            return json instanceof ObjectNode blob
                    ? new UploadedBlob(fileName, content.length, blob, "")
                    : new UploadedBlob(fileName, content.length, null, MESSAGES.get("upload.no-object"));
        } catch (JacksonException notJson) {
            return new UploadedBlob(
                    fileName,
                    content.length,
                    null,
                    MESSAGES.get(
                            "upload.no-json",
                            notJson.getLocation() == null
                                    ? 1
                                    : notJson.getLocation().getLineNr(),
                            notJson.getOriginalMessage()));
        }
    }

    /** The name that the blob gives itself; empty for none. */
    String name() {
        return blob == null ? "" : blob.path("name").asString("");
    }

    /** Returns the product that the blob names, empty where it names none. */
    String product() {
        return blob == null ? "" : blob.path("product").asString("");
    }
}
