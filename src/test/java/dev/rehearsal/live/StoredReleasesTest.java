package dev.rehearsal.live;

import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@EachDatabase
class StoredReleasesTest {

    private static final ReleaseName NAME = new ReleaseName("F-121");
    private static final String DE = ".platforms.WINNT_x86_64-msvc.locales.de";
    private static final String FR = ".platforms.WINNT_x86_64-msvc.locales.fr";
    private static final String LOCALES = "platforms/WINNT_x86_64-msvc/locales/";
    private static final String COMPLETE = "{'completes': [{'from': 'F-120', 'filesize': 9, 'hashValue': 'def'}]}";

    private final TestDatabase database;
    private final ReleaseWriter writing;
    private final Releases releases;
    private final StoredContents contents;

    StoredReleasesTest(TestDatabase database) {
        this.database = database.emptied();
        this.writing = database.bean(ReleaseWriter.class);
        this.releases = database.bean(Releases.class);
        this.contents = database.bean(StoredContents.class);
    }

    @Test
    void aReleaseComesBackAsItWasWritten() {
        Release written = insert(aRelease(9).json(), 4, true);

        assertThat(releases.all())
                .extracting(release -> release.withIncarnation(0))
                .containsExactly(written);
        assertThat(written).isEqualTo(new Release(NAME, "Firefox", true, 4, written.content()));
    }

    @Test
    void aContentThatIsNotKeptSaysSo() {
        ContentHash pruned = new ContentHash("0".repeat(64));

        assertThatThrownBy(() -> contents.blob(pruned))
                .isInstanceOf(ContentNotKeptException.class)
                .hasMessageContaining("is not kept any more");
    }

    @Test
    void itsBlobIsPutTogetherFromItsParts() {
        JsonNode blob = aRelease(9).with(LOCALES + "fr", COMPLETE).json();

        Release written = insert(blob, 1, false);

        assertThat(releases.parts(NAME)).containsOnlyKeys(".", DE, FR);
        assertThat(contents.json(written.content())).isEqualTo(blob);
    }

    @Test
    void theBasePartBeginsAtTheVersionOfTheReleaseAndALocaleAtOne() {
        insert(aRelease(9).json(), 4, false);

        assertThat(partVersion(".")).isEqualTo(4);
        assertThat(partVersion(DE)).isEqualTo(1);
    }

    @Test
    void partsWithTheSameContentAreStoredOnce() {
        insert(
                aRelease(9)
                        .with(LOCALES + "fr", COMPLETE)
                        .with(LOCALES + "it", COMPLETE)
                        .json(),
                1,
                false);

        assertThat(database.rows("select hash from contents")).hasSize(3);
        assertThat(database.rows("select path from release_parts")).hasSize(4);
    }

    @Test
    void anInsertLeavesAHistoryRowForTheReleaseAndForEachPart() {
        insert(aRelease(9).json(), 4, true);

        assertThat(database.rows("select * from releases_history"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("changed_by", TestDatabase.WRITER.name())
                        .containsEntry("changed_at", TestClock.START.toEpochMilli())
                        .containsEntry("product", "Firefox")
                        .containsEntry("read_only", true)
                        .containsEntry("data_version", 4));
        assertThat(partHistory()).extracting(row -> row.get("path")).containsExactlyInAnyOrder(".", DE);
    }

    @Test
    void anEditTouchesOnlyThePartsThatDiffer() {
        Release before = insert(aRelease(9).with(LOCALES + "fr", COMPLETE).json(), 1, false);
        JsonNode edited = aRelease(9)
                .with(LOCALES + "fr", COMPLETE)
                .with(LOCALES + "de", COMPLETE)
                .json();

        Release after = replace(before, edited);

        assertThat(contents.json(after.content())).isEqualTo(edited);
        assertThat(partVersion(DE)).isEqualTo(2);
        assertThat(partVersion(FR)).isEqualTo(1);
        assertThat(partHistory())
                .hasSize(4)
                .last()
                .satisfies(row -> assertThat(row).containsEntry("path", DE).containsEntry("data_version", 2));
    }

    @Test
    void aPartThatIsLeftOutIsRemoved() {
        Release before = insert(aRelease(9).with(LOCALES + "fr", COMPLETE).json(), 1, false);

        replace(before, aRelease(9).json());

        assertThat(releases.parts(NAME)).containsOnlyKeys(".", DE);
        assertThat(partHistory())
                .last()
                .satisfies(row -> assertThat(row)
                        .containsEntry("path", FR)
                        .containsEntry("hash", null)
                        .containsEntry("data_version", null));
    }

    @Test
    void aRemovalLeavesHistoryAndContents() {
        Release before = insert(aRelease(9).json(), 1, false);

        database.write(entry -> {
            writing.apply(entry, NAME, before, null);
            return entry;
        });

        assertThat(releases.all()).isEmpty();
        assertThat(releases.parts(NAME)).isEmpty();
        assertThat(database.rows("select * from releases_history order by change_id"))
                .extracting(row -> row.get("data_version"))
                .containsExactly(1, null);
        assertThat(partHistory()).hasSize(4);
        assertThat(contents.json(before.content())).isEqualTo(aRelease(9).json());
    }

    @Test
    void aReleaseRefersToTheSourcesOfItsPartials() {
        Release written = insert(aRelease(9).with(LOCALES + "fr", COMPLETE).json(), 1, false);

        assertThat(contents.references(written.content()).partialSources()).isEqualTo(Set.of(new ReleaseName("F-120")));
        assertThat(database.rows("select partial_sources from content_references"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("partial_sources", "F-120"));
    }

    @Test
    void whatIsWrongWithABlobIsSaidWithItsPlaceAndNothingIsStored() {
        JsonNode wrong = aRelease(9).with(LOCALES + "de/buildID", "true").json();

        assertThatThrownBy(() -> database.write(entry -> writing.store(NAME, "Firefox", wrong, "")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::place)
                                .containsExactly("blob.platforms.WINNT_x86_64-msvc.locales.de.buildID"));
        assertThat(database.rows("select hash from contents")).isEmpty();
    }

    @Test
    void aPathThatDoesNotFitIsRefused() {
        JsonNode wrong = aRelease(9).with(LOCALES + "d".repeat(300), COMPLETE).json();

        assertThatThrownBy(() -> database.write(entry -> writing.store(NAME, "Firefox", wrong, "")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("too long to be stored");
    }

    private Release insert(JsonNode blob, int dataVersion, boolean readOnly) {
        return database.write(entry -> {
            Manifest manifest = writing.store(NAME, "Firefox", blob, "");
            writing.insert(entry, NAME, "Firefox", readOnly, dataVersion, manifest);
            return new Release(NAME, "Firefox", readOnly, dataVersion, manifest.content());
        });
    }

    private Release replace(Release before, JsonNode blob) {
        return database.write(entry -> {
            Manifest manifest = writing.store(NAME, "Firefox", blob, "");
            Release after = new Release(NAME, "Firefox", false, before.dataVersion() + 1, manifest.content());
            writing.apply(entry, NAME, before, after);
            return after;
        });
    }

    private int partVersion(String path) {
        return Objects.requireNonNull(releases.parts(NAME).get(path)).dataVersion();
    }

    private List<Map<String, @Nullable Object>> partHistory() {
        return database.rows("select * from release_parts_history order by change_id");
    }
}
