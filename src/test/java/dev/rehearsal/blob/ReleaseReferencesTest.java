package dev.rehearsal.blob;

import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.aSource;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.ReleaseName;
import org.junit.jupiter.api.Test;

/** What a release takes from elsewhere, and what only the name of a channel selects in it. */
class ReleaseReferencesTest {

    private static final String LOCALE = "platforms/WINNT_x86_64-msvc/locales/de";

    @Test
    void aReleaseRefersToTheSourcesOfItsFiles() {
        assertThat(withPartial().compiled().references()).containsExactly(new ReleaseName("F-120"));
        assertThat(aRelease(9).compiled().references()).isEmpty();
    }

    @Test
    void aSuperblobRefersToItsReleasesOrNamesProducts() {
        SuperBlob ofBlobs = (SuperBlob) blob("{'name': 'S', 'schema_version': 4000, 'blobs': ['A', 'B']}")
                .compiled();
        SuperBlob ofProducts = (SuperBlob) blob("{'name': 'S', 'schema_version': 4000, 'products': ['OpenH264']}")
                .compiled();

        assertThat(ofBlobs.references()).containsExactlyInAnyOrder(new ReleaseName("A"), new ReleaseName("B"));
        assertThat(ofProducts.references()).isEmpty();
        assertThat(ofProducts.products()).containsExactly("OpenH264");
    }

    @Test
    void whatDoesNotDecideAboutPartialsLeavesTheBuildIdsOfASourceAlone() {
        assertThat(buildIds(aSource().with("displayVersion", "'other'").without("fileUrls")))
                .isEqualTo(buildIds(aSource()));
    }

    @Test
    void whatDecidesAboutPartialsChangesTheBuildIdsOfASource() {
        String known = buildIds(aSource());

        assertThat(buildIds(aSource().with(LOCALE + "/buildID", "'1'"))).isNotEqualTo(known);
        assertThat(buildIds(aSource().with(LOCALE + "/buildID", "20231116134553")))
                .isNotEqualTo(known);
        assertThat(buildIds(aSource().without(LOCALE))).isNotEqualTo(known);
        assertThat(buildIds(aSource().without("platforms/WINNT_x86_64-msvc"))).isNotEqualTo(known);
        assertThat(buildIds(blob("{'name': 'F-120', 'schema_version': 4000, 'products': []}")))
                .isNotEqualTo(known);
    }

    @Test
    void filesWithoutAUrlOnAChannelAreListedOncePerSource() {
        AppBlob blob = (AppBlob) withPartial()
                .with(
                        "platforms/Linux",
                        "{'locales': {'de': {'partials': [{'from': 'F-120', 'filesize': 1, 'hashValue': 'h'}]}}}")
                .with("fileUrls/release-localtest", "{'partials': {'F-120': 'https://a.example'}}")
                .compiled();

        assertThat(blob.filesWithoutUrl("release")).containsExactly(new FileWithoutUrl("partial", "F-120"));
        assertThat(blob.filesWithoutUrl("release-localtest")).containsExactly(new FileWithoutUrl("complete", "*"));
    }

    private static BlobBuilder withPartial() {
        return aRelease(9).with(LOCALE + "/partials", "[{'from': 'F-120', 'filesize': 1, 'hashValue': 'h'}]");
    }

    private static String buildIds(BlobBuilder source) {
        return References.of(source.compiled()).buildIds();
    }
}
