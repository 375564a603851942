package dev.rehearsal.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.blob.AllowList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowListFileTest {

    @TempDir
    Path folder;

    @Test
    void isReadWithItsHash() throws IOException {
        Path file = Files.writeString(folder.resolve("hosts.json"), "{\"a.example\": [\"Firefox\"]}");

        AllowListFile read = AllowListFile.load(file);

        assertThat(read.allowList()).isInstanceOfSatisfying(AllowList.class, list -> {
            assertThat(list.forbids("https://a.example/x", "Firefox")).isFalse();
            assertThat(list.forbids("https://b.example/x", "Firefox")).isTrue();
        });
        assertThat(read.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void thatIsNotConfiguredAllowsEverything() {
        assertThat(AllowListFile.load(null)).isEqualTo(new AllowListFile(null, null));
    }

    @Test
    void thatIsMissingIsNamed() {
        assertThatThrownBy(() -> AllowListFile.load(folder.resolve("gone.json")))
                .isInstanceOf(AllowListFileException.class)
                .hasMessageContainingAll("gone.json", "rehearsal.serving.allow-list", "does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a.example\":|not valid JSON", "{\"a.example\": 7}|a.example", "[]|host"})
    void thatCannotBeReadIsSaidToBeSo(String content, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("hosts.json"), content);

        assertThatThrownBy(() -> AllowListFile.load(file))
                .isInstanceOf(AllowListFileException.class)
                .hasMessageContainingAll("hosts.json", said);
    }
}
