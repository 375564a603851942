package dev.rehearsal.insight.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.matching.ReleaseName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReleaseWordsTest {

    private static final String WIN64 = "WINNT_x86_64-msvc";
    private static final String LINUX = "Linux_x86_64-gcc3";

    private final Map<ContentHash, JsonNode> kept = new HashMap<>();

    /** A base, then a path and a content for each further part. */
    private Manifest manifest(String base, String... parts) {
        TreeMap<String, ContentHash> hashes = new TreeMap<>();
        hashes.put(BlobParts.BASE_PATH, keep(base));
        for (int at = 0; at < parts.length; at += 2) {
            hashes.put(parts[at], keep(parts[at + 1]));
        }
        return new Manifest(hashes);
    }

    private ContentHash keep(String json) {
        JsonNode part = CanonicalJson.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        Manifest alone = new Manifest(BlobParts.split(part).hashes());
        ContentHash hash = Objects.requireNonNull(alone.parts().get(BlobParts.BASE_PATH));
        kept.put(hash, part);
        return hash;
    }

    private static String path(String platform, String locale) {
        return BlobParts.localePath(platform, locale);
    }

    private List<String> words(Manifest was, Manifest becomes) {
        return ReleaseWords.of(new ReleaseName("F-150"), was, becomes, hash -> Optional.ofNullable(kept.get(hash)));
    }

    @Test
    void tellANewBuildOfALocale() {
        assertThat(words(manifest("{}", path(WIN64, "de"), "1"), manifest("{}", path(WIN64, "de"), "2")))
                .containsExactly("F-150 got a new de build for win64");
    }

    @Test
    void tellABuildThatWasNotThereAndOneThatIsGone() {
        Manifest german = manifest("{}", path(WIN64, "de"), "1");
        Manifest english = manifest("{}", path(WIN64, "en-US"), "1");

        assertThat(words(german, english))
                .containsExactly("F-150 got an en-US build for win64", "F-150 lost its de build for win64");
    }

    @Test
    void tellTogetherWhatHappenedToManyLocalesOnSeveralPlatforms() {
        Manifest before = manifest("{}");
        String[] parts = new String[24];
        int at = 0;
        for (String platform : List.of(WIN64, LINUX)) {
            for (String locale : List.of("cs", "de", "en-US", "fr", "it", "ja")) {
                parts[at++] = path(platform, locale);
                parts[at++] = "1";
            }
        }

        assertThat(words(before, manifest("{}", parts)))
                .containsExactly("F-150 got builds of cs, de, en-US and 3 more for linux64 and win64");
    }

    @Test
    void nameAPlatformThatHasNoShorterName() {
        assertThat(words(manifest("{}"), manifest("{}", path("Plan9_amd64", "de"), "1")))
                .containsExactly("F-150 got a de build for Plan9_amd64");
    }

    @Test
    void nameWhatDiffersInTheBaseWithValuesWhereTheyAreShort() {
        assertThat(words(
                        manifest("{'displayVersion': '150.0', 'fileUrls': {'*': 'a'}, 'schema_version': 9}"),
                        manifest("{'displayVersion': '150.0.1', 'fileUrls': {'*': 'b'}, 'schema_version': 9}")))
                .containsExactly("F-150 differs in displayVersion 150.0 → 150.0.1 and fileUrls");
    }

    @Test
    void sayNothingOfAnObjectInTheBaseThatTheFirstLocaleTookThePlaceOf() {
        assertThat(words(
                        manifest("{'platforms': {}, 'schema_version': 9}"),
                        manifest("{'schema_version': 9}", path(WIN64, "de"), "1")))
                .containsExactly("F-150 got a de build for win64");
    }

    @Test
    void sayLittleOfABaseThatIsNotKept() {
        Manifest before = manifest("{'a': 1}");
        Manifest after = manifest("{'a': 2}");
        kept.clear();

        assertThat(words(before, after)).containsExactly("F-150 has other contents");
    }
}
