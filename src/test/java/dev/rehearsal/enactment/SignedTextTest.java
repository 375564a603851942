package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.staging.ProductChannel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignedTextTest {

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(List.of("a, b"), List.of("a", "b")),
                Arguments.of(List.of(), List.of("")),
                Arguments.of(List.of("null"), Collections.singletonList(null)),
                Arguments.of(Map.of("title", "x, zone=UTC"), new TreeMap<>(Map.of("title", "x", "zone", "UTC"))),
                Arguments.of(List.of("\"a\", \"b\""), List.of("\"a\"", "\"b\"")),
                Arguments.of(List.of("\\\""), List.of("\"")),
                Arguments.of("[a]", List.of("a")));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void ofDifferentValuesIsDifferent(Object one, Object other) {
        assertThat(SignedText.of(one)).isNotEqualTo(SignedText.of(other));
    }

    @Test
    void isTheValueWhereNothingIsMistakable() {
        assertThat(SignedText.of(List.of("Firefox-150.0-build1", "0 0 0 * * *", 2)))
                .isEqualTo("[Firefox-150.0-build1, 0 0 0 * * *, 2]");
    }

    @Test
    void tellsPinsApart() {
        assertThat(SignedText.ofPin(new Pins.Key("a b", "c", "1.")))
                .isNotEqualTo(SignedText.ofPin(new Pins.Key("a", "b c", "1.")));
    }

    @Test
    void tellsPairsApart() {
        assertThat(SignedText.ofPair(new ProductChannel("a on b", "c")))
                .isNotEqualTo(SignedText.ofPair(new ProductChannel("a", "b on c")));
    }
}
