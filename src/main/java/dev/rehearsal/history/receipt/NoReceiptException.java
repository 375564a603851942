package dev.rehearsal.history.receipt;

import org.jspecify.annotations.Nullable;

/** A file is no receipt, or none that can be trusted; the message is a sentence for whoever checks it. */
public final class NoReceiptException extends Exception {

    private static final long serialVersionUID = 1L;

    NoReceiptException(String sentence) {
        super(sentence);
    }

    NoReceiptException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
