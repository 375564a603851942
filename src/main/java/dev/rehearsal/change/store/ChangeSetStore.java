package dev.rehearsal.change.store;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes change sets; each write leaves history rows. */
@Repository
public class ChangeSetStore {

    /** As many values as one statement asks for at once. */
    private static final int CHUNK = 1_000;

    private final JdbcAggregateOperations rows;
    private final JdbcClient jdbc;

    public ChangeSetStore(JdbcAggregateOperations rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** In no particular order. */
    public List<ChangeSet> pending() {
        return withChanges(rows.findAll(Query.query(Criteria.where("state").is("pending")), ChangeSetRow.class));
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
        JdbcClient.StatementSpec found = jdbc.sql(
                        "select distinct s.id from change_sets s join changes c on c.set_id = s.id"
                                + " where s.state in (:states) and c.object = :object"
                                + " and (s.ended_at is null or s.ended_at > s.created_at)"
                                + (target == null ? "" : " and c.target = :target"))
                .param("states", states)
                .param("object", object);
        return findAll((target == null ? found : found.param("target", target))
                .query((row, number) -> row.getLong(1))
                .list());
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

    /** What a row of the history of changes says. */
    public static Change recorded(RecordedChange change) {
        return ChangeJson.read(new ChangeRow(
                change.id().value(),
                change.set().value(),
                change.place(),
                change.object(),
                change.changeType(),
                change.target(),
                change.content(),
                change.writer().name(),
                1));
    }

    /** The set that a change belongs to. */
    public Optional<ChangeSetId> setOf(ChangeId change) {
        return Optional.ofNullable(rows.findById(change.value(), ChangeRow.class))
                .map(row -> new ChangeSetId(row.setId()));
    }

    /** Those in this state, the latest first. */
    public List<ChangeSet> inState(String state, long offset, int most) {
        return withChanges(rows.findAll(
                Query.query(Criteria.where("state").is(state))
                        .sort(Sort.by("id").descending())
                        .offset(offset)
                        .limit(most),
                ChangeSetRow.class));
    }

    public long countInState(String state) {
        return rows.count(Query.query(Criteria.where("state").is(state)), ChangeSetRow.class);
    }

    /** Those that were enacted or withdrawn, the one that ended last first. */
    public List<ChangeSet> ended(int most) {
        return withChanges(rows.findAll(
                Query.query(Criteria.where("state").in("enacted", "withdrawn"))
                        .sort(Sort.by("endedAt", "id").descending())
                        .limit(most),
                ChangeSetRow.class));
    }

    /** Stores a new set, as a draft or pending. */
    public ChangeSet insert(Entry entry, NewSet set, List<Function<ChangeId, Change>> changes) {
        ChangeSetRow row = rows.insert(new ChangeSetRow(
                null,
                set.title(),
                set.author().name(),
                entry.at().toEpochMilli(),
                set.due().toEpochMilli(),
                set.draft() ? "draft" : "pending",
                null,
                null,
                entry.at().toEpochMilli(),
                1));
        long setId = Objects.requireNonNull(row.id());
        for (int place = 0; place < changes.size(); place++) {
            insertChange(entry, setId, place, set.author(), changes.get(place));
        }
        ChangeSet inserted = find(new ChangeSetId(setId)).orElseThrow();
        rows.insert(history(entry, inserted));
        return inserted;
    }

    /** A set that is about to be stored. */
    public record NewSet(String title, Actor author, Instant due, boolean draft) {}

    /** Stores title, due time, state and data version of a set whose changes stay as they are. */
    public void update(Entry entry, ChangeSet set) {
        rows.update(row(set));
        rows.insert(history(entry, set));
    }

    /**
     * Stores other changes in place of those that a set has; one about the same object keeps its id, and if it says the
     * same also its writer.
     *
     * @param changes each for the id that it gets, unless it insists on that of one of the set's changes
     */
    public ChangeSet replaceChanges(
            Entry entry, ChangeSet set, Actor writer, List<Function<ChangeId, Change>> changes) {
        Succession succession = new Succession(set.changes(), changes);
        List<ChangeRow> kept = new ArrayList<>();
        List<ChangeRow> different = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < changes.size(); place++) {
            Change same = succession.before(place);
            if (same == null) {
                places.add(place);
            } else {
                Change next = changes.get(place).apply(same.id());
                boolean unchanged = next.equals(same);
                ChangeRow row = row(
                        same.id().value(),
                        set.id().value(),
                        place,
                        unchanged ? Objects.requireNonNull(set.writers().get(same.id())) : writer,
                        next);
                kept.add(row);
                if (!unchanged || set.changes().indexOf(same) != place) {
                    different.add(row);
                }
            }
        }
        succession.gone().forEach(change -> delete(entry, set, change));
        // Places are unique: out of the way first.
        kept.forEach(row -> rows.update(row.at(-1 - row.place())));
        kept.forEach(rows::update);
        different.forEach(row -> rows.insert(history(entry, row)));
        for (int place : places) {
            insertChange(entry, set.id().value(), place, writer, changes.get(place));
        }
        update(entry, set);
        return find(set.id()).orElseThrow();
    }

    private void delete(Entry entry, ChangeSet set, Change gone) {
        rows.deleteById(gone.id().value(), ChangeRow.class);
        rows.insert(history(
                entry,
                row(gone.id().value(), set.id().value(), -1, entry.by(), gone).removed()));
    }

    /** The id is part of the content of nothing, but a change does not exist without one: insert, then fill in. */
    private void insertChange(Entry entry, long setId, int place, Actor writer, Function<ChangeId, Change> change) {
        ChangeRow row = rows.insert(row(null, setId, place, writer, change.apply(Succession.NEW)));
        rows.insert(history(entry, row));
    }

    private static ChangeHistoryRow history(Entry entry, ChangeRow row) {
        return new ChangeHistoryRow(
                null,
                entry.by().name(),
                entry.at().toEpochMilli(),
                Objects.requireNonNull(row.id()),
                row.setId(),
                row.place(),
                row.object(),
                row.changeType(),
                row.target(),
                row.content().isEmpty() ? null : row.content(),
                row.writtenBy(),
                row.content().isEmpty() ? null : row.dataVersion());
    }

    private static ChangeRow row(@Nullable Long id, long setId, int place, Actor writer, Change change) {
        Subject subject = Subject.of(change);
        return new ChangeRow(
                id,
                setId,
                place,
                subject.object(),
                subject.type(),
                subject.target(),
                ChangeJson.write(change),
                writer.name(),
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
        Map<ChangeId, Actor> writers = new HashMap<>();
        changes.forEach(change ->
                writers.put(new ChangeId(Objects.requireNonNull(change.id())), new Actor(change.writtenBy())));
        return new ChangeSet(
                new ChangeSetId(Objects.requireNonNull(row.id())),
                row.title(),
                new Actor(row.author()),
                Instant.ofEpochMilli(row.createdAt()),
                Instant.ofEpochMilli(row.due()),
                state(row),
                changes.stream().map(ChangeJson::read).toList(),
                writers,
                Instant.ofEpochMilli(row.contentAt()),
                row.dataVersion());
    }

    private static ChangeSet.State state(ChangeSetRow row) {
        return switch (row.state()) {
            case "draft" -> new ChangeSet.Draft();
            case "pending" -> new ChangeSet.Pending();
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
                    case ChangeSet.Draft(), ChangeSet.Pending(), ChangeSet.Held() -> null;
                },
                switch (set.state()) {
                    case ChangeSet.Enacted(Actor _, Instant at) -> at.toEpochMilli();
                    case ChangeSet.Withdrawn(Actor _, Instant at) -> at.toEpochMilli();
                    case ChangeSet.Draft(), ChangeSet.Pending(), ChangeSet.Held() -> null;
                },
                set.contentAt().toEpochMilli(),
                set.dataVersion());
    }

    private static ChangeSetHistoryRow history(Entry entry, ChangeSet set) {
        return new ChangeSetHistoryRow(
                null,
                entry.by().name(),
                entry.at().toEpochMilli(),
                set.id().value(),
                set.title(),
                set.author().name(),
                set.due().toEpochMilli(),
                name(set.state()),
                set.createdAt().toEpochMilli(),
                set.contentAt().toEpochMilli(),
                set.dataVersion());
    }

    private static String name(ChangeSet.State state) {
        return switch (state) {
            case ChangeSet.Draft() -> "draft";
            case ChangeSet.Pending() -> "pending";
            case ChangeSet.Held() -> "held";
            case ChangeSet.Enacted _ -> "enacted";
            case ChangeSet.Withdrawn _ -> "withdrawn";
        };
    }
}
