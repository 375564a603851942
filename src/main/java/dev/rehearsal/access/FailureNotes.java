package dev.rehearsal.access;

import static dev.rehearsal.access.SecurityEvent.NOBODY;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes failures at the doors, no more of them than limits let through, so that strangers can fill neither the journal nor
 * the log. What was typed as a name is told only where it is one: it may be a password.
 */
@Component
class FailureNotes {

    /** Limits what is kept of tries with names that there are not, for all together. */
    private static final int UNKNOWN_AN_HOUR = 100;

    /** Characters that the journal keeps. */
    private static final int LONGEST_DETAIL = 200;

    private final SecurityEvents events;
    private final Buckets unknown = Buckets.of(UNKNOWN_AN_HOUR, UNKNOWN_AN_HOUR, Duration.ofHours(1));
    private final Buckets lines = Buckets.of(1, 1, Duration.ofMinutes(1));

    FailureNotes(SecurityEvents events) {
        this.events = events;
    }

    void failed(Person person, String address) {
        @Nullable String about = person.isKnown() ? person.name() : null;
        if (about != null || unknown.take("").isEmpty()) {
            events.note(SecurityEvent.Kind.SIGN_IN_FAILED, NOBODY, about, address);
        }
    }

    /** Notes whom the issuer sent who is nobody here: whoever binds them reads the subject there. */
    void stranger(Identity identity, String name, String why, String address) {
        if (unknown.take("").isEmpty()) {
            String detail = "the issuer's account %s, called %s: %s".formatted(identity.subject(), name, why);
            events.note(SecurityEvent.Kind.SIGN_IN_FAILED, NOBODY, null, cut(detail), address);
        }
    }

    /** Notes that somebody came back from the issuer with nothing that is good. */
    void refusedByIssuer(String why, String address) {
        if (unknown.take("").isEmpty()) {
            events.note(SecurityEvent.Kind.SIGN_IN_FAILED, NOBODY, null, cut("through the issuer: " + why), address);
        }
    }

    private static String cut(String detail) {
        return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
    }

    /** Tells the log, once a minute for each network, of tries that were not looked at. */
    void delayed(String address) {
        once(SecurityEvent.Kind.SIGN_IN_DELAYED, null, address);
    }

    /** Tells the log, once a minute for each network, of tokens that are not good. */
    void rejected(String why, String address) {
        once(SecurityEvent.Kind.TOKEN_REJECTED, why, address);
    }

    private void once(SecurityEvent.Kind kind, @Nullable String detail, String address) {
        if (lines.take(kind + Network.of(address)).isEmpty()) {
            SecurityLog.tell(new SecurityEvent(kind, NOBODY, null, detail, address));
        }
    }
}
