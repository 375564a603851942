package dev.rehearsal.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewLengthTest {

    private static final int MOST_LINES = 250;

    @Test
    void noneIsLongerThanOneWantsToRead() throws IOException {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(Files.readAllLines(source))
                        .as(source.toString())
                        .hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/rehearsal"))) {
            return files.filter(file -> file.toString().replace('\\', '/').matches(".*/rehearsal/ui/.*[.]java"))
                    .toList();
        }
    }
}
