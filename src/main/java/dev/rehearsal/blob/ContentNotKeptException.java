package dev.rehearsal.blob;

/** A content is asked for that is not stored any more: it was never live, nobody judged it, and it was pruned. */
public final class ContentNotKeptException extends RuntimeException {

    public ContentNotKeptException(ContentHash content) {
        super("The content " + content + " is not kept any more: it was never live, and nobody judged it.");
    }
}
