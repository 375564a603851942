package dev.rehearsal.blob;

/** The source of compiled blobs; its callers neither know nor wait for JSON more than once. */
public interface BlobSource {

    /**
     * The compiled blob with this content.
     *
     * @throws IllegalStateException if no such content was ever stored
     */
    Blob blob(ContentHash content);
}
