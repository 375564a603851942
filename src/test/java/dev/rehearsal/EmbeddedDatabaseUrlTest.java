package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:h2:file:./data/rehearsal          | jdbc:h2:file:./data/rehearsal;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE
            jdbc:h2:~/rehearsal                    | jdbc:h2:~/rehearsal;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE
            jdbc:h2:file:/d/r;CACHE_SIZE=65536     | jdbc:h2:file:/d/r;CACHE_SIZE=65536;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE
            jdbc:h2:file:/d/r;write_delay=100      | jdbc:h2:file:/d/r;write_delay=100;DB_CLOSE_ON_EXIT=FALSE
            jdbc:h2:file:/d/r;DB_CLOSE_ON_EXIT=TRUE | jdbc:h2:file:/d/r;DB_CLOSE_ON_EXIT=TRUE;WRITE_DELAY=0
            jdbc:h2:file:/d/r;AUTO_SERVER=TRUE     | jdbc:h2:file:/d/r;AUTO_SERVER=TRUE;WRITE_DELAY=0
            """)
    void ofAFileKeepsWhatWasAcknowledgedUnlessItSaysOtherwise(String url, String keeping) {
        assertThat(EmbeddedDatabaseUrl.keeping(url)).isEqualTo(keeping);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:rehearsal;DB_CLOSE_DELAY=-1",
                "jdbc:h2:tcp://db.example/rehearsal",
                "jdbc:h2:ssl://db.example/rehearsal",
                "jdbc:postgresql://db.example/rehearsal"
            })
    void ofAnythingElseStaysAsItIs(String url) {
        assertThat(EmbeddedDatabaseUrl.keeping(url)).isEqualTo(url);
    }
}
