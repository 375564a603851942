package dev.rehearsal.access.store;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.SecurityEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what happened at the doors, and knows from where people have signed in. */
@Repository
public class SecurityEventStore {

    private static final int LONGEST_ADDRESS = 60;

    private final JdbcClient jdbc;

    public SecurityEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param at in milliseconds since 1970 */
    public void insert(long at, SecurityEvent event) {
        jdbc.sql("insert into security_events (at, person, event, about, detail, address) values (?, ?, ?, ?, ?, ?)")
                .param(at)
                .param(event.by().name())
                .param(event.kind().wireName())
                .param(event.about())
                .param(event.detail())
                .param(cut(event.address()))
                .update();
    }

    /** Tells whether the present bearer of this name has signed in from there since then. */
    public boolean isKnown(String person, String network, Instant since) {
        return jdbc.sql("select count(*) from sign_in_networks n join people p on p.id = n.person_id"
                                + " where p.living = ? and n.network = ? and n.last_at >= ?")
                        .params(person, network, since.toEpochMilli())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Remembers from where somebody has signed in, and forgets what is older than that. */
    public void remember(PersonId person, String network, Instant at, Instant since) {
        int updated = jdbc.sql("update sign_in_networks set last_at = ? where person_id = ? and network = ?")
                .params(at.toEpochMilli(), person.value(), network)
                .update();
        if (updated == 0) {
            insert(person, network, at);
        }
        jdbc.sql("delete from sign_in_networks where person_id = ? and last_at < ?")
                .params(person.value(), since.toEpochMilli())
                .update();
    }

    private void insert(PersonId person, String network, Instant at) {
        try {
            jdbc.sql("insert into sign_in_networks (person_id, network, last_at) values (?, ?, ?)")
                    .params(person.value(), network, at.toEpochMilli())
                    .update();
        } catch (DuplicateKeyException e) {
            // Somebody who signs in twice at once is remembered by either.
        }
    }

    private static @Nullable String cut(@Nullable String address) {
        return address == null ? null : address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    }
}
