package dev.rehearsal.serve.signature;

import org.jspecify.annotations.Nullable;

/** An answer could not be signed for now. */
public final class SigningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SigningException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
