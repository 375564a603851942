package dev.rehearsal.insight.preview;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.preview.ReleaseUse.By;
import dev.rehearsal.insight.preview.ReleaseUse.When;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ReleaseTableTest {

    private static final ReleaseName RELEASE_140 = new ReleaseName("Firefox-140");
    private static final ReleaseName RELEASE_149 = new ReleaseName("Firefox-149");
    private static final ReleaseName RELEASE_150 = new ReleaseName("Firefox-150");

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void tellsRulesThatMapAndThatFallBack() {
        firefox.live(edit(204, "mapping", "Firefox-150", "fallbackMapping", "Firefox-149", "backgroundRate", 10));

        assertThat(row(RELEASE_149).uses())
                .containsExactly(
                        new ReleaseUse(new By.OfRule(new RuleId(877), false), When.LIVE),
                        new ReleaseUse(new By.OfRule(new RuleId(204), true), When.LIVE));
    }

    @Test
    void tellsWhatTheQueueChanges() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));

        assertThat(row(RELEASE_149).uses()).contains(new ReleaseUse(new By.OfRule(new RuleId(204), false), When.GOING));
        assertThat(row(RELEASE_150).uses())
                .containsExactly(new ReleaseUse(new By.OfRule(new RuleId(204), false), When.TO_COME));
    }

    @Test
    void tellsPins() {
        Pins.Key pin = new Pins.Key("Firefox", "release", "140.");
        firefox.live(new Proposal.SetPin(pin, RELEASE_140));

        assertThat(row(RELEASE_140).uses()).containsExactly(new ReleaseUse(new By.OfPin(pin), When.LIVE));
    }

    @Test
    void tellsSuperblobsThatMergeItIn() {
        firefox.live(new Proposal.AddRelease(new ReleaseName("Both"), "Firefox", false, (ObjectNode)
                BlobBuilder.parse("{'name': 'Both', 'schema_version': 4000, 'blobs': ['Firefox-140']}")));

        assertThat(row(RELEASE_140).uses())
                .containsExactly(new ReleaseUse(new By.OfParent(new ReleaseName("Both")), When.LIVE));
    }

    @Test
    void tellsReleasesThatOfferPartialUpdatesFromIt() {
        firefox.pending(
                ADA,
                "Bring 151.0",
                1,
                new Proposal.AddRelease(
                        new ReleaseName("Firefox-151"), "Firefox", false, (ObjectNode) BlobBuilder.aRelease(9)
                                .with("name", "'Firefox-151'")
                                .with(
                                        "platforms/WINNT_x86_64-msvc/locales/de",
                                        "{'partials': [{'from': 'Firefox-140', 'filesize': 1, 'hashValue': 'ab'}]}")
                                .json()));

        assertThat(row(RELEASE_140).uses())
                .containsExactly(new ReleaseUse(new By.OfPartial(new ReleaseName("Firefox-151")), When.TO_COME));
    }

    @Test
    void tellsWhatBecomesOfEachRelease() {
        firefox.pending(ADA, "Bring 151.0", 1, release("Firefox-151"));
        firefox.pending(ADA, "Lock 149", 2, new Proposal.LockRelease(RELEASE_149, null, true));
        ChangeSet removal = firefox.pending(ADA, "Drop 140", 3, new Proposal.RemoveRelease(RELEASE_140, null));

        assertThat(row(new ReleaseName("Firefox-151")).fate()).isEqualTo(ReleaseTable.Fate.ADDED);
        assertThat(row(RELEASE_149).fate()).isEqualTo(ReleaseTable.Fate.EDITED);
        assertThat(row(RELEASE_150).fate()).isEqualTo(ReleaseTable.Fate.STAYS);
        assertThat(row(RELEASE_140).fate()).isEqualTo(ReleaseTable.Fate.REMOVED);
        assertThat(row(RELEASE_140).pending()).extracting(ChangeSet::id).containsExactly(removal.id());
    }

    private static ReleaseTable.Row row(ReleaseName name) {
        return TestDatabase.H2.bean(ReleaseTables.class).current().find(name).orElseThrow();
    }
}
