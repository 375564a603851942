package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:h2:file:./data/rehearsal          | jdbc:h2:file:./data/rehearsal;QUERY_CACHE_SIZE=128;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE
            jdbc:h2:~/rehearsal                    | jdbc:h2:~/rehearsal;QUERY_CACHE_SIZE=128;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE
            jdbc:h2:file:/d/r;CACHE_SIZE=65536     | jdbc:h2:file:/d/r;CACHE_SIZE=65536;QUERY_CACHE_SIZE=128;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE
            jdbc:h2:file:/d/r;write_delay=100      | jdbc:h2:file:/d/r;write_delay=100;QUERY_CACHE_SIZE=128;DB_CLOSE_ON_EXIT=FALSE
            jdbc:h2:file:/d/r;DB_CLOSE_ON_EXIT=TRUE | jdbc:h2:file:/d/r;DB_CLOSE_ON_EXIT=TRUE;QUERY_CACHE_SIZE=128;WRITE_DELAY=0
            jdbc:h2:file:/d/r;AUTO_SERVER=TRUE     | jdbc:h2:file:/d/r;AUTO_SERVER=TRUE;QUERY_CACHE_SIZE=128;WRITE_DELAY=0
            jdbc:h2:file:/d/r;query_cache_size=8;WRITE_DELAY=0;AUTO_SERVER=TRUE | jdbc:h2:file:/d/r;query_cache_size=8;WRITE_DELAY=0;AUTO_SERVER=TRUE
            """)
    void ofAFileKeepsWhatWasAcknowledgedUnlessItSaysOtherwise(String url, String complete) {
        assertThat(EmbeddedDatabaseUrl.complete(url)).isEqualTo(complete);
    }

    @Test
    void ofMemoryParsesAStatementOnce() {
        assertThat(EmbeddedDatabaseUrl.complete("jdbc:h2:mem:rehearsal;DB_CLOSE_DELAY=-1"))
                .isEqualTo("jdbc:h2:mem:rehearsal;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:zip:/d/r.zip!/rehearsal",
                "jdbc:h2:tcp://db.example/rehearsal",
                "jdbc:h2:ssl://db.example/rehearsal",
                "jdbc:postgresql://db.example/rehearsal"
            })
    void ofAnythingElseStaysAsItIs(String url) {
        assertThat(EmbeddedDatabaseUrl.complete(url)).isEqualTo(url);
    }
}
