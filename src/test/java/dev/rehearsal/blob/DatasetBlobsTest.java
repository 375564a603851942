package dev.rehearsal.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.ReleaseName;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Releases of every kind as they were kept in Balrog. */
class DatasetBlobsTest {

    private final BlobReader reader = new BlobReader();

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void everyBlobIsAccepted(String name, JsonNode blob) {
        assertThat(reader.read(new ReleaseName(name), blob)).isInstanceOf(BlobReadResult.Accepted.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void everyBlobIsTheSameAfterSplittingAndJoining(String name, JsonNode blob) {
        BlobParts parts = BlobParts.split(blob);

        assertThat(BlobParts.of(parts.byPath()).join()).as(name).isEqualTo(blob);
        assertThat(BlobParts.split(parts.join()).contentHash()).isEqualTo(parts.contentHash());
    }

    static List<Object[]> releases() throws IOException {
        try (InputStream file = DatasetBlobsTest.class.getResourceAsStream("/oracle/dataset.json")) {
            JsonNode releases = CanonicalJson.parse(file.readAllBytes()).path("releases");
            return StreamSupport.stream(releases.spliterator(), false)
                    .map(release -> new Object[] {release.path("name").asString(), release.path("blob")})
                    .toList();
        }
    }
}
