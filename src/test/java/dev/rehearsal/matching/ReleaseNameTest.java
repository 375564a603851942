package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release may be called, and how an address names it. */
class ReleaseNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Firefox-135.0-build1",
                "Firefox-mozilla-central-nightly-latest",
                "a..b",
                "...",
                "a b",
                "a+b?c#d&e",
                "a\"b",
                "ä😀",
                "a~b"
            })
    void thatAnAddressCanCarryStandsInItAsItIs(String value) {
        ReleaseName name = new ReleaseName(value);

        assertThat(name.refusal()).isNull();
        assertThat(name.segment()).isEqualTo(value);
        assertThat(ReleaseName.ofSegment(value)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "../../x",
                "a/b",
                "a\\b",
                "100%",
                "%2e",
                "a;b",
                "a\u0000b",
                "a\nb",
                "a\u007fb",
                "a\u0085b",
                "a\u202eb",
                "a\u2066b",
                "\u200fa",
                "a\u200bb",
                "a\u2028b",
                "\ufeffa",
                "\ud800",
                "~a",
                "~"
            })
    void thatNoAddressCanCarryIsRefusedAndHasOneAllTheSame(String value) {
        ReleaseName name = new ReleaseName(value);

        assertThat(name.refusal()).isNotNull();
        assertThat(name.segment()).matches("~[A-Za-z0-9_-]+");
        if (!value.equals("\ud800") && value.indexOf('\0') < 0) {
            assertThat(ReleaseName.ofSegment(name.segment())).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a "})
    void withABlankAtItsEdgeIsRefusedSinceNoRuleCanNameIt(String value) {
        assertThat(new ReleaseName(value).refusal()).contains("begin or end with a blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~!", "~YQ", "~YQBi", "~~", "", "."})
    void isTheSegmentItselfWhereThatIsNoAddressOfAnother(String segment) {
        assertThat(ReleaseName.ofSegment(segment)).isEqualTo(new ReleaseName(segment));
    }

    @Test
    void isRefusedWithTheCharacterThatIsWrong() {
        assertThat(new ReleaseName("a%b").refusal()).isEqualTo("must not hold '%': no address could carry it");
        assertThat(new ReleaseName("a\u202eb").refusal())
                .isEqualTo("must not hold the invisible character U+202E: no address could carry it");
    }
}
