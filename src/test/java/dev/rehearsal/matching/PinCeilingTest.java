package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinCeilingTest {

    @ParameterizedTest
    @CsvSource({
        "102.,   102.0,    false",
        "102.,   102.99.1, false",
        "102.,   101.9,    false",
        "102.,   103.0a1,  true",
        "102.3., 102.3.5,  false",
        "102.3., 102.4,    true",
        "99999999999999999999., 99999999999999999999.5, false",
        "99999999999999999998., 99999999999999999999.0, true",
    })
    void aReleaseExceedsAPinIfItsFirstNumbersAreGreater(String pin, String release, boolean expected) {
        assertThat(PinCeiling.parse(pin).isExceededBy(MozillaVersion.parse(release)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"102", "abc", "102.3", "1.2.3.", "-1.", " 102.", "."})
    void whatIsNoPinIsABadQuery(String pin) {
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> PinCeiling.parse(pin))
                .withMessage("Version Pin String '" + pin + "' is invalid.");
    }

    @ParameterizedTest
    @CsvSource({"102., 102.", "00102.03., 102.3."})
    void pinsAreWrittenWithoutLeadingZeros(String pin, String expected) {
        assertThat(PinCeiling.parse(pin)).hasToString(expected);
    }

    @Test
    void aGlobCannotBeHeldAgainstAPin() {
        PinCeiling pin = PinCeiling.parse("102.");
        assertThatThrownBy(() -> pin.isExceededBy(MozillaVersion.parse("120.*")))
                .isInstanceOf(UnanswerableException.class);
    }
}
