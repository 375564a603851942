package dev.rehearsal.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.CountedStatements;
import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.enactment.ReleaseEdits;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody else writes on any node while a release is being written: what that takes must not grow with its parts. */
@EachDatabase
class StatementsUnderLockTest {

    private static final int PARTS = 600;
    private static final int MOST = 60;
    private static final ReleaseName NAME = new ReleaseName("Firefox-nightly-latest");
    private static final Actor GRETA = new Actor(Office.GRETA);

    private final Office office;
    private final ReleaseEdits releaseEdits;
    private final Releases releases;

    StatementsUnderLockTest(TestDatabase database) {
        this.office = new Office(database);
        this.releaseEdits = database.bean(ReleaseEdits.class);
        this.releases = database.bean(Releases.class);
    }

    @Test
    void aReleaseOfManyPartsIsAddedInFewStatements() {
        assertFew(() -> releaseEdits.write(GRETA, "Add", release(7, PARTS)));
        assertThat(releases.parts(NAME)).hasSizeGreaterThan(PARTS);
    }

    @Test
    void manyPartsAreChangedInFewStatements() {
        releaseEdits.write(GRETA, "Add", release(7, PARTS));

        ChangeSet set = assertFew(() -> releaseEdits.write(GRETA, "Change", release(8, PARTS)));

        assertThat(set.changes()).hasSizeGreaterThanOrEqualTo(PARTS);
        assertThat(releases.parts(NAME).values())
                .filteredOn(part -> part.dataVersion() == 2)
                .hasSizeGreaterThanOrEqualTo(PARTS);
    }

    @Test
    void manyPartsAreRemovedInFewStatements() {
        releaseEdits.write(GRETA, "Add", release(7, PARTS));

        assertFew(() -> releaseEdits.write(GRETA, "Remove locales", release(7, 1)));

        assertThat(releases.parts(NAME)).hasSizeLessThan(5);
    }

    @Test
    void manyPartsAreScheduledAndRevisedInFewStatements() {
        releaseEdits.write(GRETA, "Add", release(7, PARTS));

        ChangeSet set = assertFew(() -> releaseEdits.schedule(GRETA, "Later", Office.at(3), release(8, PARTS)));
        ChangeSet revised = assertFew(() -> Optional.of(
                office.changeSets.revise(GRETA, set.id(), null, new Revision(null, null, List.of(release(9, PARTS))))));

        assertThat(revised.changes()).extracting(Change::id).containsExactlyElementsOf(ids(set));
        assertThat(revised).isEqualTo(office.now(set));
        assertThat(office.enactment.enact(GRETA, set.id()).changes()).isEqualTo(revised.changes());
    }

    @Test
    void theQueueIsReadOnceHoweverManySetsOfAReleaseGiveWay() {
        releaseEdits.write(GRETA, "Add", release(7, 3));
        office.schedule("A", 2, new Proposal.RemoveRelease(NAME, null));
        List<String> one = CountedStatements.underLock(() -> releaseEdits.remove(GRETA, NAME));
        releaseEdits.write(GRETA, "Add", release(7, 3));
        for (int i = 0; i < 20; i++) {
            office.draft("Draft " + i, 2, new Proposal.RemoveRelease(NAME, null));
        }
        office.changeSets
                .inState("draft", 20)
                .forEach(draft -> office.changeSets.submit(new Actor(Office.ADA), draft.id(), null));

        List<String> twenty = CountedStatements.underLock(() -> releaseEdits.remove(GRETA, NAME));

        assertThat(readsOfSets(twenty)).isLessThanOrEqualTo(readsOfSets(one));
    }

    private static long readsOfSets(List<String> statements) {
        return statements.stream()
                .filter(sql -> sql.toLowerCase(Locale.ROOT).contains("from change_sets"))
                .count();
    }

    private static List<ChangeId> ids(ChangeSet set) {
        return set.changes().stream().map(Change::id).toList();
    }

    private static ChangeSet assertFew(Supplier<Optional<ChangeSet>> write) {
        AtomicReference<ChangeSet> written = new AtomicReference<>();
        List<String> sent =
                CountedStatements.underLock(() -> written.set(write.get().orElseThrow()));
        assertThat(sent).hasSizeLessThanOrEqualTo(MOST);
        return written.get();
    }

    private Proposal.WriteRelease release(int size, int locales) {
        Map<String, Integer> versions = new HashMap<>();
        for (ReleasePart part : releases.parts(NAME).values()) {
            versions.put(part.path(), part.dataVersion());
        }
        String[] all = IntStream.range(0, locales)
                .mapToObj(i -> "" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "=" + size)
                .toArray(String[]::new);
        return new Proposal.WriteRelease(NAME, "Firefox", Office.blob(NAME.value(), all), versions);
    }
}
