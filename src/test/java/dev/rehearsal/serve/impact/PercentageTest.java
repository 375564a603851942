package dev.rehearsal.serve.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11900 | 100000 | 9000000 | 11.9 % (11.6–12.2)",
                "300 | 100000 | 9000000 | 0.30 % (0.26–0.34)",
                "0 | 100000 | 9000000 | less than 0.003 %",
                "0 | 100 | 100 | 0 %",
                "25 | 100 | 100 | 25 %",
                "1 | 300 | 300 | 0.33 %",
                "1000 | 1000 | 9000000 | 100.0 % (99.7–100.0)",
            })
    void isAsExactAsItIsKnown(long counted, long sampled, long asked, String said) {
        assertThat(Percentage.of(Share.of(counted, true, sampled, asked))).isEqualTo(said);
    }
}
