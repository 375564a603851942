package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.BUILD;
import static dev.rehearsal.enactment.Asking.DE_PATH;
import static dev.rehearsal.enactment.Asking.FR;
import static dev.rehearsal.enactment.Asking.FR_PATH;
import static dev.rehearsal.enactment.Asking.blob;
import static dev.rehearsal.enactment.Asking.refused;
import static dev.rehearsal.enactment.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal.ReplaceRelease;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Releases that are written part by part. */
@EachDatabase
class ReleasePartsTest {

    private final Rehearsal sets;

    ReleasePartsTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    @Test
    void areAddedAtDataVersionOneHoweverManyPartsTheyHave() {
        sets.enact(sets.schedule(1, write("R9", blob("R9", FR), Map.of())));

        assertThat(sets.release("R9").dataVersion()).isEqualTo(1);
        assertThat(sets.partVersions("R9")).isEqualTo(Map.of(".", 1, DE_PATH, 1, FR_PATH, 1));
    }

    @Test
    void goUpByOneVersionAndWithThemThePartsThatChange() {
        sets.enact(sets.schedule(1, write("R3", blob("R3", FR), Map.of())));

        assertThat(sets.release("R3").dataVersion()).isEqualTo(2);
        assertThat(sets.partVersions("R3")).isEqualTo(Map.of(".", 1, DE_PATH, 1, FR_PATH, 1));
    }

    @Test
    void takeEditsOfDifferentPartsInAnyOrder() {
        ChangeSet french = sets.schedule(1, write("R3", blob("R3", FR), Map.of()));
        ObjectNode german = (ObjectNode) BlobBuilder.aRelease(9)
                .with("name", "'R3'")
                .with("platforms/WINNT_x86_64-msvc/locales/de", BUILD)
                .json();
        ChangeSet respun = sets.schedule(2, write("R3", german, Map.of(DE_PATH, 1)));

        sets.enact(respun);
        sets.enact(french);

        assertThat(sets.partVersions("R3")).isEqualTo(Map.of(".", 1, DE_PATH, 2, FR_PATH, 1));
    }

    @Test
    void areRefusedWhereTheWholeWouldNotBeValid() {
        ChangeSet french = sets.schedule(2, write("R3", blob("R3", FR), Map.of()));
        ObjectNode superblob =
                (ObjectNode) BlobBuilder.blob("{'name': 'R3', 'schema_version': 4000, 'products': ['GMP']}")
                        .json();
        sets.live(new ReplaceRelease(new ReleaseName("R3"), 1, null, superblob));

        refused(Reason.CONFLICT, "release 'R3' would not be valid: ", () -> sets.enact(french));
    }
}
