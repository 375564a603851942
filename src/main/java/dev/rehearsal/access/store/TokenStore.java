package dev.rehearsal.access.store;

import dev.rehearsal.access.ApiToken;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.ledger.NullableColumns;
import dev.rehearsal.ledger.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes API tokens, of which only the hash is kept; each row says itself who made and revoked it. */
@Repository
public class TokenStore {

    private static final String SELECT =
            "select id, person, name, scope, created_by, created_at, expires_at, revoked_by, revoked_at, hash,"
                    + " person_id, confirmed_by, minted_with from api_tokens ";

    private final JdbcClient jdbc;

    public TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param hash SHA-256 of the token, in hex */
    public record Hashed(ApiToken token, String hash) {}

    public Optional<Hashed> byHash(String hash) {
        return jdbc.sql(SELECT + "where hash = ?")
                .param(hash)
                .query((row, number) -> new Hashed(token(row), row.getString(10)))
                .optional();
    }

    public Optional<ApiToken> find(long id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, number) -> token(row))
                .optional();
    }

    /** Counts those that nobody has revoked. */
    public int count() {
        return jdbc.sql("select count(*) from api_tokens where revoked_at is null")
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    public List<ApiToken> of(String person) {
        return jdbc.sql(SELECT + "where person = ? order by id desc")
                .param(person)
                .query((row, number) -> token(row))
                .list();
    }

    public ApiToken insert(
            Write write,
            PersonId id,
            String person,
            String name,
            TokenScope scope,
            @Nullable Instant expiresAt,
            String hash,
            @Nullable Long mintedWith) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into api_tokens (person_id, person, name, hash, scope, created_by, created_at, expires_at,"
                        + " minted_with) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(person)
                .param(name)
                .param(hash)
                .param(scope.wireName())
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(expiresAt == null ? null : (Long) expiresAt.toEpochMilli())
                .param(mintedWith)
                .update(key, "id");
        return find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    /** Revokes it, with whatever is still good of those that were made with it. */
    public void revoke(Write write, long id) {
        jdbc.sql("update api_tokens set revoked_by = ?, revoked_at = ?"
                        + " where (id = ? or minted_with = ?) and revoked_at is null")
                .params(write.by().name(), write.at().toEpochMilli(), id, id)
                .update();
    }

    /** Returns how many of those that were made with this one are still good. */
    public int countMade(long maker, Instant now) {
        return jdbc.sql("select count(*) from api_tokens where minted_with = ? and revoked_at is null"
                        + " and (expires_at is null or expires_at > ?)")
                .params(maker, now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /**
     * Revokes whatever is still good of all that this person has.
     *
     * @return how many
     */
    public int revokeAll(Write write, PersonId person) {
        return jdbc.sql(
                        "update api_tokens set revoked_by = ?, revoked_at = ? where person_id = ? and revoked_at is null")
                .params(write.by().name(), write.at().toEpochMilli(), person.value())
                .update();
    }

    public void confirm(Write write, long id) {
        jdbc.sql("update api_tokens set confirmed_by = ? where id = ?")
                .params(write.by().name(), id)
                .update();
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong(1),
                new PersonId(row.getLong(11)),
                row.getString(2),
                row.getString(3),
                TokenScope.named(row.getString(4)).orElseThrow(),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                NullableColumns.time(row, "expires_at"),
                row.getString(8),
                NullableColumns.time(row, "revoked_at"),
                row.getString(12),
                NullableColumns.number(row, "minted_with"));
    }
}
