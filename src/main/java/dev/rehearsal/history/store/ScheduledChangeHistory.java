package dev.rehearsal.history.store;

import dev.rehearsal.blob.Release;
import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.history.HistoryFilter;
import dev.rehearsal.history.ScheduledRevision;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChangeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Revisions of change sets, each joined with the changes of one kind that the set then had. */
@Repository
public class ScheduledChangeHistory {

    private static final String RULE = "rule";

    private static final String STATES = "s.state in ('pending', 'held', 'enacted')";

    /** The change as it was when the set was written. */
    private static final String IN_FORCE = " and c.data_version is not null"
            + " and c.change_id = (select max(l.change_id) from changes_history l"
            + " where l.sc_id = c.sc_id and l.changed_at <= s.changed_at) and ";

    private static final String FROM =
            " from change_sets_history s join changes_history c on c.set_id = s.set_id where " + STATES + IN_FORCE;

    /** The rows of sets that have such changes, to be taken from the newest on: no more than a page may need. */
    private static final String NEWEST_SETS = "select s.change_id from change_sets_history s where " + STATES
            + " and exists (select 1 from changes_history c where c.set_id = s.set_id" + IN_FORCE;

    private static final String SELECT = "select s.change_id, s.changed_by, s.changed_at, s.author, s.due, s.state,"
            + " s.data_version, c.sc_id, c.set_id, c.place, c.object, c.change_type, c.target, c.content,"
            + " c.written_by";

    private static final String NEWEST_FIRST = " order by s.change_id desc, c.sc_id";

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

    public ScheduledChangeHistory(JdbcClient jdbc, Histories histories) {
        this.jdbc = jdbc;
        this.histories = histories;
    }

    public Page<ScheduledRevision<Rule>> ofRule(ChangeId id, Paging paging) {
        return matching(ofOne(id), paging).map(this::ofRule);
    }

    public Page<ScheduledRevision<Rule>> ofRules(HistoryFilter filter, Paging paging) {
        Conditions conditions = written(RULE, filter);
        about(conditions, "product", filter.product());
        about(conditions, "channel", filter.channel());
        return matching(conditions, paging).map(this::ofRule);
    }

    public Page<ScheduledRevision<Release>> ofRelease(ChangeId id, Paging paging) {
        return matching(ofOne(id), paging)
                .map(found -> found.over(base(found, histories.releases(), "name", name -> name)));
    }

    /** Returns the revisions of a change that itself holds what it changes. */
    public Page<ScheduledRevision<Void>> ofConfiguration(ChangeId id, Paging paging) {
        return matching(ofOne(id), paging).map(found -> found.over(null));
    }

    /** Returns all that was ever scheduled of this kind, whatever product and channel a filter names. */
    public List<ScheduledRevision<Void>> ofConfiguration(String object, HistoryFilter filter) {
        Conditions conditions = written(object, filter);
        return jdbc
                .sql(SELECT + FROM + conditions.sql() + NEWEST_FIRST)
                .params(conditions.values())
                .query(FOUND)
                .list()
                .stream()
                .map(found -> found.<Void>over(null))
                .toList();
    }

    /** Returns one revision of a change; empty if the number is that of another's. */
    public Optional<ScheduledRevision<Void>> find(ChangeId id, long changeId) {
        Conditions conditions = ofOne(id).and("s.change_id = ?", changeId);
        return jdbc.sql(SELECT + FROM + conditions.sql())
                .params(conditions.values())
                .query(FOUND)
                .optional()
                .map(found -> found.over(null));
    }

    /** Returns what a change is about, as it is named in its table; empty for one that never was. */
    public Optional<String> objectOf(ChangeId id) {
        return jdbc.sql("select min(object) from changes_history where sc_id = ?")
                .param(id.value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    private static Conditions ofOne(ChangeId id) {
        return new Conditions().and("c.sc_id = ?", id.value());
    }

    private static Conditions written(String object, HistoryFilter filter) {
        return filter.written("s.").and("c.object = ?", object).andIfGiven("s.data_version = ?", filter.dataVersion());
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

    private Page<Found> matching(Conditions conditions, Paging paging) {
        List<Found> found = jdbc.sql(SELECT + FROM + conditions.sql() + " and s.change_id in (" + NEWEST_SETS
                        + conditions.sql() + ") order by s.change_id desc limit "
                        + (paging.offset() + paging.limit()) + ")" + NEWEST_FIRST + " limit ? offset ?")
                .params(conditions.values())
                .params(conditions.values())
                .param(paging.limit())
                .param(paging.offset())
                .query(FOUND)
                .list();
        return Page.read(
                found,
                paging,
                () -> jdbc.sql(Page.counting(FROM + conditions.sql()))
                        .params(conditions.values())
                        .query(Long.class)
                        .single());
    }

    private ScheduledRevision<Rule> ofRule(Found found) {
        return found.over(base(found, histories.rules(), "rule_id", Long::parseLong));
    }

    private static <T> @Nullable T base(
            Found found, HistoryTable<T> history, String key, Function<String, Object> value) {
        Conditions conditions = new Conditions()
                .and(key + " = ?", value.apply(found.change().target()))
                .and(
                        "(change_set_id is null or change_set_id <> ?)",
                        found.change().set().value());
        return history.at(found.at(), conditions).stream()
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
            RecordedChange change) {

        <B> ScheduledRevision<B> over(@Nullable B base) {
            return new ScheduledRevision<>(
                    changeId,
                    by,
                    at,
                    change.set(),
                    author,
                    due,
                    dataVersion,
                    state.equals("enacted"),
                    change.toChange(),
                    base);
        }
    }
}
