package dev.rehearsal.change.store;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ContentVersion;
import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriterNames;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes change sets; each write leaves history rows. */
@Repository
public class ChangeSetStore {

    /** As many values as one statement asks for at once. */
    private static final int CHUNK = 1_000;

    /** Names the types of a history row's columns as they are inserted: a database cannot tell from a null. */
    private static final int[] HISTORY_TYPES = {
        Types.VARCHAR,
        Types.BIGINT,
        Types.BIGINT,
        Types.BIGINT,
        Types.INTEGER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.INTEGER,
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR
    };

    private final JdbcAggregateOperations rows;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public ChangeSetStore(JdbcAggregateOperations rows, JdbcClient jdbc, JdbcTemplate batches) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Returns them in no particular order. */
    public List<ChangeSet> pending() {
        return withChanges(rows.findAll(Query.query(inState("pending")), ChangeSetRow.class));
    }

    /** Returns those that are due at this time, in no particular order. */
    public List<ChangeSet> pendingUpTo(Instant time) {
        return withChanges(rows.findAll(
                Query.query(inState("pending").and("due").lessThanOrEquals(time.toEpochMilli())), ChangeSetRow.class));
    }

    /**
     * The sets in these states that change objects of a kind, in no particular order; without direct edits, which were
     * enacted in the moment in which they were asked for.
     *
     * @param states {@code draft}, {@code pending}, {@code held}, {@code enacted} or {@code withdrawn}
     * @param object {@code rule} or {@code release}
     * @param target the one object; null for all of the kind
     */
    public List<ChangeSet> containing(Collection<String> states, String object, @Nullable String target) {
        return findAll(scheduled("select distinct s.id%s", states, object, target)
                .query((row, number) -> row.getLong(1))
                .list());
    }

    /**
     * Returns a page of the changes that {@link #containing} finds the sets of, by their ids, each with its set.
     *
     * @param target the one object; null for all of the kind
     */
    public SequencedMap<ChangeId, ChangeSetId> changesOf(
            Collection<String> states, String object, @Nullable String target, Paging paging) {
        SequencedMap<ChangeId, ChangeSetId> found = new LinkedHashMap<>();
        scheduled("select c.id, c.set_id%s order by c.id limit :limit offset :offset", states, object, target)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(row -> {
                    found.put(new ChangeId(row.getLong(1)), new ChangeSetId(row.getLong(2)));
                });
        return found;
    }

    /** Counts the changes that {@link #changesOf} finds, no further than a {@link Page} tells. */
    public long countChangesOf(Collection<String> states, String object, @Nullable String target) {
        return scheduled(Page.counting("%s"), states, object, target)
                .query(Long.class)
                .single();
    }

    /** @param select with a {@code %s} for what it reads from */
    private JdbcClient.StatementSpec scheduled(
            String select, Collection<String> states, String object, @Nullable String target) {
        String from = " from change_sets s join changes c on c.set_id = s.id"
                + " where s.state in (:states) and c.object = :object"
                + " and (s.ended_at is null or s.ended_at > s.created_at)";
        JdbcClient.StatementSpec statement = jdbc.sql(
                        select.formatted(target == null ? from : from + " and c.target = :target"))
                .param("states", states)
                .param("object", object);
        return target == null ? statement : statement.param("target", target);
    }

    /** Returns how far each set is that is pending or held, and not disarmed. */
    public Map<ChangeSetId, ContentVersion> signableVersions() {
        Map<ChangeSetId, ContentVersion> versions = new HashMap<>();
        jdbc.sql("select id, data_version, content_at from change_sets"
                        + " where state in ('pending', 'held') and disarmed_at is null")
                .query(row -> {
                    versions.put(
                            new ChangeSetId(row.getLong(1)),
                            new ContentVersion(row.getInt(2), Instant.ofEpochMilli(row.getLong(3))));
                });
        return versions;
    }

    /** Returns what was enacted in the moment in which it was asked for, since a time; in no particular order. */
    public List<ChangeSet> directEditsSince(Instant from) {
        return findAll(jdbc.sql("select id from change_sets where state = 'enacted' and ended_at >= ?"
                        + " and ended_at = created_at")
                .param(from.toEpochMilli())
                .query((row, number) -> row.getLong(1))
                .list());
    }

