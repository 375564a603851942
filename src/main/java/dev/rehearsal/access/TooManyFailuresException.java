package dev.rehearsal.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** There were too many wrong passwords for this name, or from this address. */
final class TooManyFailuresException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration waiting;

    TooManyFailuresException(Duration waiting) {
        super("Too many wrong passwords.");
        this.waiting = waiting;
    }

    Duration waiting() {
        return waiting;
    }
}
