package dev.rehearsal.probe;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SetRegionsTest {

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    private static SetRegions.Found found() {
        SnapshotKeeper snapshots = TestDatabase.H2.bean(SnapshotKeeper.class);
        return TestDatabase.H2
                .bean(SetRegions.class)
                .of(snapshots.current().queue().getLast());
    }

    private static List<String> told() {
        return found().regions().stream()
                .map(region -> "%s: %s -> %s".formatted(region.clients(), region.before(), region.after()))
                .toList();
    }

    @Test
    void tellWhomASetOffersSomethingElse() {
        firefox.pending(ADA, "Ship 150", 1, edit(204, "mapping", "Firefox-150"));

        assertThat(told())
                .containsExactly("Firefox on release, not version < 128.0, not locale ja or ja-JP-mac:"
                        + " Firefox-149 -> Firefox-150");
    }

    @Test
    void tellOfOneSetAsIfItWentAlone() {
        firefox.pending(ADA, "Ship 150", 1, edit(204, "mapping", "Firefox-150"));
        firefox.pending(ADA, "German", 2, rule(900, "locale", "de", "priority", 500, "mapping", "Firefox-150"));

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "Firefox on release, version < 128.0, locale de: Firefox-128 -> Firefox-150",
                        "Firefox on release, locale de, not version < 128.0: Firefox-149 -> Firefox-150");
    }

    @Test
    void tellOfSharesOfClients() {
        firefox.pending(ADA, "Throttle", 1, edit(311, "backgroundRate", 25, "fallbackMapping", "Firefox-140"));

        assertThat(found().regions().getFirst().after()).isEqualTo("Firefox-128 at 25 %, else Firefox-140");
    }

    @Test
    void tellOfOtherContentOfARelease() {
        ObjectNode respun = (ObjectNode) BlobBuilder.aRelease(9)
                .with("name", "'Firefox-128'")
                .with("displayVersion", "'121 respun'")
                .json();
        firefox.pending(
                ADA, "Respin", 1, new Proposal.ReplaceRelease(new ReleaseName("Firefox-128"), null, null, respun));

        assertThat(found().regions().getFirst().after()).isEqualTo("Firefox-128 with other content");
    }

    @Test
    void areNoneWhereOnlyACommentChanges() {
        firefox.pending(ADA, "Explain", 1, edit(204, "comment", "Main rule"));

        assertThat(found().regions()).isEmpty();
    }

    @Test
    void giveAClientWhoseAnswerDiffersIndeed() {
        firefox.pending(ADA, "Ship 150", 1, edit(311, "mapping", "Firefox-150"));
        Stage stage =
                TestDatabase.H2.bean(SnapshotKeeper.class).current().stages().wholeQueue();

        assertThat(TestDatabase.H2
                        .bean(BlastRadius.class)
                        .differs(
                                stage.live(),
                                stage.staged(),
                                found().regions().getFirst().client()))
                .isTrue();
    }

    @Test
    void giveAUrlThatOneOfTheClientsAsks() {
        firefox.pending(ADA, "Ship 150", 1, edit(204, "mapping", "Firefox-150"));

        SetRegions.Region region = found().regions().getFirst();

        assertThat(region.url().orElseThrow().read().query()).isEqualTo(region.client());
    }
}
