package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads that a rule is shown by a test finds that test. */
class SemanticsDocumentTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+Test)\\b");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sources();
        List<String> named = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (MatchResult test : TEST.matcher(Files.readString(Path.of("docs/semantics.md")))
                .results()
                .toList()) {
            named.add(test.group());
            if (!sources.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "(")) {
                missing.add(test.group());
            }
        }

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTestThatAnswersAQuestionExists() throws IOException {
        Map<String, String> sources = sources();
        List<String> named = TEST_CLASS
                .matcher(Files.readString(Path.of("docs/test-channels.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(sources.keySet()).containsAll(named);
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                String name = file.getFileName().toString();
                sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
            }
        }
        return sources;
    }
}
