package dev.rehearsal.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** For this name, or from this address, there were too many wrong passwords. */
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
