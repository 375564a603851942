package dev.rehearsal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.ReleaseName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EachDatabase
class PinnedReleasesTest {

    private static final Pin MAJOR = new Pin("Firefox", "release", "115.", new ReleaseName("Firefox-115.9"), 3);
    private static final Pin MINOR = new Pin("Firefox", "release", "115.2.", new ReleaseName("Firefox-115.2.1"), 1);

    private final TestDatabase database;
    private final PinnedReleases pins;

    PinnedReleasesTest(TestDatabase database) {
        this.database = database.emptied();
        this.pins = database.bean(PinnedReleases.class);
    }

    @Test
    void pinsComeBackAsTheyWereWritten() {
        importAll(MAJOR, MINOR);

        assertThat(pins.all())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("incarnation")
                .containsExactlyInAnyOrder(MAJOR, MINOR);
    }

    @Test
    void answersLookThemUpByProductChannelAndVersion() {
        importAll(MAJOR, MINOR);

        assertThat(pins.asPins().releases())
                .isEqualTo(Map.of(
                        new Pins.Key("Firefox", "release", "115."), new ReleaseName("Firefox-115.9"),
                        new Pins.Key("Firefox", "release", "115.2."), new ReleaseName("Firefox-115.2.1")));
    }

    @Test
    void eachLeavesAHistoryRow() {
        importAll(MAJOR);

        assertThat(database.rows("select * from pins_history"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("changed_by", TestDatabase.WRITER.name())
                        .containsEntry("changed_at", TestClock.START.toEpochMilli())
                        .containsEntry("version", "115.")
                        .containsEntry("mapping", "Firefox-115.9")
                        .containsEntry("data_version", 3));
    }

    @Test
    void noPinsAreNothingToWrite() {
        importAll();

        assertThat(pins.all()).isEmpty();
    }

    private void importAll(Pin... imported) {
        database.write(entry -> {
            pins.importAll(entry, List.of(imported));
            return entry;
        });
    }
}
