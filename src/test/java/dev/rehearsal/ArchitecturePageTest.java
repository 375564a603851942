package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page for newcomers names no class and no package that is not there. */
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("docs/architecture.md");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]+)(?<!Test)`");
    private static final Pattern PACKAGE = Pattern.compile("^ +(?:\\w+\\[\")?(\\w+)(?: ·.*)?$", Pattern.MULTILINE);

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void eachClassThatItNamesExists() throws IOException {
        assertThat(named(CLASS)).hasSizeGreaterThan(30).isSubsetOf(classes());
    }

    @Test
    void eachPackageStandsInItsDrawing() throws IOException {
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/dev/rehearsal"))) {
            assertThat(named(PACKAGE))
                    .containsAll(packages.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString())
                            .toList());
        }
    }

    private static Set<String> named(Pattern pattern) {
        return pattern.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
