package dev.rehearsal.mirror;

/** What is followed cannot be read, or not be understood. Its message is for people. */
public final class SourceException extends RuntimeException {

    private final boolean refused;

    SourceException(String sentence) {
        this(sentence, false);
    }

    /** @param refused whether it does not let this installation read */
    SourceException(String sentence, boolean refused) {
        super(sentence);
        this.refused = refused;
    }

    boolean isRefused() {
        return refused;
    }
}
