package dev.rehearsal.blob;

/** Where compiled blobs come from; whoever asks neither knows nor waits for JSON more than once. */
public interface BlobSource {

    /**
     * The compiled blob with this content.
     *
     * @throws IllegalStateException if no such content was ever stored
     */
    Blob blob(ContentHash content);
}
