package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MozillaVersionTest {

    @Test
    void versionsFollowOneAnotherFromTheOldestToTheNewest() {
        List<String> ascending = List.of(
                "0.5",
                "1.5.0.12",
                "2.0.0.20",
                "3.6.3plugin1",
                "3.6.28",
                "4.0b12",
                "4.0",
                "5.0a1",
                "5.0a2",
                "5.0",
                "5.0.1",
                "136.0",
                "136.0.1",
                "137.0a1",
                "99999999999999999998.0",
                "99999999999999999999.0");
        for (int i = 1; i < ascending.size(); i++) {
            assertThat(MozillaVersion.parse(ascending.get(i - 1))).isLessThan(MozillaVersion.parse(ascending.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.4.0, 0.4", "136.0.0, 136.0", "0136.00, 136.0", "2.0.0.9, 2.0.9", "3.6.3plugin1, 3.6.3p1"})
    void writtenDifferentlyTheyAreTheSame(String one, String other) {
        assertThat(MozillaVersion.parse(one)).isEqualTo(MozillaVersion.parse(other));
        assertThat(MozillaVersion.parse(one))
                .hasToString(MozillaVersion.parse(other).toString());
    }

    @Test
    void aGlobCoversWhatBeginsAlike() {
        MozillaVersion glob = MozillaVersion.parse("80.0.*");
        assertThat(MozillaVersion.parse("80.0.0").isSameAs(glob)).isTrue();
        assertThat(glob.isSameAs(MozillaVersion.parse("80.0.0"))).isFalse();
        assertThat(glob.isSameAs(MozillaVersion.parse("80.0.1a1"))).isTrue();
        assertThat(MozillaVersion.parse("800.0").isSameAs(glob)).isFalse();
    }

    @Test
    void anEmptyVersionCannotBeCompared() {
        assertThatThrownBy(() -> MozillaVersion.parse("")).isInstanceOf(UnanswerableException.class);
    }

    @Test
    void aNumberThatPythonRefusesIsRefused() {
        assertThat(MozillaVersion.tryParse("1".repeat(4300) + ".0")).isNotNull();
        assertThat(MozillaVersion.tryParse("1".repeat(4301) + ".0")).isNull();
    }
}
