package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.BUILD;
import static dev.rehearsal.enactment.Asking.DE_PATH;
import static dev.rehearsal.enactment.Asking.FR_PATH;
import static dev.rehearsal.enactment.Asking.blob;
import static dev.rehearsal.enactment.Asking.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.NewLocale;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Proposal.BlobStart;
import dev.rehearsal.change.Proposal.LockRelease;
import dev.rehearsal.change.Proposal.MergeRelease;
import dev.rehearsal.change.Proposal.PutRelease;
import dev.rehearsal.change.Proposal.Seen;
import dev.rehearsal.change.Proposal.WriteLocale;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes of releases that depend on what they are at that moment. */
@EachDatabase
class ReleaseWritesTest {

    private static final String PLATFORM = "WINNT_x86_64-msvc";

    private final Rehearsal sets;

    ReleaseWritesTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    @Test
    void localesThatWereSentAtOnceAreAllKept() {
        for (String locale : List.of("fr", "it", "pl", "ru")) {
            sets.live(locale("R3", new Seen.At(1), locale, BUILD));
        }

        assertThat(sets.release("R3").dataVersion()).isEqualTo(5);
        assertThat(json("R3").at("/platforms/" + PLATFORM + "/locales").propertyNames())
                .containsExactly("de", "fr", "it", "pl", "ru");
    }

    @Test
    void aLocaleThatSomebodyElseWroteMeanwhileIsNotOverwritten() {
        sets.live(locale("R3", new Seen.At(1), "fr", "{'buildID': '1'}"));

        refused(
                Reason.INVALID,
                "release 'R3' is at data_version 2 by now, not 1, and platforms.WINNT_x86_64-msvc.locales.fr.buildID was"
                        + " changed meanwhile",
                () -> sets.live(locale("R3", new Seen.At(1), "fr", "{'buildID': '2'}")));
    }

    @Test
    void theSameWriteSentAgainIsOutdated() {
        sets.live(locale("R3", new Seen.At(1), "fr", BUILD));

        refused(
                Reason.INVALID,
                "release 'R3' is at data_version 2 by now, not 1: look at it again",
                () -> sets.live(locale("R3", new Seen.At(1), "fr", BUILD)));
    }

    @Test
    void aVersionThatTheReleaseNeverHadIsOutdated() {
        refused(
                Reason.INVALID,
                "release 'R3' is at data_version 1 by now, not 7",
                () -> sets.live(locale("R3", new Seen.At(7), "fr", BUILD)));
    }

    @Test
    void aWholeBlobIsPutTogetherWithWhatItWasMadeFromWhicheverMillisecondThatWas() {
        sets.live(locale("R3", new Seen.At(1), "fr", BUILD));
        sets.live(locale("R3", new Seen.At(2), "it", BUILD));
        ObjectNode fromSecond = json("R3");
        fromSecond.withObject("/platforms/" + PLATFORM + "/locales").remove("it");
        fromSecond.put("displayVersion", "second");
        sets.live(locale("R3", new Seen.At(3), "pl", BUILD));

        sets.live(new PutRelease(new ReleaseName("R3"), "Firefox", new Seen.At(2), fromSecond));

        assertThat(json("R3").get("displayVersion").asString()).isEqualTo("second");
        assertThat(json("R3").at("/platforms/" + PLATFORM + "/locales").propertyNames())
                .containsExactly("de", "fr", "it", "pl");
    }

    @Test
    void whatIsLikeThatAlreadyWritesNothing() {
        List<Map<String, @Nullable Object>> before = sets.everything();

        assertThat(sets.enactment.enactDifference(
                        Rehearsal.AUTHOR,
                        "Nothing",
                        List.of(
                                new PutRelease(new ReleaseName("R3"), "Firefox", new Seen.At(1), blob("R3")),
                                new LockRelease(new ReleaseName("R2"), 1, false),
                                new MergeRelease(
                                        new ReleaseName("R1"),
                                        (ObjectNode) BlobBuilder.parse("{'name': 'R1'}"),
                                        Map.of()))))
                .isEmpty();

        assertThat(sets.everything()).isEqualTo(before);
    }

    @Test
    void aLockIsAChangeOfTheBasePart() {
        sets.live(new LockRelease(new ReleaseName("R3"), 1, true));

        assertThat(sets.release("R3").readOnly()).isTrue();
        assertThat(sets.partVersions("R3")).isEqualTo(Map.of(".", 2, DE_PATH, 1));
        refused(
                Reason.FORBIDDEN,
                "release 'R3' is read-only",
                () -> sets.live(locale("R3", new Seen.At(2), "fr", BUILD)));
    }

    @Test
    void aPieceIsMergedIntoWhatTheQueueMakes() {
        sets.schedule(1, merge("{'fr': {'buildID': '1'}}"));
        ChangeSet second = sets.schedule(2, merge("{'fr': {'appVersion': '9.0'}}"));

        assertThat(second.changes()).hasSize(1);
        sets.enact(sets.changeSets
                .find(sets.database.bean(ChangeQueue.class).pending().getFirst().id())
                .orElseThrow());
        sets.enact(second);

        assertThat(json("R3").at("/platforms/" + PLATFORM + "/locales/fr"))
                .isEqualTo(BlobBuilder.parse("{'buildID': '1', 'appVersion': '9.0'}"));
        assertThat(sets.partVersions("R3")).isEqualTo(Map.of(".", 1, DE_PATH, 1, FR_PATH, 2));
    }

    private static Proposal merge(String locales) {
        ObjectNode piece =
                (ObjectNode) BlobBuilder.parse("{'platforms': {'" + PLATFORM + "': {'locales': " + locales + "}}}");
        return new MergeRelease(new ReleaseName("R3"), piece, Map.of());
    }

    private static Proposal locale(String release, Seen seen, String locale, String build) {
        return new WriteLocale(
                new ReleaseName(release),
                "Firefox",
                seen,
                new BlobStart(9, "sha512"),
                new NewLocale(PLATFORM, locale, (ObjectNode) BlobBuilder.parse(build), List.of()));
    }

    private ObjectNode json(String release) {
        JsonNode blob = sets.database
                .bean(StoredContents.class)
                .json(sets.release(release).content());
        return (ObjectNode) blob;
    }
}
