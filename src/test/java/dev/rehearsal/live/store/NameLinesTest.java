package dev.rehearsal.live.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names come back as they were, whatever they hold. */
class NameLinesTest {

    static Stream<Arguments> names() {
        return Stream.of(
                        List.of(),
                        List.of(""),
                        List.of("", "a"),
                        List.of("a", "b"),
                        List.of("a\nb"),
                        List.of("a\\nb", "a\nb"),
                        List.of("\\", "\\\\", "\\e", "\\u0000"),
                        List.of("a\u0000b"),
                        List.of("\ud800", "\udc00x"),
                        List.of("$1", "\ud83d\ude00"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("names")
    void areTheSameAfterwards(List<String> names) {
        assertThat(NameLines.read(NameLines.of(names))).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("names")
    void areTextThatEveryDatabaseKeeps(List<String> names) {
        assertThat(NameLines.of(names).codePoints()).allMatch(symbol -> symbol != 0 && !isSurrogate(symbol));
    }

    @Test
    void areReadAsTheyWereKeptBefore() {
        assertThat(NameLines.read("Firefox-1\nC:\\x")).isEqualTo(Arrays.asList("Firefox-1", "C:\\x"));
    }

    private static boolean isSurrogate(int symbol) {
        return symbol >= Character.MIN_SURROGATE && symbol <= Character.MAX_SURROGATE;
    }
}
