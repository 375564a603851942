package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files to deploy by give options that there are, and values that these take. */
class DeployedOptionsTest {

    private static final Pattern OPTION = Pattern.compile("--(rehearsal\\.[a-z.-]+)=([^\\s\\\\$]*)");

    @ParameterizedTest
    @ValueSource(strings = {"deploy/compose.yaml", "deploy/kubernetes.yaml", "deploy/rehearsal.service"})
    void giveOptionsThatThereAre(String file) throws IOException {
        var given = OPTION.matcher(Files.readString(Path.of(file))).results().toList();

        assertThat(given).hasSizeGreaterThan(3);
        for (MatchResult option : given) {
            Option known = Option.named(option.group(1));
            assertThat(known).as(option.group()).isNotNull();
            assertThat(Objects.requireNonNull(known).problemWith(option.group(2)))
                    .as(option.group())
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rehearsal.signature.products.GMP.pem",
                "rehearsal.signature.products[My_Product].x5u",
                "rehearsal.signature.json.key-id"
            })
    void areKnownWherePartsMakeOne(String option) {
        assertThat(Option.named(option)).isNotNull();
    }
}
