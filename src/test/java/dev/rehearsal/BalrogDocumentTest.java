package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever wonders whether something odd is on purpose finds it in one list, and from there the class that keeps it. */
class BalrogDocumentTest {

    private static final Pattern FACT = Pattern.compile("Balrog\\s+(\\*\\s+)?facts?\\b");

    private static final Pattern KEPT_BY = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void everyClassThatKeepsAFactIsListedAndNoOther() throws IOException {
        Set<String> listed = Files.readAllLines(Path.of("docs/balrog.md")).stream()
                .filter(line -> line.startsWith("| "))
                .flatMap(row ->
                        KEPT_BY.matcher(row.substring(row.lastIndexOf(" | "))).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).hasSizeGreaterThan(50).isEqualTo(keepers());
    }

    private static Set<String> keepers() throws IOException {
        Set<String> keepers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (FACT.matcher(Files.readString(file)).find()) {
                    String name = file.getFileName().toString();
                    keepers.add(name.substring(0, name.length() - ".java".length()));
                }
            }
        }
        return keepers;
    }
}
