package dev.rehearsal.access.store;

import dev.rehearsal.access.Credential;
import dev.rehearsal.access.PasswordHash;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** A password, with who set it when; its number changes with each one that is set. */
    public record Account(PasswordHash hash, Credential credential) {}

    /** Returns the password of whoever has this name now. */
    public Optional<Account> find(String person) {
        return jdbc.sql("select a.password_hash, a.id, a.changed_by, a.changed_at, a.confirmed_by from accounts a"
                        + " join people p on p.id = a.person_id where p.living = ?")
                .param(person)
                .query((row, number) -> account(row))
                .optional();
    }

    /** Whether nobody has a password. */
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from accounts").query(Long.class).single() == 0;
    }

    public void put(Write write, PersonId id, String person, PasswordHash hash) {
        delete(person);
        jdbc.sql("insert into accounts (person_id, person, password_hash, changed_by, changed_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        person,
                        hash.text(),
                        write.by().name(),
                        write.at().toEpochMilli())
                .update();
    }

    public void confirm(Write write, long account) {
        jdbc.sql("update accounts set confirmed_by = ? where id = ?")
                .params(write.by().name(), account)
                .update();
    }

    public void delete(String person) {
        jdbc.sql("delete from accounts where person = ?").param(person).update();
    }

    private static Account account(ResultSet row) throws SQLException {
        String confirmedBy = row.getString(5);
        return new Account(
                new PasswordHash(row.getString(1)),
                new Credential(
                        Credential.Kind.PASSWORD,
                        row.getLong(2),
                        new Actor(row.getString(3)),
                        Instant.ofEpochMilli(row.getLong(4)),
                        confirmedBy == null ? null : new Actor(confirmedBy)));
    }
}
