package dev.rehearsal.ui.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.ui.channels.TimeScale.Reach;
import dev.rehearsal.ui.channels.TimeScale.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:42:00Z");

    private static TimeScale over(long... hoursFromNow) {
        return TimeScale.over(
                Arrays.stream(hoursFromNow).mapToObj(TimeScaleTest::in).toList(), NOW);
    }

    private static Instant in(long hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    @Test
    void reachesAsFarAsWhatIsDue() {
        assertThat(over(1, 5).reach()).isEqualTo(Reach.HOURS_6);
        assertThat(over(1, 20).reach()).isEqualTo(Reach.DAY);
        assertThat(over(100).reach()).isEqualTo(Reach.WEEK);
        assertThat(over().reach()).isEqualTo(Reach.HOURS_6);
    }

    @Test
    void doesNotSqueezeTheNextHoursForOneSetThatIsFarAway() {
        TimeScale scale = over(1, 2, 3, 4, 24 * 60);

        assertThat(scale.reach()).isEqualTo(Reach.HOURS_6);
        assertThat(scale.slot(in(24 * 60))).isEqualTo(TimeScale.SLOTS - 1);
    }

    @Test
    void isNotStretchedByWhatIsPastDue() {
        TimeScale scale = over(-1_000, 2);

        assertThat(scale.reach()).isEqualTo(Reach.HOURS_6);
        assertThat(scale.slot(in(-1_000))).isZero();
    }

    @Test
    void keepsTheOrderOfTimesFromNowOn() {
        TimeScale scale = over(6);

        List<Integer> slots =
                Stream.of(0, 1, 2, 3, 4, 5).map(hours -> scale.slot(in(hours))).toList();

        assertThat(slots).isSorted().doesNotHaveDuplicates().startsWith(1);
    }

    @Test
    void hasItsTicksAtMidnightOfWhoeverLooks() {
        TimeScale week = over(24 * 7);

        assertThat(week.ticks(ZoneId.of("Europe/Berlin"))).isNotEmpty().allMatch(Tick::isMidnight);
        assertThat(week.ticks(ZoneOffset.UTC).getFirst().time().toInstant())
                .isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
    }

    @Test
    void hasItsTicksBetweenNowAndTheEnd() {
        for (Reach reach : Reach.values()) {
            assertThat(new TimeScale(NOW, reach).ticks(ZoneOffset.UTC))
                    .hasSizeBetween(3, 7)
                    .allMatch(tick -> tick.at() > TimeScale.start() && tick.at() < TimeScale.end());
        }
    }

    @Test
    void leavesOutTheLabelThatWouldRunIntoThatOfNow() {
        TimeScale day = new TimeScale(Instant.parse("2026-11-23T10:00:00Z"), Reach.DAY);

        assertThat(day.ticks(ZoneOffset.UTC)).extracting(Tick::hasRoomForLabel).startsWith(false, true);
    }
}
