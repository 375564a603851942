package dev.rehearsal.notice.store;

import dev.rehearsal.ledger.NullableColumns;
import dev.rehearsal.notice.NoticeKind;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.notice.WebhookDraft;
import dev.rehearsal.notice.outgoing.WebhookSecret;
import dev.rehearsal.problem.EpochMillis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes webhooks. */
@Repository
public class WebhookStore {

    private static final String COLUMNS =
            "select id, name, url, format, kinds, product, channel, secret, previous_secret,"
                    + " previous_until, ended_at, ended_why, changed_by, changed_at, data_version from webhooks";

    private final JdbcClient jdbc;

    public WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists the webhooks by name. */
    public List<Webhook> all() {
        return jdbc.sql(COLUMNS + " order by name, id")
                .query((row, number) -> webhook(row))
                .list();
    }

    public Optional<Webhook> find(long id) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id)
                .query((row, number) -> webhook(row))
                .optional();
    }

    /** @return its id */
    public long insert(Webhook webhook) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        values(
                        jdbc.sql("insert into webhooks (name, url, format, kinds, product, channel, secret,"
                                + " previous_secret, previous_until, ended_at, ended_why, changed_by, changed_at,"
                                + " data_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                        webhook)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    public void update(Webhook webhook) {
        values(
                        jdbc.sql(
                                "update webhooks set name = ?, url = ?, format = ?, kinds = ?, product = ?, channel = ?,"
                                        + " secret = ?, previous_secret = ?, previous_until = ?, ended_at = ?, ended_why = ?,"
                                        + " changed_by = ?, changed_at = ?, data_version = ? where id = ?"),
                        webhook)
                .param(webhook.id())
                .update();
    }

    /** Says that it gets nothing any more; whoever edits it meanwhile sees that it is another. */
    public void end(long id, Instant at, String why) {
        jdbc.sql("update webhooks set ended_at = ?, ended_why = ?, data_version = data_version + 1"
                        + " where id = ? and ended_at is null")
                .params(at.toEpochMilli(), why, id)
                .update();
    }

    public void delete(long id) {
        jdbc.sql("delete from webhooks where id = ?").param(id).update();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Webhook webhook) {
        WebhookDraft draft = webhook.draft();
        WebhookSecret previous = webhook.previousSecret();
        return statement
                .param(draft.name())
                .param(draft.url())
                .param(draft.format().name().toLowerCase(Locale.ROOT))
                .param(NoticeKind.joined(draft.kinds()))
                .param(draft.product())
                .param(draft.channel())
                .param(webhook.secret().text())
                .param(previous == null ? null : previous.text())
                .param(EpochMillis.of(webhook.previousUntil()))
                .param(EpochMillis.of(webhook.endedAt()))
                .param(webhook.endedWhy())
                .param(webhook.changedBy())
                .param(webhook.changedAt().toEpochMilli())
                .param(webhook.dataVersion());
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        String previous = row.getString("previous_secret");
        return new Webhook(
                row.getLong("id"),
                new WebhookDraft(
                        row.getString("name"),
                        row.getString("url"),
                        Webhook.Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                        NoticeKind.split(row.getString("kinds")),
                        row.getString("product"),
                        row.getString("channel")),
                WebhookSecret.of(row.getString("secret")),
                previous == null ? null : WebhookSecret.of(previous),
                NullableColumns.time(row, "previous_until"),
                NullableColumns.time(row, "ended_at"),
                row.getString("ended_why"),
                row.getString("changed_by"),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                row.getInt("data_version"));
    }
}
