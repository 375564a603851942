package dev.rehearsal.serve;

/** The allow-list file is missing or cannot be read; the message is one sentence for who operates the node. */
public final class AllowListFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AllowListFileException(String message) {
        super(message);
    }

    AllowListFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
