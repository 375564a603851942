package dev.rehearsal.history.receipt.store;

import dev.rehearsal.history.receipt.PublishedKey;
import dev.rehearsal.ledger.NullableColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every public key that ever signed. */
@Repository
public class ReceiptKeyStore {

    private final JdbcClient jdbc;

    public ReceiptKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists them in the order in which they were first used. */
    public List<PublishedKey> all() {
        return jdbc.sql(
                        "select key_id, algorithm, public_key, from_at, until_at from receipt_keys order by from_at, key_id")
                .query((row, number) -> key(row))
                .list();
    }

    public void insert(PublishedKey key) {
        jdbc.sql("insert into receipt_keys (key_id, algorithm, public_key, from_at) values (?, ?, ?, ?)")
                .params(key.id(), key.algorithm(), key.pem(), key.from().toEpochMilli())
                .update();
    }

    /** Says of all others that they have ended, and of this one that it has not. */
    public void use(String id, Instant at) {
        jdbc.sql("update receipt_keys set until_at = ? where key_id <> ? and until_at is null")
                .params(at.toEpochMilli(), id)
                .update();
        jdbc.sql("update receipt_keys set until_at = null where key_id = ?")
                .param(id)
                .update();
    }

    private static PublishedKey key(ResultSet row) throws SQLException {
        return new PublishedKey(
                row.getString("key_id"),
                row.getString("algorithm"),
                row.getString("public_key"),
                Instant.ofEpochMilli(row.getLong("from_at")),
                NullableColumns.time(row, "until_at"));
    }
}
