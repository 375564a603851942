package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

    private final FailedSignIns failures = new FailedSignIns(new Limits(0, 0, 3));

    @Test
    void many_passwords_for_one_name_are_not_tried_from_many_addresses() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(failures.count("ada", "192.0.2." + attempt)).isEmpty();
        }

        assertThat(failures.count("ada", "192.0.2.4"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20)));
        assertThat(failures.count("ben", "192.0.2.4")).isEmpty();
    }

    @Test
    void many_names_are_not_tried_from_one_address() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(failures.count("name-" + attempt, "192.0.2.1")).isEmpty();
        }

        assertThat(failures.count("ada", "192.0.2.1")).isPresent();
        assertThat(failures.count("ada", "192.0.2.2")).isEmpty();
    }

    @Test
    void right_passwords_are_not_counted() {
        for (int signIn = 1; signIn <= 10; signIn++) {
            assertThat(failures.count("ada", "192.0.2.1")).isEmpty();
            failures.forgive("ada", "192.0.2.1");
        }
    }

    @Test
    void an_attempt_that_is_not_let_through_costs_the_address_nothing() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            failures.count("ada", "192.0.2." + attempt);
        }
        for (int attempt = 1; attempt <= 10; attempt++) {
            failures.count("ada", "192.0.2.9");
        }

        assertThat(failures.count("ben", "192.0.2.9")).isEmpty();
    }

    @Test
    void without_a_limit_nobody_waits() {
        FailedSignIns unlimited = new FailedSignIns(new Limits(0, 0, 0));

        for (int attempt = 1; attempt <= 100; attempt++) {
            assertThat(unlimited.count("ada", "192.0.2.1")).isEmpty();
        }
    }
}
