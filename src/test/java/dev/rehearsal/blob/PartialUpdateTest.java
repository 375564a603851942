package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.Answering.the;
import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.aSource;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.UnanswerableException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A partial is served only to who runs the release that it updates from. */
class PartialUpdateTest {

    private static final String LOCALE = "platforms/WINNT_x86_64-msvc/locales/de";

    @Test
    void whoRunsTheSourceGetsThePartialAfterTheComplete() {
        assertThat(types(the(withPartial()).beside(aSource()), aClient())).containsExactly("complete", "partial");
    }

    @Test
    void whoRunsAnotherBuildGetsOnlyTheComplete() {
        assertThat(types(the(withPartial()).beside(aSource()), aClient().withBuildId("20231116134552")))
                .containsExactly("complete");
    }

    @Test
    void aSourceThatDoesNotExistIsPassedOver() {
        assertThat(types(the(withPartial()), aClient())).containsExactly("complete");
    }

    @Test
    void aNumericBuildOfTheSourceMatchesNobody() {
        BlobBuilder source = aSource().with("platforms/WINNT_x86_64-msvc/buildID", "20231116134553");

        assertThat(types(the(withPartial()).beside(source), aClient())).containsExactly("complete");
    }

    @Test
    void theFirstPartialThatFitsIsTheOnlyOne() {
        BlobBuilder blob = aRelease(9).with(LOCALE + "/partials", """
                        [{'from': 'F-119', 'filesize': 1, 'hashValue': 'h', 'fileUrl': 'https://a.example/119'},
                         {'from': 'F-120', 'filesize': 2, 'hashValue': 'h', 'fileUrl': 'https://a.example/120'},
                         {'from': '*', 'filesize': 3, 'hashValue': 'h', 'fileUrl': 'https://a.example/any'}]
                        """);

        assertThat(the(blob).beside(aSource()).patchesTo(aClient()).getLast()).contains("https://a.example/120");
        assertThat(the(blob).patchesTo(aClient()).getLast()).contains("https://a.example/any");
    }

    @Test
    void aPartialWithoutUrlIsLeftOut() {
        assertThat(types(the(withPartial().without("fileUrls/*/partials")).beside(aSource()), aClient()))
                .containsExactly("complete");
    }

    @Test
    void aPartialAloneWithoutUrlLeavesAnUpdateWithoutFiles() {
        BlobBuilder blob = withPartial().without("fileUrls/*/partials").without(LOCALE + "/completes");

        assertThat(the(blob).beside(aSource()).to(aClient()))
                .contains("<update ")
                .doesNotContain("<patch ");
    }

    @Test
    void theSourceMayKnowTheClientByAnotherNameOfItsPlatform() {
        BlobBuilder blob = withPartial()
                .with("platforms/WINNT_x86_64-msvc-x64", "{'alias': 'WINNT_x86_64-msvc'}")
                .with("platforms/WINNT_x86_64-msvc-x86", "{'alias': 'WINNT_x86_64-msvc'}");
        BlobBuilder source = blob("""
                {'name': 'F-120', 'schema_version': 9, 'hashFunction': 'sha512',
                 'platforms': {'WINNT_x86_64-msvc-x86': {'buildID': '20231116134553', 'locales': {'de': {}}}}}
                """);
        Answering answering = the(blob).beside(source);

        for (String name : List.of("WINNT_x86_64-msvc", "WINNT_x86_64-msvc-x64", "WINNT_x86_64-msvc-x86")) {
            assertThat(types(answering, aClient().onBuildTarget(name))).containsExactly("complete", "partial");
        }
    }

    @Test
    void aSourceThatHasThePlatformButNotTheLocaleLeavesThePartialOut() {
        BlobBuilder source = aSource().without(LOCALE);

        assertThat(types(the(withPartial()).beside(source), aClient())).containsExactly("complete");
    }

    @Test
    void aSourceThatIsNoApplicationLeavesThePartialOut() {
        BlobBuilder source = blob("{'name': 'F-120', 'schema_version': 4000, 'products': ['OpenH264']}");

        assertThat(types(the(withPartial()).beside(source), aClient())).containsExactly("complete");
    }

    @Test
    void nothingIsServedWhereTheOnlyFileIsOneThatBalrogFailsOn() {
        BlobBuilder blob = withPartial().without(LOCALE + "/completes");

        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> the(blob).beside(aSource().without(LOCALE)).to(aClient()));
    }

    @Test
    void oldSchemasHaveOnePartial() {
        for (int schema : new int[] {1, 2}) {
            BlobBuilder blob =
                    aRelease(schema).with(LOCALE + "/partial", "{'from': 'F-120', 'filesize': 1, 'hashValue': 'h'}");

            assertThat(the(blob).beside(aSource()).patchesTo(aClient()).getLast())
                    .startsWith("<patch type=\"partial\" URL=\"https://a.example/p.mar?os=win64\"");
        }
    }

    private static BlobBuilder withPartial() {
        return aRelease(9)
                .with(LOCALE + "/partials", "[{'from': 'F-120', 'filesize': 1, 'hashValue': 'h'}]")
                .with("fileUrls/*/partials/F-120", "'https://a.example/p'");
    }

    private static List<String> types(Answering answering, QueryBuilder query) {
        return answering.patchesTo(query).stream()
                .map(line -> line.substring("<patch type=\"".length(), line.indexOf("\" URL")))
                .toList();
    }
}
