package dev.rehearsal.history.receipt.store;

import dev.rehearsal.history.receipt.Envelope;
import dev.rehearsal.history.receipt.Receipt;
import dev.rehearsal.history.receipt.ReceiptKind;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the chain, and adds to its end: what stands there is never changed, but for a signature where there was none. */
@Repository
public class ReceiptStore {

    private static final String SELECT =
            "select number, kind, facts_id, set_id, at, payload, digest, key_id, signature, signed_at from receipts";

    private final JdbcClient jdbc;

    public ReceiptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another node was first: the chain has one end */
    public void insert(Receipt receipt) {
        Envelope.Signed signed = receipt.signed();
        Instant signedAt = receipt.signedAt();
        jdbc.sql(
                        "insert into receipts (number, kind, facts_id, set_id, at, payload, digest, key_id, signature, signed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(receipt.number())
                .param(receipt.kind().wireName())
                .param(receipt.facts())
                .param(receipt.set().value())
                .param(receipt.at().toEpochMilli())
                .param(receipt.payload())
                .param(receipt.digest())
                .param(signed == null ? null : signed.keyId())
                .param(signed == null ? null : signed.signature())
                .param(signedAt == null ? null : signedAt.toEpochMilli())
                .update();
    }

    /** Signs one that nobody has signed; whoever comes later changes nothing. */
    public void sign(long number, Envelope.Signed signed, Instant at) {
        jdbc.sql("update receipts set key_id = ?, signature = ?, signed_at = ? where number = ? and signed_at is null")
                .params(signed.keyId(), signed.signature(), at.toEpochMilli(), number)
                .update();
    }

    public Optional<Receipt.Head> head() {
        return jdbc.sql("select number, digest from receipts order by number desc limit 1")
                .query((row, number) -> new Receipt.Head(row.getLong(1), row.getString(2)))
                .optional();
    }

    public Optional<Receipt> find(long number) {
        return jdbc.sql(SELECT + " where number = ?")
                .param(number)
                .query((row, place) -> receipt(row))
                .optional();
    }

    /** Returns the receipt of an enactment, whose number the later ones name. */
    public Receipt enacted(long facts) {
        return jdbc.sql(SELECT + " where kind = ? and facts_id = ?")
                .params(ReceiptKind.ENACTED.wireName(), facts)
                .query((row, number) -> receipt(row))
                .single();
    }

    /** Lists the receipt of a set and those that look at it again, in their order. */
    public List<Receipt> of(ChangeSetId set) {
        return jdbc.sql(SELECT + " where set_id = ? order by number")
                .param(set.value())
                .query((row, number) -> receipt(row))
                .list();
    }

    public List<Receipt> unsigned(int most) {
        return jdbc.sql(SELECT + " where signed_at is null order by number limit ?")
                .param(most)
                .query((row, number) -> receipt(row))
                .list();
    }

    public long countUnsigned() {
        return jdbc.sql("select count(*) from receipts where signed_at is null")
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    public Page<Receipt> page(Paging paging) {
        List<Receipt> rows = jdbc.sql(SELECT + " order by number desc limit ? offset ?")
                .params(paging.limit(), paging.offset())
                .query((row, number) -> receipt(row))
                .list();
        return Page.read(
                rows,
                paging,
                () -> jdbc.sql("select coalesce(max(number), 0) from receipts")
                        .query(Long.class)
                        .single());
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        String signature = row.getString("signature");
        return new Receipt(
                row.getLong("number"),
                ReceiptKind.named(row.getString("kind")).orElseThrow(),
                row.getLong("facts_id"),
                new ChangeSetId(row.getLong("set_id")),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("payload"),
                row.getString("digest"),
                signature == null
                        ? null
                        : new Envelope.Signed(Objects.requireNonNull(row.getString("key_id")), signature),
                signature == null ? null : Instant.ofEpochMilli(row.getLong("signed_at")));
    }
}
