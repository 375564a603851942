package dev.rehearsal.notice.store;

import dev.rehearsal.ledger.NullableColumns;
import dev.rehearsal.notice.KeptNotice;
import dev.rehearsal.notice.NewNotice;
import dev.rehearsal.notice.NoticeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes notices, each in the caller's transaction. */
@Repository
public class NoticeStore {

    static final String COLUMNS = "n.id, n.message, n.told, n.kind, n.at, n.set_id, n.product, n.channel, n.people,"
            + " n.by_person, n.title, n.text, n.path";

    /** As many values as one statement asks for at once. */
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;

    public NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(NewNotice notice, Instant at) {
        jdbc.sql("insert into notices (message, told, kind, at, set_id, product, channel, people, by_person, title,"
                        + " text, path) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param("msg_" + UUID.randomUUID().toString().replace("-", ""))
                .param(notice.once())
                .param(notice.kind().wireName())
                .param(at.toEpochMilli())
                .param(notice.set())
                .param(notice.product())
                .param(notice.channel())
                .param(notice.people() == null ? null : String.join("\n", notice.people()))
                .param(notice.by())
                .param(notice.title())
                .param(notice.text())
                .param(notice.path())
                .update();
    }

    /** Returns those of these that were told. */
    public Set<String> told(Collection<String> once) {
        List<String> asked = List.copyOf(once);
        Set<String> told = new HashSet<>();
        for (int from = 0; from < asked.size(); from += CHUNK) {
            told.addAll(jdbc.sql("select told from notices where told in (:asked)")
                    .param("asked", asked.subList(from, Math.min(asked.size(), from + CHUNK)))
                    .query(String.class)
                    .list());
        }
        return told;
    }

    /** Returns what nobody has been given yet, in the order in which it was written. */
    public List<KeptNotice> unspread(int most) {
        return jdbc.sql("select " + COLUMNS + " from notices n where n.spread_at is null order by n.id limit ?")
                .param(most)
                .query((row, number) -> notice(row))
                .list();
    }

    /** Returns whether this caller is the one who spreads it; whoever asks meanwhile waits for the caller's commit. */
    public boolean takeToSpread(long id, Instant at) {
        return jdbc.sql("update notices set spread_at = ? where id = ? and spread_at is null")
                        .params(at.toEpochMilli(), id)
                        .update()
                == 1;
    }

    /** Removes what was spread before this and waits for nobody, with what is known of its deliveries. */
    public int prune(Instant before) {
        return jdbc.sql("delete from notices where spread_at is not null and at < ? and not exists"
                        + " (select 1 from notice_deliveries d where d.notice_id = notices.id and d.state <> 'delivered'"
                        + " and (d.ended_at is null or d.ended_at >= ?))")
                .params(before.toEpochMilli(), before.toEpochMilli())
                .update();
    }

    static KeptNotice notice(ResultSet row) throws SQLException {
        String people = row.getString("people");
        return new KeptNotice(
                row.getLong("id"),
                row.getString("message"),
                Instant.ofEpochMilli(row.getLong("at")),
                new NewNotice(
                        NoticeKind.named(row.getString("kind")).orElse(NoticeKind.SET_CHANGED),
                        row.getString("told"),
                        NullableColumns.number(row, "set_id"),
                        row.getString("product"),
                        row.getString("channel"),
                        people == null ? null : Set.of(people.split("\n")),
                        row.getString("by_person"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("path")));
    }
}
