package dev.rehearsal.access;

import org.springframework.security.core.AuthenticationException;

/** The password is right, but its person has no permission here. */
final class WithoutPermissionException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    WithoutPermissionException(String person) {
        super(person + " has no permission here: ask an administrator for one.");
    }
}
