package dev.rehearsal.access.store;

import dev.rehearsal.access.ApprovedSecret;
import dev.rehearsal.access.AskedToken;
import dev.rehearsal.access.Credential;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.NullableColumns;
import dev.rehearsal.ledger.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what was approved and is still to be made; it holds no secret. */
@Repository
public class ApprovedSecretStore {

    private final JdbcClient jdbc;

    public ApprovedSecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what nobody has collected, the oldest first. */
    public List<ApprovedSecret> uncollected() {
        return jdbc.sql(
                        "select id, kind, person, person_id, name, scope, expires_at, asked_by, asked_by_id, approved_at, for_asker"
                                + " from approved_secrets where collected_at is null order by id")
                .query((row, number) -> secret(row))
                .list();
    }

    /**
     * @param token null for a password
     * @param forAsker whether it goes to who asked
     */
    public void insert(
            Write write, String person, PersonId id, @Nullable AskedToken token, PersonId askedById, boolean forAsker) {
        Credential.Kind kind = token == null ? Credential.Kind.PASSWORD : Credential.Kind.TOKEN;
        jdbc.sql(
                        "insert into approved_secrets (kind, person, person_id, name, scope, expires_at, asked_by, asked_by_id,"
                                + " for_asker, approved_at, change_set_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(kind.name().toLowerCase(Locale.ROOT))
                .param(person)
                .param(id.value())
                .param(token == null ? null : token.name())
                .param(token == null ? null : token.scope().wireName())
                .param(token == null ? null : token.expiresAt())
                .param(write.by().name())
                .param(askedById.value())
                .param(forAsker)
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .update();
    }

    public void collected(Write write, long id) {
        jdbc.sql("update approved_secrets set collected_by = ?, collected_at = ? where id = ?")
                .params(write.by().name(), write.at().toEpochMilli(), id)
                .update();
    }

    private static ApprovedSecret secret(ResultSet row) throws SQLException {
        String person = row.getString(3);
        PersonId id = new PersonId(row.getLong(4));
        String scope = row.getString(6);
        return new ApprovedSecret(
                row.getLong(1),
                person,
                id,
                scope == null
                        ? null
                        : new AskedToken(
                                person,
                                id,
                                row.getString(5),
                                TokenScope.named(scope).orElseThrow(),
                                NullableColumns.number(row, "expires_at")),
                new Actor(row.getString(8)),
                new PersonId(row.getLong(9)),
                row.getBoolean(11),
                Instant.ofEpochMilli(row.getLong(10)));
    }
}
