package dev.rehearsal.dataset;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** Stores the sets that a dataset tells just as they were, in the order in which they were made. */
final class RecordedSets {

    private final DatasetTables tables;
    private final Write write;
    private final List<RecordedSetObjects.RecordedSet> sets;
    private final Map<ChangeSetId, ChangeSetId> ids = new HashMap<>();

    RecordedSets(DatasetTables tables, Write write, List<RecordedSetObjects.RecordedSet> told) {
        this.tables = tables;
        this.write = write;
        this.sets = told.stream()
                .sorted(Comparator.comparing(RecordedSetObjects.RecordedSet::id))
                .toList();
        sets.forEach(
                set -> ids.put(new ChangeSetId(set.id()), tables.changeSets().reserveId()));
    }

    /** Their ids here by those in the dataset. */
    Map<ChangeSetId, ChangeSetId> ids() {
        return ids;
    }

    void store(RowNumbers numbers) {
        for (RecordedSetObjects.RecordedSet told : sets) {
            ChangeSet set = set(told, numbers);
            refuseMissingContents(told, set);
            set.changes().forEach(this::keepPerson);
            tables.changeSets().importAsItWas(write, set);
            told.signoffs()
                    .forEach(given ->
                            tables.signoffs().put(write, set.id(), signoff(tables, write, given, numbers.grants())));
            storeComments(told.comments(), set);
        }
    }

    /** Whoever said something and is gone stays gone. */
    private void storeComments(List<CommentObjects.Said> comments, ChangeSet set) {
        List<ChangeId> changes = set.changes().stream().map(Change::id).toList();
        List<Long> stored = new ArrayList<>();
        for (CommentObjects.Said said : comments) {
            if (!said.id().equals(PersonId.NONE)) {
                tables.people().importGone(write, said.id(), said.person().name());
            }
            stored.add(tables.comments()
                    .add(said.on(set.id(), changes, stored), said.waitsFor())
                    .id());
        }
    }

    private ChangeSet set(RecordedSetObjects.RecordedSet told, RowNumbers numbers) {
        List<Change> changes = new ArrayList<>();
        Map<ChangeId, List<Actor>> writers = new HashMap<>();
        List<Long> ofSecondApi = new ArrayList<>();
        List<ChangeId> changeIds =
                tables.changeSets().reserveChangeIds(told.changes().size());
        for (int place = 0; place < changeIds.size(); place++) {
            RecordedChangeObject change = told.changes().get(place);
            ChangeId id = changeIds.get(place);
            Change restored = change.as(id, numbers);
            changes.add(restored);
            writers.put(id, change.writers());
            if (change.secondApi() && restored.identity().made() != null) {
                ofSecondApi.add(restored.identity().made());
            }
        }
        tables.releases().markMadeBySecondApi(write, ofSecondApi);
        return new ChangeSet(
                Objects.requireNonNull(ids.get(new ChangeSetId(told.id()))),
                told.title(),
                told.author(),
                told.createdAt(),
                told.due(),
                told.state(),
                changes,
                writers,
                told.armedBy(),
                told.contentAt(),
                told.dataVersion());
    }

    private void refuseMissingContents(RecordedSetObjects.RecordedSet told, ChangeSet set) {
        Set<ContentHash> named = new HashSet<>();
        set.changes().forEach(change -> named.addAll(OpenSetObjects.partsOf(change)));
        tables.releases()
                .missing(named)
                .forEach(hash -> told.object().wrong("contents", "The content " + hash + " is missing."));
    }

    /** A person whom a change means and who is gone must not come back as somebody else. */
    private void keepPerson(Change change) {
        Long person = change.identity().row();
        if (change instanceof RowChange<?> row && person != null) {
            tables.people().importGone(write, new PersonId(person), row.target());
        }
    }

    /** It counts if its digest is that of what the imported tables make of the set. */
    static Signoff signoff(DatasetTables tables, Write write, SignoffObjects.Given given, LongUnaryOperator grants) {
        return new Signoff(
                given.person(),
                given.role(),
                given.at() == null ? write.at() : given.at(),
                given.digest(),
                given.items(),
                given.grant() == null
                        ? tables.people().find(given.person()).grantOf(given.role())
                        : grants.applyAsLong(given.grant()),
                given.credential(),
                null);
    }
}
