package dev.rehearsal.access;

import dev.rehearsal.access.store.SecurityEventStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Entry;
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
    void note(Entry entry, SecurityEvent.Kind kind, String about, @Nullable String detail) {
        note(
                new SecurityEvent(kind, entry.by(), about, detail, null),
                entry.at().toEpochMilli());
    }

    /** Notes what is no write: nobody who only tries a door makes writers wait. */
    void note(SecurityEvent.Kind kind, Actor by, @Nullable String about, String address) {
        note(new SecurityEvent(kind, by, about, null, address), clock.instant().toEpochMilli());
    }

    private void note(SecurityEvent event, long at) {
        store.insert(at, event);
        SecurityLog.tell(event);
    }
}
