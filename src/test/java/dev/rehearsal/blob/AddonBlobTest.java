package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.Answering.the;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UnanswerableException;
import org.junit.jupiter.api.Test;

/** Media plugins and system add-ons. */
class AddonBlobTest {

    private static final String NOTHING_TO_ADD = "<?xml version=\"1.0\"?>\n<updates>\n\n\n</updates>";
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String FILE =
            "{'filesize': 7, 'hashValue': '%s', 'fileUrl': 'https://codec.example/a.zip'}".formatted(HASH);

    @Test
    void aPluginIsServedToItsPlatform() {
        assertThat(the(plugins("'gmp-x': {'version': '1.4', 'platforms': {'WINNT_x86_64-msvc': " + FILE + "}}"))
                        .to(aClient()))
                .isEqualTo("""
                        <?xml version="1.0"?>
                        <updates>
                            <addons>
                                <addon id="gmp-x" URL="https://codec.example/a.zip" hashFunction="SHA256" hashValue="%s" size="7" version="1.4"/>
                            </addons>
                        </updates>""".formatted(HASH));
    }

    @Test
    void pluginsAreSortedByVendor() {
        String platforms = "{'version': '1', 'platforms': {'default': " + FILE + "}}";

        assertThat(the(plugins("'b': " + platforms + ", 'a': " + platforms + ", 'Z': " + platforms))
                        .to(aClient()))
                .containsSubsequence("id=\"Z\"", "id=\"a\"", "id=\"b\"");
    }

    @Test
    void mirrorsOpenThePlugin() {
        String file = FILE.replace("}", ", 'mirrorUrls': ['https://m.example/1?a&b', 'https://no.example/2']}");
        BlobBuilder blob = plugins("'gmp-x': {'version': '1.4', 'platforms': {'default': " + file + "}}");

        assertThat(the(blob)
                        .allowing("{'codec.example': ['Firefox'], 'm.example': ['Firefox']}")
                        .to(aClient()))
                .contains(
                        "version=\"1.4\">\n            <mirror URL=\"https://m.example/1?a&amp;b\"/>\n        </addon>\n")
                .doesNotContain("no.example");
    }

    @Test
    void anAliasIsFollowedButNotThatOfTheDefault() {
        BlobBuilder blob = plugins("'v': {'version': '1', 'platforms': {'WINNT_x86_64-msvc': " + FILE
                + ", 'Windows': {'alias': 'WINNT_x86_64-msvc'}, 'default': {'alias': 'WINNT_x86_64-msvc'}}}");

        assertThat(the(blob).to(aClient().onBuildTarget("Windows"))).contains("<addon id=\"v\"");
        assertThat(the(blob).to(aClient().onBuildTarget("Haiku"))).doesNotContain("<addon id");
    }

    @Test
    void anAliasThatLeadsNowhereIsRefused() {
        BlobBuilder blob = plugins("'v': {'version': '1', 'platforms': {'WINNT_x86_64-msvc': {'alias': 'NoSuch'}}}");

        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> the(blob).to(aClient()))
                .withMessage("No platform '%s' in vendor '%s' NoSuch v");
    }

    @Test
    void aVendorWithoutPlatformsIsLeftOut() {
        BlobBuilder blob =
                plugins("'v': {'version': '1'}, 'w': {'version': '1', 'platforms': {'default': " + FILE + "}}");

        assertThat(the(blob).to(aClient())).contains("<addon id=\"w\"").doesNotContain("<addon id=\"v\"");
    }

    @Test
    void aSystemAddonIsServedInAList() {
        assertThat(the(addons("'x@a': {'version': '2', 'platforms': {'default': " + FILE + "}}"))
                        .to(aClient()))
                .contains("    <addons>\n        <addon id=\"x@a\" URL=\"https://codec.example/a.zip\"")
                .contains(" version=\"2\"/>\n    </addons>\n");
    }

    @Test
    void noListIsSentWhereNoSystemAddonFits() {
        BlobBuilder blob = addons("'x@a': {'version': '2', 'platforms': {'Linux': " + FILE + "}}");

        assertThat(the(blob).to(aClient())).isEqualTo(NOTHING_TO_ADD);
    }

    @Test
    void noListIsSentWhereEverySystemAddonIsForbidden() {
        BlobBuilder blob = addons("'x@a': {'version': '2', 'platforms': {'default': " + FILE + "}}");

        assertThat(the(blob).allowing("{}").to(aClient())).isEqualTo(NOTHING_TO_ADD);
    }

    @Test
    void anEmptyListRemovesAllSystemAddons() {
        assertThat(the(blob("{'name': 'S', 'schema_version': 5000, 'uninstall': true}"))
                        .to(aClient()))
                .isEqualTo("<?xml version=\"1.0\"?>\n<updates>\n    <addons>\n    </addons>\n</updates>");
        assertThat(the(blob("{'name': 'S', 'schema_version': 5000, 'uninstall': false}"))
                        .to(aClient()))
                .isEqualTo(NOTHING_TO_ADD);
    }

    @Test
    void systemAddonsWithoutAHashFunctionCannotBeServed() {
        BlobBuilder blob = addons("'x@a': {'version': '2', 'platforms': {'default': " + FILE + "}}")
                .without("hashFunction");

        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> the(blob).to(aClient()));
    }

    private static BlobBuilder plugins(String vendors) {
        return blob("{'name': 'G', 'schema_version': 1000, 'hashFunction': 'SHA256', 'vendors': {" + vendors + "}}");
    }

    private static BlobBuilder addons(String addons) {
        return blob("{'name': 'S', 'schema_version': 5000, 'hashFunction': 'sha256', 'addons': {" + addons + "}}");
    }
}
