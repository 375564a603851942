package dev.rehearsal.history.receipt.store;

import dev.rehearsal.history.receipt.KeptFacts;
import dev.rehearsal.history.receipt.NewFacts;
import dev.rehearsal.history.receipt.ReceiptKind;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what belongs to the moments of enactments, in the caller's transaction, and knows what is still to be told of them. */
@Repository
public class FactStore {

    private static final String SELECT =
            "select id, set_id, at, predicate, enacted, signed_items, observed, about_people from enactment_facts";

    private final JdbcClient jdbc;

    public FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(NewFacts facts) {
        jdbc.sql("insert into enactment_facts (set_id, at, predicate, enacted, signed_items, observed, about_people)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        facts.set().value(),
                        facts.at().toEpochMilli(),
                        facts.predicate(),
                        facts.enacted(),
                        facts.signedItems(),
                        facts.observed(),
                        facts.aboutPeople())
                .update();
    }

    public KeptFacts get(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query((row, number) -> facts(row))
                .single();
    }

    /** Returns the first enactment of which no receipt is made yet. */
    public Optional<KeptFacts> nextEnacted() {
        return jdbc.sql(SELECT + " where id > (select coalesce(max(facts_id), 0) from receipts where kind = ?)"
                        + " order by id limit 1")
                .param(ReceiptKind.ENACTED.wireName())
                .query((row, number) -> facts(row))
                .optional();
    }

    /** Returns the first enactment that was before a time, has its receipt, and was not looked at again in this way. */
    public Optional<KeptFacts> nextObserved(ReceiptKind kind, Instant before) {
        return jdbc.sql(SELECT + " where id > (select coalesce(max(facts_id), 0) from receipts where kind = ?)"
                        + " and id <= (select coalesce(max(facts_id), 0) from receipts where kind = ?)"
                        + " and observed = true and at <= ? order by id limit 1")
                .params(kind.wireName(), ReceiptKind.ENACTED.wireName(), before.toEpochMilli())
                .query((row, number) -> facts(row))
                .optional();
    }

    /** Returns how many enactments wait for their receipt. */
    public long waiting() {
        return jdbc.sql("select count(*) from enactment_facts where id >"
                        + " (select coalesce(max(facts_id), 0) from receipts where kind = ?)")
                .param(ReceiptKind.ENACTED.wireName())
                .query(Long.class)
                .single();
    }

    public boolean isKnown(ChangeSetId set) {
        return jdbc.sql("select count(*) from enactment_facts where set_id = ?")
                        .param(set.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static KeptFacts facts(ResultSet row) throws SQLException {
        return new KeptFacts(
                row.getLong("id"),
                new NewFacts(
                        new ChangeSetId(row.getLong("set_id")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("predicate"),
                        row.getString("enacted"),
                        row.getString("signed_items"),
                        row.getBoolean("observed"),
                        row.getBoolean("about_people")));
    }
}
