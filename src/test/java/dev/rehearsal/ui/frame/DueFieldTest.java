package dev.rehearsal.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.problem.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueFieldTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** In the night in which clocks are put back. */
    private static final LocalDateTime HALF_PAST_TWO = LocalDateTime.parse("2026-10-25T02:30");

    private static final Instant FIRST = Instant.parse("2026-10-25T00:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-10-25T01:30:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T13:00:45Z", "2026-03-02T13:00:00.001Z", "2026-10-25T01:30:45.678Z"})
    void whatIsNotTouchedStaysAsItIs(String due) {
        Instant time = Instant.parse(due);

        assertThat(new DueField(at("2026-01-01T00:00:00Z"), time).due()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T13:00:00Z", "2026-03-02T13:14:59.999Z", "2026-03-02T23:59:00Z"})
    void whatIsOfferedNextIsNotOverAtOnce(String now) {
        Clock clock = at(now);

        assertThat(DueField.next(clock))
                .isAfterOrEqualTo(clock.instant().plus(Duration.ofMinutes(15)))
                .isBefore(clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(new DueField(clock, DueField.next(clock)).due()).isEqualTo(DueField.next(clock));
    }

    @Test
    void anHourThatComesTwiceIsTheOneThatIsShown() {
        WallTime which = new WallTime();

        which.show(SECOND, HALF_PAST_TWO, BERLIN);

        assertThat(which.isVisible()).isTrue();
        assertThat(which.instant(HALF_PAST_TWO, BERLIN)).isEqualTo(SECOND);
    }

    @Test
    void anHourThatComesTwiceIsTheFirstUntilTheSecondIsChosen() {
        WallTime which = new WallTime();
        which.offer(HALF_PAST_TWO, BERLIN);
        assertThat(which.instant(HALF_PAST_TWO, BERLIN)).isEqualTo(FIRST);

        which.setValue(ZoneOffset.ofHours(1));

        assertThat(which.instant(HALF_PAST_TWO, BERLIN)).isEqualTo(SECOND);
    }

    @Test
    void anyOtherHourAsksNothing() {
        WallTime which = new WallTime();

        which.show(SECOND.plus(Duration.ofHours(2)), HALF_PAST_TWO.plusHours(2), BERLIN);

        assertThat(which.isVisible()).isFalse();
        assertThat(which.instant(HALF_PAST_TWO.plusHours(2), BERLIN)).isEqualTo(SECOND.plus(Duration.ofHours(2)));
    }

    @Test
    void anHourThatIsLeftOutIsRefused() {
        WallTime which = new WallTime();

        assertThatThrownBy(() -> which.instant(LocalDateTime.parse("2026-03-29T02:30"), BERLIN))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no 02:30");
    }

    private static Clock at(String now) {
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }
}
