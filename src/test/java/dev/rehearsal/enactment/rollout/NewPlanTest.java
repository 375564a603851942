package dev.rehearsal.enactment.rollout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.matching.ReleaseName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPlanTest {

    private static NewPlan on(String channel, String ofStep) {
        NewPlan.Step step = new NewPlan.Step(Duration.ZERO, 1, ofStep, null, null);
        return new NewPlan("R2", "Firefox", channel, new ReleaseName("R2"), null, null, List.of(step), List.of());
    }

    @Test
    void isOfOneChannel() {
        assertThatThrownBy(on("release*", "release")::refuseProblems).hasMessage("channel: must be one channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "release*"})
    void soIsEachOfItsSteps(String channel) {
        assertThatThrownBy(on("release", channel)::refuseProblems).hasMessage("steps[0].channel: must be one channel");
    }
}
