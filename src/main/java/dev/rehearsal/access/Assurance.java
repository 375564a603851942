package dev.rehearsal.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds how an issuer says that it authenticated somebody.
 *
 * @param acr the class of authentication, by a name of the issuer's; null where it says none
 * @param authTime when the person last proved who they are; null where it does not say
 */
public record Assurance(@Nullable String acr, @Nullable Instant authTime) {

    /** Says nothing. */
    public static final Assurance NONE = new Assurance(null, null);
}