    /** Returns them in no particular order. */
    public List<ChangeSet> all(Collection<ChangeSetId> ids) {
        return findAll(ids.stream().map(ChangeSetId::value).toList());
    }

    private List<ChangeSet> findAll(List<Long> ids) {
        List<ChangeSet> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            found.addAll(withChanges(
                    rows.findAllById(ids.subList(from, Math.min(ids.size(), from + CHUNK)), ChangeSetRow.class)));
        }
        return found;
    }

    public Optional<ChangeSet> find(ChangeSetId id) {
        return Optional.ofNullable(rows.findById(id.value(), ChangeSetRow.class))
                .map(row -> withChanges(List.of(row)).getFirst());
    }

    /** Returns what a row of the history of changes says. */
    public static Change recorded(RecordedChange change) {
        return ChangeJson.read(new ChangeRow(
                change.id().value(),
                change.set().value(),
                change.place(),
                change.object(),
                change.changeType(),
                change.target(),
                change.content(),
                WriterNames.joined(change.writers()),
                1));
    }

    /** Returns what the rows of a set's changes say. */
    public static List<RecordedChange> recorded(ChangeSet set) {
        return changeRows(set).stream()
                .map(row -> new RecordedChange(
                        new ChangeId(Objects.requireNonNull(row.id())),
                        set.id(),
                        row.place(),
                        row.object(),
                        row.changeType(),
                        row.target(),
                        row.content(),
                        WriterNames.split(row.writtenBy())))
                .toList();
    }

    /** The set that a change belongs to. */
    public Optional<ChangeSetId> setOf(ChangeId change) {
        return Optional.ofNullable(rows.findById(change.value(), ChangeRow.class))
                .map(row -> new ChangeSetId(row.setId()));
    }

    /** Returns those in this state, the latest first. */
    public List<ChangeSet> inState(String state, long offset, int most) {
        return withChanges(rows.findAll(
                Query.query(inState(state))
                        .sort(Sort.by("id").descending())
                        .offset(offset)
                        .limit(most),
                ChangeSetRow.class));
    }

    /** A set that is disarmed is pending in the table: Balrog's lists go on showing it. */
    private static Criteria inState(String state) {
        return switch (state) {
            case "pending" ->
                Criteria.where("state").is("pending").and("disarmedAt").isNull();
            case "disarmed" ->
                Criteria.where("state").is("pending").and("disarmedAt").isNotNull();
            default -> Criteria.where("state").is(state);
        };
    }

    public long countInState(String state) {
        return rows.count(Query.query(inState(state)), ChangeSetRow.class);
    }

    /** Returns those that were enacted or withdrawn, the one that ended last first. */
    public List<ChangeSet> ended(int most) {
        return withChanges(rows.findAll(
                Query.query(Criteria.where("state").in("enacted", "withdrawn"))
                        .sort(Sort.by("endedAt", "id").descending())
                        .limit(most),
                ChangeSetRow.class));
    }

    /** A number that no other set has or will get. */
    public ChangeSetId reserveId() {
        return new ChangeSetId(
                jdbc.sql("select nextval('change_set_ids')").query(Long.class).single());
    }

    /** So many numbers that no other change has or will get, in ascending order. */
    public List<ChangeId> reserveChangeIds(int count) {
        return jdbc
                .sql("select nextval('change_ids') from generate_series(1, ?)")
                .param(count)
                .query((row, number) -> new ChangeId(row.getLong(1)))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(ChangeId::value))
                .toList();
    }

    /** Stores a new set, with its changes. */
    public void insert(Write write, ChangeSet set) {
        rows.insert(row(set));
        insertChanges(write, changeRows(set));
        rows.insert(history(write, set));
    }

    /** Stores title, due time, state and data version of a set whose changes stay as they are. */
    public void update(Write write, ChangeSet set) {
        rows.update(row(set));
        rows.insert(history(write, set));
    }

    /** Stores the data version alone. */
    public void raiseVersion(ChangeSet set) {
        jdbc.sql("update change_sets set data_version = ? where id = ?")
                .params(set.dataVersion(), set.id().value())
                .update();
    }

    /** Stores a set whose changes are others than before: one that keeps its id is still the same change. */
    public void replaceChanges(Write write, ChangeSet before, ChangeSet set) {
        Map<Long, ChangeRow> gone = new LinkedHashMap<>();
        changeRows(before).forEach(row -> gone.put(Objects.requireNonNull(row.id()), row));
        List<ChangeRow> different = new ArrayList<>();
        List<ChangeRow> added = new ArrayList<>();
        for (ChangeRow row : changeRows(set)) {
            ChangeRow known = gone.remove(Objects.requireNonNull(row.id()));
            if (known == null) {
                added.add(row);
            } else if (!known.equals(row)) {
                different.add(row);
            }
        }
        delete(write, gone.values());
        // Places are unique: out of the way first.
        List<Object[]> moved = different.stream()
                .map(row -> new Object[] {-1 - row.place(), row.id()})
                .toList();
        batches.batchUpdate("update changes set place = ? where id = ?", moved);
        batches.batchUpdate(
                "update changes set place = ?, object = ?, change_type = ?, target = ?, content = ?, written_by = ?"
                        + " where id = ?",
                different.stream()
                        .map(row -> new Object[] {
                            row.place(),
                            row.object(),
                            row.changeType(),
                            row.target(),
                            row.content(),
                            row.writtenBy(),
                            row.id()
                        })
                        .toList());
        insertHistory(write, different);
        insertChanges(write, added);
        update(write, set);
    }

    private void delete(Write write, Collection<ChangeRow> gone) {
        List<Object[]> ids = gone.stream().map(row -> new Object[] {row.id()}).toList();
        batches.batchUpdate("delete from changes where id = ?", ids);
        insertHistory(
                write,
                gone.stream()
                        .map(row -> row.at(-1).by(write.by().name()).removed())
                        .toList());
    }

    private void insertChanges(Write write, List<ChangeRow> added) {
        if (!added.isEmpty()) {
            rows.insertAll(added);
        }
        insertHistory(write, added);
    }

    private void insertHistory(Write write, List<ChangeRow> written) {
        batches.batchUpdate(
                "insert into changes_history (changed_by, changed_at, sc_id, set_id, place, object, change_type, target,"
                        + " content, written_by, data_version, rule_id, rule_product, rule_channel)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                written.stream().map(row -> history(write, row)).toList(),
                HISTORY_TYPES);
    }

    private static @Nullable Object[] history(Write write, ChangeRow row) {
        boolean removed = row.content().isEmpty();
        RuleSubject rule = RuleSubject.of(row.object(), row.target(), row.content());
        return new @Nullable Object[] {
            write.by().name(),
            write.at().toEpochMilli(),
            row.id(),
            row.setId(),
            row.place(),
            row.object(),
            row.changeType(),
            row.target(),
            removed ? null : row.content(),
            row.writtenBy(),
            removed ? null : row.dataVersion(),
            rule.id(),
            rule.product(),
            rule.channel()
        };
    }

    private static List<ChangeRow> changeRows(ChangeSet set) {
        List<ChangeRow> changes = new ArrayList<>();
        for (Change change : set.changes()) {
            changes.add(row(set.id().value(), changes.size(), WriterNames.joined(set.writersOf(change.id())), change));
        }
        return changes;
    }

    private static ChangeRow row(long setId, int place, String writers, Change change) {
        Subject subject = Subject.of(change);
        return new ChangeRow(
                change.id().value(),
                setId,
                place,
                subject.object(),
                subject.type(),
                subject.target(),
                ChangeJson.write(change),
                writers,
                1);
    }

    private List<ChangeSet> withChanges(Iterable<ChangeSetRow> sets) {
        List<ChangeSetRow> setRows = new ArrayList<>();
        sets.forEach(setRows::add);
        if (setRows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ChangeRow>> bySet = new HashMap<>();
        Collection<Long> ids = setRows.stream()
                .map(ChangeSetRow::id)
                .map(Objects::requireNonNull)
                .toList();
        rows.findAll(Query.query(Criteria.where("setId").in(ids)), ChangeRow.class)
                .forEach(row -> bySet.computeIfAbsent(row.setId(), ignored -> new ArrayList<>())
                        .add(row));
        return setRows.stream()
                .map(row -> changeSet(
                        row,
                        bySet.getOrDefault(row.id(), List.of()).stream()
                                .sorted(Comparator.comparingInt(ChangeRow::place))
                                .toList()))
                .toList();
    }

    private static ChangeSet changeSet(ChangeSetRow row, List<ChangeRow> changes) {
        Map<ChangeId, List<Actor>> writers = new HashMap<>();
        changes.forEach(change ->
                writers.put(new ChangeId(Objects.requireNonNull(change.id())), WriterNames.split(change.writtenBy())));
        return new ChangeSet(
                new ChangeSetId(Objects.requireNonNull(row.id())),
                row.title(),
                new Actor(row.author()),
                Instant.ofEpochMilli(row.createdAt()),
                Instant.ofEpochMilli(row.due()),
                state(row),
                changes.stream().map(ChangeJson::read).toList(),
                writers,
                row.armedBy() == null ? null : new Actor(row.armedBy()),
                Instant.ofEpochMilli(row.contentAt()),
                row.dataVersion());
    }

    private static ChangeSet.State state(ChangeSetRow row) {
        return switch (row.state()) {
            case "draft" -> new ChangeSet.Draft();
            case "pending" ->
                row.disarmedAt() == null
                        ? new ChangeSet.Pending()
                        : new ChangeSet.Disarmed(
                                Objects.requireNonNull(row.disarmedReason()), Instant.ofEpochMilli(row.disarmedAt()));
            case "held" -> new ChangeSet.Held();
            case "enacted" -> new ChangeSet.Enacted(endedBy(row), endedAt(row));
            case "withdrawn" -> new ChangeSet.Withdrawn(endedBy(row), endedAt(row));
            default -> throw new IllegalStateException("unknown state: " + row.state());
        };
    }

    private static Actor endedBy(ChangeSetRow row) {
        return new Actor(Objects.requireNonNull(row.endedBy()));
    }

    private static Instant endedAt(ChangeSetRow row) {
        return Instant.ofEpochMilli(Objects.requireNonNull(row.endedAt()));
    }

    private static ChangeSetRow row(ChangeSet set) {
        ChangeSet.Disarmed disarmed = disarmed(set);
        return new ChangeSetRow(
                set.id().value(),
                set.title(),
                set.author().name(),
                set.createdAt().toEpochMilli(),
                set.due().toEpochMilli(),
                name(set.state()),
                switch (set.state()) {
                    case ChangeSet.Enacted(Actor by, Instant _) -> by.name();
                    case ChangeSet.Withdrawn(Actor by, Instant _) -> by.name();
                    case ChangeSet.Draft(), ChangeSet.Pending(), ChangeSet.Held(), ChangeSet.Disarmed _ -> null;
                },
                switch (set.state()) {
                    case ChangeSet.Enacted(Actor _, Instant at) -> at.toEpochMilli();
                    case ChangeSet.Withdrawn(Actor _, Instant at) -> at.toEpochMilli();
                    case ChangeSet.Draft(), ChangeSet.Pending(), ChangeSet.Held(), ChangeSet.Disarmed _ -> null;
                },
                set.contentAt().toEpochMilli(),
                disarmed == null ? null : disarmed.at().toEpochMilli(),
                disarmed == null ? null : disarmed.reason(),
                set.armedBy() == null ? null : set.armedBy().name(),
                set.dataVersion());
    }

    private static ChangeSetHistoryRow history(Write write, ChangeSet set) {
        ChangeSet.Disarmed disarmed = disarmed(set);
        return new ChangeSetHistoryRow(
                null,
                write.by().name(),
                write.at().toEpochMilli(),
                set.id().value(),
                set.title(),
                set.author().name(),
                set.due().toEpochMilli(),
                name(set.state()),
                set.createdAt().toEpochMilli(),
                set.contentAt().toEpochMilli(),
                disarmed == null ? null : disarmed.at().toEpochMilli(),
                disarmed == null ? null : disarmed.reason(),
                set.armedBy() == null ? null : set.armedBy().name(),
                set.dataVersion());
    }

    private static ChangeSet.@Nullable Disarmed disarmed(ChangeSet set) {
        return set.state() instanceof ChangeSet.Disarmed disarmed ? disarmed : null;
    }

    private static String name(ChangeSet.State state) {
        return switch (state) {
            case ChangeSet.Draft() -> "draft";
            case ChangeSet.Pending(), ChangeSet.Disarmed _ -> "pending";
            case ChangeSet.Held() -> "held";
            case ChangeSet.Enacted _ -> "enacted";
            case ChangeSet.Withdrawn _ -> "withdrawn";
        };
    }
}
