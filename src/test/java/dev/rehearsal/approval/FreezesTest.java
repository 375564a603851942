package dev.rehearsal.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.approval.FreezeWindow.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What freeze windows say of a moment. */
class FreezesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final FreezeWindow WEEKEND = window(null, Effect.DENY, "0 0 18 * * FRI", "PT62H");
    private static final FreezeWindow OFFICE = window("release", Effect.ALLOW, "0 0 9 * * MON-FRI", "PT8H");
    private static final String SATURDAY = "2026-12-05T12:00:00Z";

    private static FreezeWindow window(@Nullable String channel, Effect effect, String cron, String duration) {
        return new FreezeWindow(
                1, null, channel, effect, cron, Duration.parse(duration), BERLIN, "Window of " + effect, 1);
    }

    private static Freezes at(String time, FreezeWindow... windows) {
        return FreezeCalendar.around(List.of(windows), Instant.parse(time));
    }

    private static @Nullable String until(Freezes freezes, String channel) {
        return freezes.of("Firefox", channel)
                .map(freeze -> String.valueOf(freeze.until()))
                .orElse(null);
    }

    @Test
    void nothingIsFrozenWithoutWindows() {
        assertThat(until(at(SATURDAY), "release")).isNull();
    }

    @Test
    void aWindowThatDeniesFreezesFromItsBeginningToItsEnd() {
        assertThat(until(at("2026-12-04T16:59:59Z", WEEKEND), "release")).isNull();
        assertThat(until(at("2026-12-04T17:00:00Z", WEEKEND), "release")).isEqualTo("2026-12-07T07:00:00Z");
        assertThat(until(at("2026-12-07T06:59:59Z", WEEKEND), "release")).isEqualTo("2026-12-07T07:00:00Z");
        assertThat(until(at("2026-12-07T07:00:00Z", WEEKEND), "release")).isNull();
    }

    @Test
    void itsEndIsOfTheWallClockAlsoWhereClocksAreSetMeanwhile() {
        assertThat(until(at("2026-10-24T12:00:00Z", WEEKEND), "release")).isEqualTo("2026-10-26T07:00:00Z");
        assertThat(until(at("2027-03-27T12:00:00Z", WEEKEND), "release")).isEqualTo("2027-03-29T06:00:00Z");
    }

    @Test
    void outsideOfWhatAllowsItIsFrozenUntilThatBeginsAgain() {
        assertThat(until(at("2026-12-04T07:59:00Z", OFFICE), "release")).isEqualTo("2026-12-04T08:00:00Z");
        assertThat(until(at("2026-12-04T08:00:00Z", OFFICE), "release")).isNull();
        assertThat(until(at(SATURDAY, OFFICE), "release")).isEqualTo("2026-12-07T08:00:00Z");
        assertThat(until(at(SATURDAY, OFFICE), "beta")).isNull();
    }

    @Test
    void denyBeatsAllow() {
        FreezeWindow monday = window(null, Effect.DENY, "0 0 0 7 12 *", "PT12H");

        assertThat(until(at("2026-12-07T09:00:00Z", OFFICE, monday), "release")).isEqualTo("2026-12-07T11:00:00Z");
    }

    @Test
    void theTimeThatIsToldIsWhenNothingFreezesItAnyMore() {
        assertThat(until(at(SATURDAY, WEEKEND, OFFICE), "release")).isEqualTo("2026-12-07T08:00:00Z");
    }

    @Test
    void whatNeverEndsSoonIsFrozenUntilFurtherNotice() {
        FreezeWindow always = window(null, Effect.DENY, "0 0 * * * *", "PT1H");

        assertThat(at(SATURDAY, always).of("Firefox", "release").orElseThrow().sentence())
                .isEqualTo("frozen until further notice (Window of DENY)");
    }

    @Test
    void theSentenceNamesTimeZoneAndTitle() {
        assertThat(at(SATURDAY, WEEKEND).of("Firefox", "release").orElseThrow().sentence())
                .isEqualTo("frozen until 2026-12-07 08:00 Europe/Berlin (Window of DENY)");
    }

    @Test
    void whatIsKnownOfOneMomentServesForTheNextOnes() {
        Freezes known = at("2026-12-04T12:00:00Z", WEEKEND);

        assertThat(known.nextChange()).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
        assertThat(until(known.at(Instant.parse(SATURDAY)), "release")).isEqualTo("2026-12-07T07:00:00Z");
    }
}
