package dev.rehearsal.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void findsWhatContainsEveryWordInWhateverField() {
        assertThat(best("FIRE beta", List.of("Firefox", "beta"), List.of("Firefox", "release"), List.of("beta")))
                .containsExactly(List.of("Firefox", "beta"));
    }

    @Test
    void putsWholeFieldsFirstThenBeginnings() {
        assertThat(best("20", List.of("120"), List.of("204"), List.of("20")))
                .containsExactly(List.of("20"), List.of("204"), List.of("120"));
    }

    @Test
    void keepsTheOrderOfEquals() {
        assertThat(best("a", List.of("ab", "1"), List.of("ac", "2")))
                .containsExactly(List.of("ab", "1"), List.of("ac", "2"));
    }

    @Test
    void findsNoMoreThanItShall() {
        assertThat(SearchText.of("a").best(Stream.of("a", "ab", "abc"), List::of, 2))
                .containsExactly("a", "ab");
    }

    @Test
    void findsNothingForNothing() {
        assertThat(SearchText.of(" \t ").isEmpty()).isTrue();
        assertThat(best("  ", List.of("a"))).isEmpty();
    }

    @Test
    void leavesAbsentFieldsOut() {
        assertThat(SearchText.of("null").best(Stream.of("x"), any -> Arrays.asList(null, any), 5))
                .isEmpty();
    }

    @SafeVarargs
    private static List<List<String>> best(String text, List<String>... things) {
        return SearchText.of(text).best(Stream.of(things), List::copyOf, 10);
    }
}
