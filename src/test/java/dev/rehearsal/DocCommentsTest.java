package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a comment has not read its neighbour: it names what it is about. */
class DocCommentsTest {

    private static final Pattern WITHOUT_SUBJECT =
            Pattern.compile("/\\*\\*\\s*(\\*\\s*)?(The same|Of|Null|What whoever|Whether whoever)\\b.*");

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void eachBeginsWithItsSubject(String sources) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(sources))) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }

        assertThat(files)
                .hasSizeGreaterThan(300)
                .allSatisfy(file -> assertThat(without(Files.readString(file)))
                        .as(file.toString())
                        .isEmpty());
    }

    @Test
    void whatHasNoneIsFoundOnTheFirstLineAndBelowIt() {
        String opens = "/*" + "*";

        assertThat(without(opens + " Null for none. */")).hasSize(1);
        assertThat(without(opens + "\n     * The same by its id.\n")).hasSize(1);
        assertThat(without(opens + " Offers the same. */")).isEmpty();
    }

    private static List<String> without(String source) {
        return WITHOUT_SUBJECT.matcher(source).results().map(MatchResult::group).toList();
    }
}
