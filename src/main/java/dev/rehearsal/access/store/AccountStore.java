package dev.rehearsal.access.store;

import dev.rehearsal.ledger.Entry;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the hashes of passwords; there is no history of these. */
@Repository
public class AccountStore {

    private final JdbcClient jdbc;

    public AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> passwordHash(String person) {
        return jdbc.sql("select password_hash from accounts where person = ?")
                .param(person)
                .query(String.class)
                .optional();
    }

    /** When the password was last set. */
    public Optional<Instant> changedAt(String person) {
        return jdbc.sql("select changed_at from accounts where person = ?")
                .param(person)
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    public void put(Entry entry, String person, String passwordHash) {
        int updated = jdbc.sql("update accounts set password_hash = ?, changed_by = ?, changed_at = ? where person = ?")
                .params(passwordHash, entry.by().name(), entry.at().toEpochMilli(), person)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into accounts (person, password_hash, changed_by, changed_at) values (?, ?, ?, ?)")
                    .params(person, passwordHash, entry.by().name(), entry.at().toEpochMilli())
                    .update();
        }
    }
}
