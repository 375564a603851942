package dev.rehearsal.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    private static final List<String> NAMES = List.of("LOCALE", "OS_FTP", "OS_BOUNCER");
    private static final String[] PIECES = {
        "%LOCALE%",
        "%locale%",
        "%OS_FTP%",
        "%os_bouncer%",
        "%",
        "%20",
        "LOCALE%",
        "%OS_",
        "FTP%",
        "a",
        "/",
        "%os_ftp",
        "%Locale%"
    };
    private static final String[] VALUES = {"de", "", "win", "%", "%OS_FTP%", "%os_bouncer%", "LOCALE", "OS_"};

    @ParameterizedTest
    @CsvSource({"%LOCALE%/%locale%, de/de", "x%20y, x%20y", "%Locale%, %Locale%", "100%, 100%", "'', ''"})
    void placeholdersAreFilled(String template, String filled) {
        assertThat(Template.of(template, NAMES).fill("de", "win", "win64")).isEqualTo(filled);
    }

    @Test
    void aValueThatLooksLikeAPlaceholderIsReplacedWhereItsTurnIsStillToCome() {
        assertThat(Template.of("%LOCALE%", NAMES).fill("%OS_FTP%", "win", "w")).isEqualTo("win");
        assertThat(Template.of("%OS_FTP%", NAMES).fill("de", "%LOCALE%", "w")).isEqualTo("%LOCALE%");
        assertThat(Template.of("%OS_FTP%", NAMES).fill("de", "%locale%", "w")).isEqualTo("de");
    }

    @Test
    void aPlaceholderWithoutSubstituteCannotBeFilled() {
        assertThat(Template.of("%LOCALE%", NAMES).fill("de", null, null)).isEqualTo("de");
        assertThat(Template.of("%OS_FTP%", NAMES).fill("de", null, "w")).isNull();
        assertThat(Template.of("%LOCALE%%os_ftp%", NAMES).fill("%", null, "w")).isNull();
    }

    @Test
    void withoutNamesNothingIsAPlaceholder() {
        assertThat(Template.of("%LOCALE%", List.of()).fill("de")).isEqualTo("%LOCALE%");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fillingEqualsReplacingOneByOne(long seed) {
        Random random = new Random(seed);
        StringBuilder source = new StringBuilder();
        random.ints(random.nextInt(6), 0, PIECES.length).forEach(i -> source.append(PIECES[i]));
        String[] values = random.ints(NAMES.size(), 0, VALUES.length)
                .mapToObj(i -> VALUES[i])
                .toArray(String[]::new);

        assertThat(Template.of(source.toString(), NAMES).fill(values))
                .as("%s with %s", source, List.of(values))
                .isEqualTo(replacedOneByOne(source.toString(), values));
    }

    static IntStream seeds() {
        return IntStream.range(0, (int) (20_000 * Share.value()));
    }

    private static String replacedOneByOne(String source, String[] values) {
        String text = source;
        for (int i = 0; i < values.length; i++) {
            text = text.replace("%" + NAMES.get(i) + "%", values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("%" + NAMES.get(i).toLowerCase(Locale.ROOT) + "%", values[i]);
        }
        return text;
    }
}
