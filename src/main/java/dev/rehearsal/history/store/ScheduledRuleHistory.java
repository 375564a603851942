package dev.rehearsal.history.store;

import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.history.RuleHistoryFilter;
import dev.rehearsal.history.ScheduledRuleRevision;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChangeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Revisions of change sets, each joined with the changes of rules that the set then had. */
@Repository
public class ScheduledRuleHistory {

    private static final String FROM = " from change_sets_history s join changes_history c on c.set_id = s.set_id"
            + " where c.object = 'rule' and s.state in ('pending', 'held', 'enacted') and c.data_version is not null"
            + " and c.change_id = (select max(l.change_id) from changes_history l"
            + " where l.sc_id = c.sc_id and l.changed_at <= s.changed_at) and ";

    private static final RowMapper<Found> FOUND = (row, number) -> new Found(
            row.getLong("change_id"),
            new Actor(row.getString("changed_by")),
            Instant.ofEpochMilli(row.getLong("changed_at")),
            new Actor(row.getString("author")),
            Instant.ofEpochMilli(row.getLong("due")),
            row.getString("state"),
            row.getInt("data_version"),
            Histories.change(row));

    private final JdbcClient jdbc;
    private final Histories histories;

    public ScheduledRuleHistory(JdbcClient jdbc, Histories histories) {
        this.jdbc = jdbc;
        this.histories = histories;
    }

    public Page<ScheduledRuleRevision> of(ChangeId id, Paging paging) {
        return matching(new Conditions().and("c.sc_id = ?", id.value()), paging);
    }

    public Page<ScheduledRuleRevision> all(RuleHistoryFilter filter, Paging paging) {
        Conditions conditions = Histories.written("s.", filter).andIfGiven("s.data_version = ?", filter.dataVersion());
        about(conditions, "product", filter.product());
        about(conditions, "channel", filter.channel());
        return matching(conditions, paging);
    }

    /** What sets a column to this value, and all changes of rules that ever had it. */
    private static void about(Conditions conditions, String column, @Nullable String value) {
        if (value != null) {
            conditions.and(
                    "(c.rule_" + column + " = ? or c.rule_id in (select r.rule_id from rules_history r where r."
                            + column + " = ?))",
                    value,
                    value);
        }
    }

    private Page<ScheduledRuleRevision> matching(Conditions conditions, Paging paging) {
        long count = jdbc.sql("select count(*)" + FROM + conditions.sql())
                .params(conditions.values())
                .query(Long.class)
                .single();
        List<Found> found = jdbc.sql("select s.change_id, s.changed_by, s.changed_at, s.author, s.due, s.state,"
                        + " s.data_version, c.sc_id, c.set_id, c.place, c.object, c.change_type, c.target, c.content,"
                        + " c.written_by"
                        + FROM + conditions.sql() + " order by s.change_id desc, c.sc_id limit ? offset ?")
                .params(conditions.values())
                .param(paging.limit())
                .param(paging.offset())
                .query(FOUND)
                .list();
        return new Page<>(count, found).map(this::revision);
    }

    private ScheduledRuleRevision revision(Found found) {
        return new ScheduledRuleRevision(
                found.changeId(),
                found.by(),
                found.at(),
                found.author(),
                found.due(),
                found.dataVersion(),
                found.state().equals("enacted"),
                found.change().toChange(),
                base(found));
    }

    private @Nullable Rule base(Found found) {
        Conditions conditions = new Conditions()
                .and("rule_id = ?", Long.parseLong(found.change().target()))
                .and(
                        "(change_set_id is null or change_set_id <> ?)",
                        found.change().set().value());
        return histories.rules().at(found.at(), conditions).stream()
                .findFirst()
                .flatMap(Revision::contentIfAny)
                .orElse(null);
    }

    private record Found(
            long changeId,
            Actor by,
            Instant at,
            Actor author,
            Instant due,
            String state,
            int dataVersion,
            RecordedChange change) {}
}
