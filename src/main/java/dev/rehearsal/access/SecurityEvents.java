package dev.rehearsal.access;

import dev.rehearsal.access.store.SecurityEventStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps for the journal who came in, who did not, and who got or lost what they come in with; and tells the log. */
@Component
class SecurityEvents {

    private final SecurityEventStore store;
    private final Clock clock;

    SecurityEvents(SecurityEventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes what is part of a write. */
    void note(Write write, SecurityEvent.Kind kind, String about, @Nullable String detail) {
        note(
                new SecurityEvent(kind, write.by(), about, detail, null),
                write.at().toEpochMilli());
    }

    /** Notes what is no write: nobody who only tries a door makes writers wait. */
    void note(SecurityEvent.Kind kind, Actor by, @Nullable String about, String address) {
        note(kind, by, about, null, address);
    }

    void note(SecurityEvent.Kind kind, Actor by, @Nullable String about, @Nullable String detail, String address) {
        note(
                new SecurityEvent(kind, by, about, detail, address),
                clock.instant().toEpochMilli());
    }

    private void note(SecurityEvent event, long at) {
        store.insert(at, event);
        SecurityLog.tell(event);
    }
}
