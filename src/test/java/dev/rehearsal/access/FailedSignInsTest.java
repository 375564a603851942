package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestClock;
import dev.rehearsal.access.FailedSignIns.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

    private static final String HOME = "192.0.2.1";

    private final TestClock clock = new TestClock();
    private final FailedSignIns failures = new FailedSignIns(new Limits(0, 0, 3), clock);

    @Test
    void whatAStrangerTriesDelaysNobodyElsewhere() {
        for (int attempt = 1; attempt <= 10; attempt++) {
            failures.count(stranger("ada", "198.51.100.7"));
        }

        assertThat(failures.count(stranger("ada", HOME))).isEmpty();
    }

    @Test
    void eachFurtherFailureOfANameFromOneNetworkWaitsTwiceAsLong() {
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 1; attempt <= 15; attempt++) {
            assertThat(failures.count(friend("ada", HOME))).isEmpty();
            if (attempt >= 3) {
                Duration wait = failures.count(friend("ada", HOME)).orElseThrow();
                waits.add(wait);
                clock.advance(wait);
            }
        }

        assertThat(waits.subList(0, 4))
                .containsExactly(
                        Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(80));
        assertThat(waits.getLast()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void anAccountIsTriedAHundredTimesAnHourAtMostFromWhereverItHasNotSignedInBefore() {
        long tried = 0;
        for (int attempt = 1; attempt <= 1000; attempt++) {
            if (failures.count(stranger("ada", "192.0.2." + attempt)).isEmpty()) {
                tried++;
            }
        }

        // As many again come back within the hour.
        assertThat(tried).isEqualTo(50);
    }

    @Test
    void whereSomebodyHasSignedInBeforeHasAnAllowanceOfItsOwn() {
        for (int attempt = 1; attempt <= 100; attempt++) {
            failures.count(stranger("ada", "192.0.2." + attempt));
        }

        assertThat(failures.count(stranger("ada", HOME))).isPresent();
        assertThat(failures.count(friend("ada", HOME))).isEmpty();
    }

    @Test
    void manyNamesAreNotTriedFromOneNetwork() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(failures.count(stranger("name-" + attempt, HOME))).isEmpty();
        }

        assertThat(failures.count(stranger("ada", HOME))).isPresent();
        assertThat(failures.count(stranger("ada", "192.0.2.2"))).isEmpty();
    }

    @Test
    void aGuestWhoTriesManyNamesLeavesTheOthersOfTheNetworkIn() {
        for (int attempt = 1; attempt <= 10; attempt++) {
            failures.count(stranger("name-" + attempt, HOME));
        }

        assertThat(failures.count(friend("ada", HOME))).isEmpty();
    }

    @Test
    void rightPasswordsAreNotCounted() {
        for (int signIn = 1; signIn <= 200; signIn++) {
            assertThat(failures.count(stranger("ada", HOME))).isEmpty();
            failures.forgive(stranger("ada", HOME));
        }
    }

    @Test
    void anAttemptThatIsNotLetThroughCostsTheNetworkNothing() {
        for (int attempt = 1; attempt <= 100; attempt++) {
            failures.count(stranger("ada", "192.0.2." + attempt));
        }
        for (int attempt = 1; attempt <= 10; attempt++) {
            failures.count(stranger("ada", "203.0.113.9"));
        }

        assertThat(failures.count(stranger("ben", "203.0.113.9"))).isEmpty();
    }

    @Test
    void withoutALimitNobodyWaits() {
        FailedSignIns unlimited = new FailedSignIns(new Limits(0, 0, 0), clock);

        for (int attempt = 1; attempt <= 100; attempt++) {
            assertThat(unlimited.count(stranger("ada", HOME))).isEqualTo(Optional.empty());
        }
    }

    private static Attempt stranger(String name, String network) {
        return new Attempt(name, network, false);
    }

    private static Attempt friend(String name, String network) {
        return new Attempt(name, network, true);
    }
}
