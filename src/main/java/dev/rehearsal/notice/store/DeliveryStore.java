package dev.rehearsal.notice.store;

import dev.rehearsal.ledger.NullableColumns;
import dev.rehearsal.notice.Delivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes deliveries. A node takes one in hand by a single update, which one of two nodes makes. */
@Repository
public class DeliveryStore {

    private static final String SELECT = "select d.id as delivery, d.receiver, d.state, d.attempts, d.since, d.next_at,"
            + " d.ended_at, d.answer, " + NoticeStore.COLUMNS
            + " from notice_deliveries d join notices n on n.id = d.notice_id";

    private static final int LONGEST_ANSWER = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public DeliveryStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void insert(long notice, Collection<String> receivers, Instant at) {
        List<Object[]> rows = new ArrayList<>();
        receivers.forEach(receiver ->
                rows.add(new Object[] {notice, receiver, "waiting", 0, at.toEpochMilli(), at.toEpochMilli()}));
        batches.batchUpdate(
                "insert into notice_deliveries (notice_id, receiver, state, attempts, since, next_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Returns what each receiver waits for longest, where it is time for that and no node has it in hand. */
    public List<Delivery> due(Instant now, int most) {
        return jdbc.sql(SELECT
                        + " where d.state = 'waiting' and d.next_at <= :now"
                        + " and (d.claimed_until is null or d.claimed_until <= :now)"
                        + " and not exists (select 1 from notice_deliveries e where e.receiver = d.receiver"
                        + " and e.state = 'waiting' and e.id < d.id) order by d.id limit :most")
                .param("now", now.toEpochMilli())
                .param("most", most)
                .query((row, number) -> delivery(row))
                .list();
    }

    /** Returns whether it is in the caller's hands until then; it counts as an attempt. */
    public boolean claim(Delivery due, Instant now, Instant until) {
        return jdbc.sql("update notice_deliveries set claimed_until = ?, attempts = attempts + 1 where id = ?"
                                + " and state = 'waiting' and attempts = ?"
                                + " and (claimed_until is null or claimed_until <= ?)")
                        .params(until.toEpochMilli(), due.id(), due.attempts(), now.toEpochMilli())
                        .update()
                == 1;
    }

    public void end(long id, Delivery.State state, String answer, Instant at) {
        jdbc.sql("update notice_deliveries set state = ?, answer = ?, ended_at = ?, claimed_until = null where id = ?"
                        + " and state = 'waiting'")
                .params(state.wireName(), cut(answer), at.toEpochMilli(), id)
                .update();
    }

    public void postpone(long id, String answer, Instant next) {
        jdbc.sql("update notice_deliveries set next_at = ?, answer = ?, claimed_until = null where id = ?"
                        + " and state = 'waiting'")
                .params(next.toEpochMilli(), cut(answer), id)
                .update();
    }

    /** Gives up all that is on its way to a receiver. */
    public void giveUp(String receiver, String answer, Instant at) {
        jdbc.sql("update notice_deliveries set state = 'dead', answer = ?, ended_at = ?, claimed_until = null"
                        + " where receiver = ? and state = 'waiting'")
                .params(cut(answer), at.toEpochMilli(), receiver)
                .update();
    }

    /** Lets what was given up begin anew; returns whether there was anything. */
    public boolean revive(long id, Instant now) {
        return jdbc.sql("update notice_deliveries set state = 'waiting', attempts = 0, since = ?, next_at = ?,"
                                + " ended_at = null where id = ? and state = 'dead'")
                        .params(now.toEpochMilli(), now.toEpochMilli(), id)
                        .update()
                == 1;
    }

    public void deleteOf(String receiver) {
        jdbc.sql("delete from notice_deliveries where receiver = ?")
                .param(receiver)
                .update();
    }

    public Optional<Delivery> find(long id) {
        return jdbc.sql(SELECT + " where d.id = ?")
                .param(id)
                .query((row, number) -> delivery(row))
                .optional();
    }

    /**
     * Returns a page, the latest first.
     *
     * @param receivers how the names of receivers begin; all for an empty text
     * @param state null for any
     */
    public List<Delivery> latest(String receivers, Delivery.@Nullable State state, long offset, int most) {
        return jdbc.sql(SELECT + where(state) + " order by d.id desc limit :most offset :offset")
                .param("receivers", receivers + "%")
                .param("state", state == null ? "" : state.wireName())
                .param("most", most)
                .param("offset", offset)
                .query((row, number) -> delivery(row))
                .list();
    }

    public long count(String receivers, Delivery.@Nullable State state) {
        return jdbc.sql("select count(*) from notice_deliveries d" + where(state))
                .param("receivers", receivers + "%")
                .param("state", state == null ? "" : state.wireName())
                .query(Long.class)
                .single();
    }

    private static String where(Delivery.@Nullable State state) {
        return " where d.receiver like :receivers" + (state == null ? " and '' = :state" : " and d.state = :state");
    }

    private static String cut(String answer) {
        return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("delivery"),
                NoticeStore.notice(row),
                row.getString("receiver"),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("next_at")),
                NullableColumns.time(row, "ended_at"),
                row.getString("answer"));
    }
}
