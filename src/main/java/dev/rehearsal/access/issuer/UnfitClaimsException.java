package dev.rehearsal.access.issuer;

import dev.rehearsal.access.SignIn.Refused;
import org.springframework.security.core.AuthenticationException;

/** The issuer has said who somebody is, but nothing by which they could come in. */
final class UnfitClaimsException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Refused why;

    UnfitClaimsException(Refused why, String sentence) {
        super(sentence);
        this.why = why;
    }

    Refused why() {
        return why;
    }
}
