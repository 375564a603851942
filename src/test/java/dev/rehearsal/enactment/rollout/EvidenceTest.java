package dev.rehearsal.enactment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.ledger.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What checks say of what was seen; a step went live at noon, and it is four o'clock. */
class EvidenceTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = NOON.plus(Duration.ofHours(4));
    private static final PlanCheck CRASHES = new PlanCheck.Figure(1, "crash_rate", null, 2.0, Duration.ofHours(2));
    private static final PlanCheck DESK =
            new PlanCheck.Asked(2, "desk", "https://desk.example/ok", Duration.ofHours(2));

    private static CheckResult.Outcome says(PlanCheck check, Reading... readings) {
        return new Evidence(List.of(), List.of(readings), "", NOON, NOON, NOW)
                .of(List.of(check))
                .getFirst()
                .outcome();
    }

    private static Reading figure(double hour, @Nullable Double figure) {
        return new Reading(1, figure, null, "no answer", new Actor("monitor"), at(hour));
    }

    private static Reading answer(double hour, CheckResult.Outcome outcome) {
        return new Reading(2, null, outcome, "it answered", new Actor("rollout"), at(hour));
    }

    private static Instant at(double hour) {
        return NOON.plusSeconds((long) (hour * 3600));
    }

    @Test
    void aFigureWithinItsBoundIsASuccess() {
        assertThat(says(CRASHES, figure(3, 1.9))).isEqualTo(CheckResult.Outcome.SUCCESS);
    }

    @Test
    void aFigureOutOfItsBoundIsAFailure() {
        assertThat(says(CRASHES, figure(3, 2.1))).isEqualTo(CheckResult.Outcome.FAILURE);
    }

    @Test
    void theLatestFigureCounts() {
        assertThat(says(CRASHES, figure(3, 2.1), figure(3.5, 1.0))).isEqualTo(CheckResult.Outcome.SUCCESS);
    }

    @Test
    void noFigureSaysNothing() {
        assertThat(says(CRASHES)).isEqualTo(CheckResult.Outcome.INCONCLUSIVE);
    }

    @Test
    void anOldFigureSaysNothing() {
        assertThat(says(CRASHES, figure(1, 1.0))).isEqualTo(CheckResult.Outcome.INCONCLUSIVE);
    }

    @Test
    void aFigureOfBeforeTheStepSaysNothing() {
        assertThat(says(CRASHES, figure(-1, 1.0))).isEqualTo(CheckResult.Outcome.INCONCLUSIVE);
    }

    @Test
    void aFailureIsOneUntilSomethingElseIsSeen() {
        assertThat(says(CRASHES, figure(1, 2.1))).isEqualTo(CheckResult.Outcome.FAILURE);
    }

    @Test
    void aMonitorThatCouldNotFindOutIsAnError() {
        assertThat(says(CRASHES, figure(3, null))).isEqualTo(CheckResult.Outcome.ERROR);
    }

    @Test
    void thatItCouldNotFindOutEndsNoFailure() {
        assertThat(says(CRASHES, figure(1, 2.1), figure(3, null))).isEqualTo(CheckResult.Outcome.FAILURE);
        assertThat(says(
                        DESK,
                        answer(1, CheckResult.Outcome.FAILURE),
                        answer(2, CheckResult.Outcome.ERROR),
                        answer(3, CheckResult.Outcome.INCONCLUSIVE)))
                .isEqualTo(CheckResult.Outcome.FAILURE);
        assertThat(says(CRASHES, figure(1, 2.1), figure(2, null), figure(3, 1.0)))
                .isEqualTo(CheckResult.Outcome.SUCCESS);
    }

    @Test
    void aUrlSaysByItsAnswerHowItIs() {
        for (CheckResult.Outcome outcome : CheckResult.Outcome.values()) {
            assertThat(says(DESK, answer(3, outcome))).isEqualTo(outcome);
        }
    }

    @Test
    void aUrlThatWasNotAskedSaysNothing() {
        assertThat(says(DESK)).isEqualTo(CheckResult.Outcome.INCONCLUSIVE);
    }
}
