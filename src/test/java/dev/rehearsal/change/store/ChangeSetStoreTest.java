package dev.rehearsal.change.store;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@EachDatabase
class ChangeSetStoreTest {

    private static final Actor AUTHOR = new Actor("ada@rehearsal.example");
    private static final Instant DUE = TestClock.START.plus(Duration.ofHours(4));
    private static final Rule RULE = aRule().withId(7)
            .withAlias("seven")
            .forProduct("Firefox")
            .forChannel("release*")
            .forJaws(false)
            .fallsBackTo("Firefox-129")
            .withDataVersion(3)
            .build();
    private static final ReleaseName RELEASE = new ReleaseName("Firefox-130");
    private static final ContentHash ONE = new ContentHash("1".repeat(64));
    private static final ContentHash TWO = new ContentHash("2".repeat(64));
    private static final String DE = ".platforms.WINNT_x86_64-msvc.locales.de";

    private final TestDatabase database;
    private final ChangeSetStore store;

    ChangeSetStoreTest(TestDatabase database) {
        this.database = database.emptied();
        this.store = database.bean(ChangeSetStore.class);
    }

    @Test
    void aSetComesBackAsItWasWritten() {
        ChangeSet inserted = insert(id -> new Change.RuleAddition(id, RULE));

        assertThat(store.find(inserted.id())).contains(inserted);
        assertThat(store.pending()).containsExactly(inserted);
        assertThat(inserted)
                .isEqualTo(new ChangeSet(
                        inserted.id(),
                        "Ship 130",
                        AUTHOR,
                        TestClock.START,
                        DUE,
                        new ChangeSet.Pending(),
                        inserted.changes(),
                        Map.of(inserted.changes().getFirst().id(), List.of(AUTHOR)),
                        null,
                        TestClock.START,
                        1));
    }

    @Test
    void everyKindOfChangeComesBackInItsPlace() {
        List<Function<ChangeId, Change>> changes = List.of(
                id -> new Change.RuleRemoval(id, RULE.id(), List.of(RULE, RULE.withDataVersion(4))),
                id -> new Change.RuleEdit(
                        id,
                        new RuleId(8),
                        Map.of(
                                RuleField.MAPPING, new FieldEdit("Firefox-130", "Firefox-128", "Firefox-129"),
                                RuleField.BACKGROUND_RATE, new FieldEdit(25, 100, 100),
                                RuleField.JAWS, new FieldEdit(null, true, false),
                                RuleField.COMMENT, new FieldEdit("hold back", null, null))),
                id -> new Change.RuleAddition(id, RULE),
                id -> new Change.ReleaseAddition(
                        id, RELEASE, "Firefox", true, new Manifest(new TreeMap<>(Map.of(".", ONE, DE, TWO)))),
                id -> new Change.ReleaseEdit(
                        id,
                        new ReleaseName("Firefox-131"),
                        Map.of(
                                new ReleaseField.Product(), new FieldEdit("Thunderbird", "Firefox", "Firefox"),
                                new ReleaseField.ReadOnly(), new FieldEdit(true, false, false),
                                new ReleaseField.Part("."), new FieldEdit(ONE, TWO, TWO),
                                new ReleaseField.Part(DE), new FieldEdit(null, ONE, TWO))),
                id -> new Change.ReleaseRemoval(id, new ReleaseName("Firefox-1"), List.of(ONE, TWO)));

        ChangeSet inserted = insert(changes);

        assertThat(store.find(inserted.id()).orElseThrow().changes()).isEqualTo(inserted.changes());
        assertThat(inserted.changes()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void aChangeLeadsToItsSet() {
        ChangeSet inserted = insert(id -> new Change.RuleAddition(id, RULE));

        assertThat(store.setOf(inserted.changes().getFirst().id())).contains(inserted.id());
        assertThat(store.setOf(new ChangeId(999))).isEmpty();
    }

    @Test
    void aSetThatEndedKeepsWhoAndWhen() {
        ChangeSet inserted = insert(id -> new Change.RuleAddition(id, RULE));
        ChangeSet enacted = inserted.in(new ChangeSet.Enacted(new Actor("enactor"), DUE));

        update(enacted);

        assertThat(store.find(inserted.id())).contains(enacted);
        assertThat(store.pending()).isEmpty();
    }

    @Test
    void aHeldSetIsNotPending() {
        ChangeSet held = insert(id -> new Change.RuleAddition(id, RULE)).in(new ChangeSet.Held());

        update(held);

        assertThat(store.find(held.id())).contains(held);
        assertThat(store.pending()).isEmpty();
    }

    @Test
    void setsOfAStateComeInPagesTheLatestFirst() {
        ChangeSet first = insert(id -> new Change.RuleAddition(id, RULE));
        insert(id -> new Change.RuleAddition(id, RULE));
        ChangeSet last = insert(id -> new Change.RuleAddition(id, RULE));
        update(first.in(new ChangeSet.Held()));
        update(last.in(new ChangeSet.Held()));

        assertThat(store.countInState("held")).isEqualTo(2);
        assertThat(store.inState("held", 0, 1)).extracting(ChangeSet::id).containsExactly(last.id());
        assertThat(store.inState("held", 1, 5)).extracting(ChangeSet::id).containsExactly(first.id());
        assertThat(store.inState("held", 2, 5)).isEmpty();
        assertThat(store.countInState("draft")).isZero();
    }

    @Test
    void eachWriteLeavesAHistoryRow() {
        ChangeSet inserted = insert(id -> new Change.RuleAddition(id, RULE));
        update(inserted.in(new ChangeSet.Withdrawn(AUTHOR, TestClock.START)));

        assertThat(database.rows("select * from change_sets_history order by change_id"))
                .extracting(row -> row.get("state"))
                .containsExactly("pending", "withdrawn");
        assertThat(database.rows("select * from changes_history"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry(
                                "sc_id", inserted.changes().getFirst().id().value())
                        .containsEntry("set_id", inserted.id().value())
                        .containsEntry("object", "rule")
                        .containsEntry("change_type", "insert")
                        .containsEntry("target", "7"));
    }

    @Test
    void reservedIdsAreGivenOnce() {
        List<ChangeId> some = store.reserveChangeIds(3);
        List<ChangeId> others = store.reserveChangeIds(2);

        assertThat(some).hasSize(3).isSorted().doesNotHaveDuplicates().doesNotContainAnyElementsOf(others);
        assertThat(others).hasSize(2);
        assertThat(store.reserveId()).isNotEqualTo(store.reserveId());
    }

    @Test
    void thereIsNoSetWithAnotherId() {
        assertThat(store.find(new ChangeSetId(1))).isEmpty();
    }

    private ChangeSet insert(Function<ChangeId, Change> change) {
        return insert(List.of(change));
    }

    private ChangeSet insert(List<Function<ChangeId, Change>> changes) {
        Iterator<ChangeId> ids = store.reserveChangeIds(changes.size()).iterator();
        List<Change> made =
                changes.stream().map(change -> change.apply(ids.next())).toList();
        return database.write(entry -> {
            ChangeSet set = new ChangeSet(
                    store.reserveId(),
                    "Ship 130",
                    AUTHOR,
                    entry.at(),
                    DUE,
                    new ChangeSet.Pending(),
                    made,
                    made.stream().collect(Collectors.toMap(Change::id, change -> List.of(AUTHOR))),
                    null,
                    entry.at(),
                    1);
            store.insert(entry, set);
            return set;
        });
    }

    private void update(ChangeSet set) {
        database.write(entry -> {
            store.update(entry, set);
            return entry;
        });
    }
}
