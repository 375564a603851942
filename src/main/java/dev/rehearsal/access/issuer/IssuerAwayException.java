package dev.rehearsal.access.issuer;

import org.springframework.security.core.AuthenticationException;

/** The issuer does not answer, or answers nothing that can be used. */
final class IssuerAwayException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    IssuerAwayException(String issuer, String why) {
        super("The issuer %s does not answer: %s".formatted(issuer, why));
    }
}
