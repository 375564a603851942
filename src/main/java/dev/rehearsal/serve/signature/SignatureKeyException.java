package dev.rehearsal.serve.signature;

import org.jspecify.annotations.Nullable;

/** A key for signing cannot be used; the message is a sentence for who starts the node. */
public final class SignatureKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SignatureKeyException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
