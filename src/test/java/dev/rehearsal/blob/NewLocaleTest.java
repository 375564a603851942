package dev.rehearsal.blob;

import static dev.rehearsal.blob.BlobBuilder.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** A locale that automation adds to a release. */
class NewLocaleTest {

    private static final String BUILD = "{'buildID': '2'}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                              | {'platforms': {'p': {'locales': {'de': {'buildID': '2'}}}}}
            {'platforms': {'p': {'OS_FTP': 'x'}}}           | {'platforms': {'p': {'OS_FTP': 'x', 'locales': {'de': {'buildID': '2'}}}}}
            {'platforms': {'p': {'locales': {'de': {'a': 1}, 'fr': {}}}}} | {'platforms': {'p': {'locales': {'de': {'buildID': '2'}, 'fr': {}}}}}
            {'platforms': {'p': {'alias': 'q'}, 'q': {}}}   | {'platforms': {'p': {'alias': 'q'}, 'q': {'locales': {'de': {'buildID': '2'}}}}}
            {'platforms': {'p': {'alias': 'q'}}}            | {'platforms': {'p': {'alias': 'q'}, 'q': {'locales': {'de': {'buildID': '2'}}}}}
            """)
    void takesThePlaceOfWhatWasThere(String before, String after) {
        assertThat(written(before, List.of())).isEqualTo(parse(after));
    }

    @Test
    void isFoundUnderOtherPlatformsThatAreNotThereYet() {
        assertThat(written("{'platforms': {'r': {'locales': {}}}}", List.of("q", "r")))
                .isEqualTo(parse("""
                        {'platforms': {'p': {'locales': {'de': {'buildID': '2'}}}, 'q': {'alias': 'p'}, 'r': {'locales': {}}}}
                        """));
    }

    private static ObjectNode written(String before, List<String> aliases) {
        ObjectNode blob = (ObjectNode) parse(before);
        ObjectNode written = new NewLocale("p", "de", (ObjectNode) parse(BUILD), aliases).writtenInto(blob);
        assertThat(blob).isEqualTo(parse(before));
        return written;
    }
}
