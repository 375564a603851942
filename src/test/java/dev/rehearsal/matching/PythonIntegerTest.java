package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonIntegerTest {

    @ParameterizedTest
    @CsvSource({
        "4096, 4096",
        "' 4096 ', 4096",
        "4_096, 4096",
        "+7, 7",
        "-7, -7",
        "007, 7",
        "'\u0664\u0660', 40",
        "100000000000000000000, 100000000000000000000"
    })
    void readsWhatPythonReads(String text, BigInteger expected) {
        assertThat(PythonInteger.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4096.0", "abc", "_1", "1_", "1__0", "--1", "- 1", "1 0", "0x10"})
    void refusesWhatPythonRefuses(String text) {
        assertThat(PythonInteger.parse(text)).isNull();
    }
}
