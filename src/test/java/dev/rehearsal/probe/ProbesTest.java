package dev.rehearsal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EachDatabase
class ProbesTest {

    private static final Actor WENDY = new Actor("wendy@rehearsal.example");
    private static final String URL = "/update/3/Firefox/120.0/1/p/de/release/os/d/dv/update.xml";
    private static final Expectation FIREFOX_149 = new Expectation.Release(new ReleaseName("Firefox-149"));

    private final TestDatabase database;
    private final Probes probes;

    ProbesTest(TestDatabase database) {
        this.database = new LiveFirefox(database)
                .permit(WENDY, PermissionName.RULE, "Firefox")
                .database();
        this.probes = database.bean(Probes.class);
    }

    @Test
    void comeBackAsTheyWereWrittenWhateverTheyExpect() {
        Probe release = probes.add(WENDY, draft("German", FIREFOX_149));
        Probe nothing = probes.add(WENDY, new ProbeDraft("Old", " " + URL, new Expectation.NoUpdate(), "ends here"));
        Probe exactly = probes.add(WENDY, draft("Bytes", new Expectation.Exactly("<updates>é</updates>")));

        assertThat(probes.all()).containsExactly(exactly, release, nothing);
        assertThat(probes.find(nothing.id())).contains(nothing);
        assertThat(nothing.url()).isEqualTo(URL);
        assertThat(nothing.product()).isEqualTo("Firefox");
        assertThat(nothing.channel()).isEqualTo("release");
    }

    @Test
    void areKeptWithoutTheHostThatWasPasted() {
        Probe probe = probes.add(WENDY, new ProbeDraft("Pasted", "https://aus5.mozilla.org" + URL, FIREFOX_149, null));

        assertThat(probe.url()).isEqualTo(URL);
    }

    @Test
    void ofAPartnerAreForItsChannel() {
        Probe probe = probes.add(
                WENDY, new ProbeDraft("Partner", URL.replace("release", "release-cck-acme"), FIREFOX_149, null));

        assertThat(probe.channel()).isEqualTo("release");
    }

    @Test
    void leaveAHistoryRowForEachWrite() {
        Probe added = probes.add(WENDY, draft("German", FIREFOX_149));
        probes.replace(WENDY, added.id(), 1, draft("Deutsch", new Expectation.NoUpdate()));
        probes.remove(WENDY, added.id(), 2);

        List<Map<String, @Nullable Object>> history = database.rows("select * from probes_history order by change_id");
        assertThat(history).extracting(row -> row.get("name")).containsExactly("German", "Deutsch", null);
        assertThat(history).extracting(row -> row.get("expects")).containsExactly("release", "no_update", null);
        assertThat(history).extracting(row -> row.get("data_version")).containsExactly(1, 2, null);
        assertThat(history).extracting(row -> row.get("changed_by")).containsOnly(WENDY.name());
        assertThat(probes.all()).isEmpty();
    }

    @Test
    void areNotChangedByWhoHasSeenAnOlderVersion() {
        Probe added = probes.add(WENDY, draft("German", FIREFOX_149));
        probes.replace(WENDY, added.id(), 1, draft("Deutsch", FIREFOX_149));

        assertThatThrownBy(() -> probes.replace(WENDY, added.id(), 1, draft("Allemand", FIREFOX_149)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("at data_version 2 by now, not 1");
        assertThatThrownBy(() -> probes.remove(WENDY, added.id(), 1)).isInstanceOf(RefusedException.class);
        assertThat(probes.all()).extracting(Probe::name).containsExactly("Deutsch");
    }

    @Test
    void areForWhoeverMayWriteRulesOfTheProduct() {
        Probe mine = probes.add(WENDY, draft("German", FIREFOX_149));
        ProbeDraft others = new ProbeDraft("Other", URL.replace("Firefox", "Fenix"), FIREFOX_149, null);

        assertForbidden(() -> probes.add(WENDY, others));
        assertForbidden(() -> probes.replace(WENDY, mine.id(), 1, others));
        assertForbidden(() -> probes.add(LiveFirefox.RITA, draft("German", FIREFOX_149)));
        assertForbidden(() -> probes.remove(LiveFirefox.RITA, mine.id(), 1));
        assertThat(probes.all()).containsExactly(mine);
        assertThat(database.rows("select * from probes_history")).hasSize(1);
    }

    @Test
    void askOnALiveChannel() {
        ProbeDraft onTest = new ProbeDraft("Test", URL.replace("release", "release-cdntest"), FIREFOX_149, null);

        assertThatThrownBy(() -> probes.add(WENDY, onTest))
                .hasMessage(
                        "url: asks on 'release-cdntest', which shows 'release': ask on 'release', and each of its test channels is asked the same");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '', /update/1/Firefox/1/1/p/de/release/update.xml, A, name
            Name, '', A, url
            Name, /nowhere, A, url
            Name, /update/1/Much-too-long-for-any/1/1/p/de/release/update.xml, A, url
            Name, /update/1/Firefox/1/1/p/de/release/update.xml, '', answer
            """)
    void thatAreWrongAreRefusedWithTheirPlace(String name, String url, String answer, String place) {
        assertThatThrownBy(
                        () -> probes.add(WENDY, new ProbeDraft(name, url, Expectation.Kind.RELEASE.of(answer), null)))
                .hasMessageStartingWith(place + ": ");
        assertThat(probes.all()).isEmpty();
    }

    private static ProbeDraft draft(String name, Expectation expected) {
        return new ProbeDraft(name, URL, expected, null);
    }

    private static void assertForbidden(Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusedException.Reason.FORBIDDEN));
    }
}
