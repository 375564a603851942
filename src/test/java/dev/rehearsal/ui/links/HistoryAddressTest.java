package dev.rehearsal.ui.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.links.HistoryAddress.Narrowing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryAddressTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final HistoryAddress FULL = new HistoryAddress(
            new Narrowing(
                    "ada",
                    new TreeSet<>(Set.of("rule", "release")),
                    "Firefox",
                    "release",
                    LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 3, 2),
                    7L),
            Instant.parse("2026-03-02T10:00:00Z"),
            3);

    @Test
    void comesBackFromItsQueryAsItWas() {
        assertThat(HistoryAddress.of(FULL.query())).isEqualTo(FULL);
        assertThat(FULL.query().getQueryString().split("&"))
                .containsExactlyInAnyOrder(
                        "person=ada",
                        "object=release%2Crule",
                        "product=Firefox",
                        "channel=release",
                        "from=2026-03-01",
                        "to=2026-03-02",
                        "set=7",
                        "until=1772445600000",
                        "page=3");
    }

    @Test
    void ofEverythingHasNoQuery() {
        assertThat(HistoryAddress.EVERYTHING.query().getQueryString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-7",
                "page=one",
                "from=yesterday",
                "from=2026-02-30",
                "to=+999999999-12-31",
                "to=-0001-01-01",
                "set=seven",
                "until=-1",
                "until=99999999999999999",
                "object=,",
                "person=",
                "nothing=7"
            })
    void takesWhatSaysNothingForNothing(String query) {
        assertThat(HistoryAddress.of(QueryParameters.fromString(query))).isEqualTo(HistoryAddress.EVERYTHING);
    }

    @Test
    void endsItsPagesSomewhere() {
        assertThat(HistoryAddress.of(QueryParameters.fromString("page=99999999999"))
                        .page())
                .isEqualTo(1_000_000);
    }

    @Test
    void asksForWholeDaysOfTheReadersZone() {
        HistoryAddress days = HistoryAddress.of(QueryParameters.fromString("from=2026-03-01&to=2026-03-02"));

        JournalFilter filter = days.filter(BERLIN);

        assertThat(filter.from()).isEqualTo("2026-02-28T23:00:00Z");
        assertThat(filter.to()).isEqualTo("2026-03-02T22:59:59.999Z");
    }

    @Test
    void endsWithItsLastDayOrWhereItsPagesBeganWhicheverIsSooner() {
        assertThat(FULL.filter(BERLIN).to()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(new HistoryAddress(FULL.narrowing(), Instant.parse("2026-03-09T10:00:00Z"), 1)
                        .filter(BERLIN)
                        .to())
                .isEqualTo("2026-03-02T22:59:59.999Z");
    }

    @Test
    void asksForWhatWasChosen() {
        JournalFilter filter = FULL.filter(BERLIN);

        assertThat(filter.by()).isEqualTo(new Actor("ada"));
        assertThat(filter.objects()).containsExactlyInAnyOrder("rule", "release");
        assertThat(List.of(String.valueOf(filter.product()), String.valueOf(filter.channel())))
                .containsExactly("Firefox", "release");
        assertThat(filter.changeSet()).isEqualTo(new ChangeSetId(7));
    }

    @Test
    void ofAnOlderPageStandsStillAndTheFirstGoesOn() {
        Instant newest = Instant.parse("2026-03-02T12:00:00Z");

        HistoryAddress second = HistoryAddress.EVERYTHING.at(2, newest);

        assertThat(second.until()).isEqualTo(newest);
        assertThat(second.at(3, newest.minusSeconds(60)).until()).isEqualTo(newest);
        assertThat(second.at(1, newest)).isEqualTo(HistoryAddress.EVERYTHING);
    }
}
