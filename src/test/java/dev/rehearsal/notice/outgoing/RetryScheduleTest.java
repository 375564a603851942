package dev.rehearsal.notice.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** When each attempt is, if all fail at once. */
    private static List<Instant> attempts(double random) {
        RetrySchedule schedule = new RetrySchedule(() -> random);
        List<Instant> attempts = new ArrayList<>(List.of(START));
        Optional<Instant> next = schedule.next(1, START, START);
        while (next.isPresent()) {
            attempts.add(next.get());
            next = schedule.next(attempts.size(), START, next.get());
        }
        return attempts;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.999})
    void thereAreTenAttemptsWithinThreeDays(double random) {
        List<Instant> attempts = attempts(random);

        assertThat(attempts).hasSize(10);
        assertThat(Duration.between(START, attempts.getLast())).isBetween(Duration.ofHours(55), Duration.ofDays(3));
    }

    @Test
    void eachPauseIsLongerThanTheOneBefore() {
        List<Instant> attempts = attempts(0.5);
        List<Duration> pauses = new ArrayList<>();
        for (int at = 1; at < attempts.size(); at++) {
            pauses.add(Duration.between(attempts.get(at - 1), attempts.get(at)));
        }

        assertThat(pauses).isSorted().doesNotHaveDuplicates().startsWith(Duration.ofSeconds(5));
    }

    @Test
    void twoReceiversAreNotTriedAtTheSameMoment() {
        assertThat(attempts(0.1)).doesNotContainAnyElementsOf(attempts(0.9).subList(1, 10));
    }

    @Test
    void whatHasWaitedForThreeDaysBehindOthersIsNotTriedASecondTime() {
        assertThat(new RetrySchedule(() -> 0).next(1, START, START.plus(Duration.ofDays(3))))
                .isEmpty();
    }
}
