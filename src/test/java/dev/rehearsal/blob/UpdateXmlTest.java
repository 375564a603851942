package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.Answering.the;
import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UnanswerableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the document is put together from its pieces. */
class UpdateXmlTest {

    private static final BlobBuilder SUPERBLOB =
            blob("{'name': 'S', 'schema_version': 4000, 'products': ['OpenH264', 'Widevine']}");

    @Test
    void aReleaseStandsBetweenItsOwnLines() {
        assertThat(the(aRelease(9)).to(aClient())).isEqualTo("""
                        <?xml version="1.0"?>
                        <updates>
                            <update appVersion="121.0" buildID="20231211174248" displayVersion="121" type="minor">
                                <patch type="complete" URL="https://a.example/c?os=win64&amp;lang=de" hashFunction="sha512" hashValue="abc" size="5"/>
                            </update>
                        </updates>""");
    }

    @ParameterizedTest
    @CsvSource({
        "a&b, a&amp;b",
        "a&amp;b, a&amp;b",
        "&&amp;&, &amp;&amp;&amp;",
        "&lt;, &amp;lt;",
        "&am, &amp;am",
    })
    void onlyBareAmpersandsAreEscaped(String given, String written) {
        assertThat(the(aRelease(4).with("actions", "'" + given + "'")).updateLineTo(aClient()))
                .endsWith(" actions=\"" + written + "\">");
    }

    @Test
    void whatStandsBeforeTheDocumentIsLeftAlone() {
        StringBuilder out = new StringBuilder("&");
        Blob release = aRelease(4).with("actions", "'&'").compiled();

        UpdateXml.append(
                out, (XmlBlob) release, the(aRelease(4)).rendering(aClient().build()));

        assertThat(out).startsWith("&<?xml").contains("actions=\"&amp;\"");
    }

    @Test
    void aFailedDocumentLeavesNothingBehind() {
        StringBuilder out = new StringBuilder("before");
        XmlBlob release = (XmlBlob) aRelease(9).compiled();
        Rendering rendering =
                the(aRelease(9)).rendering(aClient().inLocale("xx").build());

        assertThatExceptionOfType(BadQueryException.class).isThrownBy(() -> UpdateXml.append(out, release, rendering));
        assertThat(out).hasToString("before");
    }

    @Test
    void aSuperblobJoinsTheInnerLinesOfItsChildren() {
        assertThat(joined(List.of(plugin("a"), plugin("b")))).isEqualTo("""
                        <?xml version="1.0"?>
                        <updates>
                            <addons>
                                <addon id="a" URL="https://c.example/a&amp;" hashFunction="sha256" hashValue="%1$s" size="1" version="1"/>
                                <addon id="b" URL="https://c.example/b&amp;" hashFunction="sha256" hashValue="%1$s" size="1" version="1"/>
                            </addons>
                        </updates>""".formatted("f".repeat(64)));
    }

    @Test
    void aChildThatCannotBeServedIsLeftOut() {
        BlobBuilder guardian = blob("""
                {'name': 'G', 'product': 'P', 'schema_version': 10000, 'version': '1', 'hashFunction': 'h', 'platforms': {}}
                """);
        BlobBuilder withoutUrls = aRelease(9).without("fileUrls");

        assertThat(joined(List.of(SUPERBLOB, guardian, withoutUrls, plugin("b"))))
                .isEqualTo(joined(List.of(plugin("b"))));
    }

    @Test
    void aChildThatRefusesTheQueryRefusesTheWhole() {
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() ->
                        joined(List.of(plugin("b"), aRelease(9).without("platforms/WINNT_x86_64-msvc/locales/de"))))
                .withMessage("Can't find locale '%s' in '%s' de WINNT_x86_64-msvc");
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(
                        () -> joined(List.of(aRelease(9).with("platforms/WINNT_x86_64-msvc", "{'alias': 'NoSuch'}"))))
                .withMessage("Can't find platform '%s' NoSuch");
    }

    @Test
    void aSuperblobWithoutChildrenOfItsOwnCannotBeServed() {
        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> the(blob("{'name': 'S', 'schema_version': 4000, 'blobs': []}"))
                        .to(aClient()));
    }

    @Test
    void desupportEndsWithAnUnindentedLine() {
        BlobBuilder blob = blob("""
                {'name': 'D', 'schema_version': 50, 'displayVersion': '12',
                 'detailsUrl': 'https://help/%LOCALE%/%version%/%OS%?a&b'}
                """);

        assertThat(the(blob).asMajorUpdate().to(aClient()))
                .isEqualTo("<?xml version=\"1.0\"?>\n<updates>\n\n"
                        + "    <update type=\"major\" unsupported=\"true\""
                        + " detailsURL=\"https://help/de/120.0/WINNT?a&amp;b\" displayVersion=\"12\">\n"
                        + "</update>\n</updates>");
    }

    @Test
    void twoNightliesReadNoLines() {
        BlobBuilder latest = aRelease(4).with("name", "'Firefox-mozilla-central-nightly-latest'");

        assertThat(UpdateXml.needsSquashing(
                        latest.compiled(),
                        aClient().withBuildId("20190103220533").build()))
                .isTrue();
        assertThat(UpdateXml.needsSquashing(
                        latest.compiled(),
                        aClient().withBuildId("20190103220534").build()))
                .isFalse();
        assertThat(UpdateXml.needsSquashing(
                        aRelease(4).compiled(),
                        aClient().withBuildId("20190103220533").build()))
                .isFalse();
        assertThat(UpdateXml.squashed("<a>\n    <b  c=\"    \"/>\n</a>")).isEqualTo("<a><b  c=\"\"/></a>");
    }

    private static BlobBuilder plugin(String vendor) {
        return blob("""
                {'name': 'G', 'schema_version': 1000, 'hashFunction': 'sha256', 'vendors': {'%1$s': {'version': '1', 'platforms':
                  {'default': {'filesize': 1, 'hashValue': '%2$s', 'fileUrl': 'https://c.example/%1$s&'}}}}}
                """.formatted(vendor, "f".repeat(64)));
    }

    private static String joined(List<BlobBuilder> children) {
        StringBuilder out = new StringBuilder();
        Rendering rendering = the(SUPERBLOB).rendering(aClient().build());
        List<UpdateXml.Child> parts = children.stream()
                .map(child -> new UpdateXml.Child(child.compiled(), rendering))
                .toList();
        UpdateXml.append(out, (SuperBlob) SUPERBLOB.compiled(), rendering, parts);
        return out.toString();
    }
}
