package dev.rehearsal.snapshot.file;

/** A kept snapshot cannot be used; the message is a sentence for people that names the file. */
public final class SnapshotFileException extends Exception {

    private static final long serialVersionUID = 1L;

    SnapshotFileException(String sentence) {
        super(sentence);
    }
}
