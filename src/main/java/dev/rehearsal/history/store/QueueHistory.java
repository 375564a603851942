package dev.rehearsal.history.store;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The histories of change sets and of their changes, put together. */
@Repository
public class QueueHistory {

    private static final int CHUNK = 500;

    private static final RowMapper<RecordedSet> SET = (row, number) -> new RecordedSet(
            new ChangeSetId(row.getLong("set_id")),
            row.getString("title"),
            new Actor(row.getString("author")),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("due")),
            row.getString("state"),
            Instant.ofEpochMilli(row.getLong("content_at")),
            row.getObject("disarmed_at") == null
                    ? null
                    : new ChangeSet.Disarmed(
                            row.getString("disarmed_reason"), Instant.ofEpochMilli(row.getLong("disarmed_at"))),
            row.getString("armed_by") == null ? null : new Actor(row.getString("armed_by")),
            row.getInt("data_version"));

    private final HistoryTable<RecordedSet> sets;
    private final HistoryTable<RecordedChange> changes;

    public QueueHistory(JdbcClient jdbc, Histories histories) {
        this.sets = new HistoryTable<>(jdbc, "change_sets_history", List.of("set_id"), "set_id", SET);
        this.changes = histories.changes();
    }

    /**
     * The sets that were pending at a time, with the changes that they then had, in no particular order. Of all the sets
     * that ever were, only those that had begun and not ended are looked at.
     */
    public List<ChangeSet> pendingAt(Instant time) {
        List<Revision<RecordedSet>> pending = sets
                .at(
                        time,
                        new Conditions()
                                .and(
                                        "set_id in (select id from change_sets where created_at <= ?"
                                                + " and (ended_at is null or ended_at >= ?))",
                                        time.toEpochMilli(),
                                        time.toEpochMilli()))
                .stream()
                .filter(revision ->
                        revision.contentIfAny().filter(RecordedSet::isPending).isPresent())
                .toList();
        Map<ChangeSetId, List<RecordedChange>> changesBySet = changesAt(
                time,
                pending.stream()
                        .flatMap(set -> set.contentIfAny().stream())
                        .map(RecordedSet::id)
                        .toList());
        return pending.stream()
                .flatMap(revision ->
                        revision
                                .contentIfAny()
                                .map(set -> set.with(revision, changesBySet.getOrDefault(set.id(), List.of())))
                                .stream())
                .toList();
    }

    private Map<ChangeSetId, List<RecordedChange>> changesAt(Instant time, List<ChangeSetId> ids) {
        List<RecordedChange> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<Long> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK)).stream()
                    .map(ChangeSetId::value)
                    .toList();
            String places = String.join(", ", Collections.nCopies(chunk.size(), "?"));
            changes.at(time, new Conditions().and("set_id in (" + places + ")", chunk.toArray()))
                    .forEach(revision -> revision.contentIfAny().ifPresent(found::add));
        }
        found.sort(Comparator.comparingInt(RecordedChange::place));
        Map<ChangeSetId, List<RecordedChange>> bySet = new HashMap<>();
        found.forEach(change ->
                bySet.computeIfAbsent(change.set(), set -> new ArrayList<>()).add(change));
        return bySet;
    }
}
