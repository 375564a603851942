package dev.rehearsal.probe;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.remove;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.UpdateQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class BlastRadiusTest {

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void isNothingWhereNothingIsQueued() {
        assertThat(radius()).isEqualTo(Radius.NONE);
    }

    @Test
    void tellsWhatClientsGetInsteadOfWhat() {
        firefox.pending(ADA, "Ship 150", 1, edit(311, "mapping", "Firefox-150"));

        Radius.Change change = radius().changes().getFirst();

        assertThat(change.before()).isEqualTo("Firefox-128");
        assertThat(change.after()).isEqualTo("Firefox-150");
        assertThat(change.sentence())
                .isEqualTo(change.queries() + " queries would get Firefox-150 instead of Firefox-128");
    }

    @Test
    void findsThoseBetweenTheOldAndTheNewBoundaryOfAVersion() {
        firefox.live(edit(311, "version", "<110.0")).live(edit(204, "mapping", "Firefox-149"));
        firefox.pending(ADA, "Move the watershed", 1, edit(311, "version", "<115.0"));

        List<Radius.Change> changes = radius().changes();

        assertThat(changes).extracting(Radius.Change::after).containsOnly("Firefox-128");
        assertThat(changes.getFirst().examples())
                .allSatisfy(url -> assertThat(query(url).version()).isIn("114.0", "110.0", "110.1", "111.0"));
    }

    @Test
    void findsThoseWhomANewRuleReachesByLocale() {
        firefox.pending(ADA, "German first", 1, rule(900, "locale", "de", "priority", 500, "mapping", "Firefox-150"));

        Radius radius = radius();

        assertThat(radius.changes()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.after()).isEqualTo("Firefox-150");
            assertThat(change.examples())
                    .allSatisfy(url -> assertThat(query(url).locale()).isEqualTo("de"));
        });
        assertThat(radius.differing()).isLessThan(radius.asked());
    }

    @Test
    void findsThoseWhomARemovedRuleLeavesToTheNext() {
        firefox.pending(ADA, "No watershed", 1, remove(311));

        assertThat(radius().changes())
                .extracting(Radius.Change::sentence)
                .allMatch(sentence -> sentence.endsWith("get Firefox-149 instead of Firefox-128"));
    }

    @Test
    void tellsWhereOnlyTheShareOfClientsChanges() {
        firefox.pending(ADA, "Throttle", 1, edit(311, "backgroundRate", 25, "fallbackMapping", "Firefox-140"));

        assertThat(radius().changes().getFirst().after()).isEqualTo("Firefox-128 at 25 %, else Firefox-140");
    }

    @Test
    void tellsWhereOnlyTheContentOfAReleaseChanges() {
        ObjectNode respun = (ObjectNode) BlobBuilder.aRelease(9)
                .with("name", "'Firefox-128'")
                .with("displayVersion", "'121 respun'")
                .json();
        firefox.pending(
                ADA, "Respin", 1, new Proposal.ReplaceRelease(new ReleaseName("Firefox-128"), null, null, respun));

        assertThat(radius().changes().getFirst().after()).isEqualTo("Firefox-128 with other content");
    }

    @Test
    void asksTheSameEachTimeAndNotTooMuch() {
        firefox.pending(ADA, "Ship 150", 1, edit(204, "mapping", "Firefox-150"));

        assertThat(radius()).isEqualTo(radius());
        assertThat(radius().asked()).isBetween(20, ClientsAtBoundaries.MOST);
    }

    @Test
    void asksProbesFirst() {
        firefox.pending(ADA, "Ship 150", 1, edit(311, "mapping", "Firefox-150"));
        String url = "/update/1/Firefox/99.0/1/WINNT_x86_64-msvc/de/release/update.xml";
        Probe probe = new ProbeDraft("any", url, new Expectation.NoUpdate(), null).as(1, 1);

        Radius radius = TestDatabase.H2
                .bean(BlastRadius.class)
                .of(
                        TestDatabase.H2.bean(TestChannelPreviews.class).of("release-cdntest", null, null),
                        List.of(probe),
                        Progress.UNHEARD);

        assertThat(radius.changes().getFirst().examples()).contains(url);
    }

    private static Radius radius() {
        return TestDatabase.H2
                .bean(BlastRadius.class)
                .of(
                        TestDatabase.H2.bean(TestChannelPreviews.class).of("release-cdntest", null, null),
                        List.of(),
                        Progress.UNHEARD);
    }

    private static UpdateQuery query(String url) {
        return AskedUrl.of(url).read().query();
    }
}
