package dev.rehearsal.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void finds_what_contains_every_word_in_whatever_field() {
        assertThat(best("FIRE beta", List.of("Firefox", "beta"), List.of("Firefox", "release"), List.of("beta")))
                .containsExactly(List.of("Firefox", "beta"));
    }

    @Test
    void puts_whole_fields_first_then_beginnings() {
        assertThat(best("20", List.of("120"), List.of("204"), List.of("20")))
                .containsExactly(List.of("20"), List.of("204"), List.of("120"));
    }

    @Test
    void keeps_the_order_of_equals() {
        assertThat(best("a", List.of("ab", "1"), List.of("ac", "2")))
                .containsExactly(List.of("ab", "1"), List.of("ac", "2"));
    }

    @Test
    void finds_no_more_than_it_shall() {
        assertThat(SearchText.of("a").best(Stream.of("a", "ab", "abc"), List::of, 2))
                .containsExactly("a", "ab");
    }

    @Test
    void finds_nothing_for_nothing() {
        assertThat(SearchText.of(" \t ").isEmpty()).isTrue();
        assertThat(best("  ", List.of("a"))).isEmpty();
    }

    @Test
    void leaves_absent_fields_out() {
        assertThat(SearchText.of("null").best(Stream.of("x"), any -> Arrays.asList(null, any), 5))
                .isEmpty();
    }

    @SafeVarargs
    private static List<List<String>> best(String text, List<String>... things) {
        return SearchText.of(text).best(Stream.of(things), List::copyOf, 10);
    }
}
