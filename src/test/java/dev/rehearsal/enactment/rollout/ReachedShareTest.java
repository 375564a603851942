package dev.rehearsal.enactment.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachedShareTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 0.01", "1, 4, 0.0394", "1, 28, 0.2453", "25, 4, 0.6836", "100, 1, 1", "0, 28, 0", "50, 0, 0"})
    void growsWithEachTimeThatAClientAsks(int percentage, int checks, double share) {
        assertThat(ReachedShare.after(percentage, checks)).isCloseTo(share, within(0.0001));
    }

    @Test
    void isOfAPercentage() {
        assertThatThrownBy(() -> ReachedShare.after(101, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
