package dev.rehearsal.probe.comparison.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final SetTime time = new SetTime();

    @Test
    void takesASecondForAsManyAsASecondMayHave() throws InterruptedException {
        ask(new Pace(50, time), 51);
        assertThat(Duration.ofNanos(time.nanos())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void makesNothingUpForWhatWasNotAsked() throws InterruptedException {
        Pace pace = new Pace(10, time);
        time.sleep(Duration.ofMinutes(1).toNanos());
        ask(pace, 11);
        assertThat(Duration.ofNanos(time.nanos()).minusMinutes(1)).isGreaterThan(Duration.ofMillis(950));
    }

    private static void ask(Pace pace, int requests) throws InterruptedException {
        for (int request = 0; request < requests; request++) {
            pace.await();
        }
    }
}
