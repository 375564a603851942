package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.Answering.the;
import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UnanswerableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code <update>} line, schema by schema. */
class UpdateLineTest {

    private static final String NOTES = "'https://notes.example/%LOCALE%/%locale%'";

    @Test
    void schema1HasAVersionForPeopleAndOneForExtensions() {
        assertThat(the(aRelease(1)).updateLineTo(aClient()))
                .isEqualTo("<update type=\"minor\" version=\"121\" extensionVersion=\"121.0\""
                        + " buildID=\"20231211174248\">");
    }

    @Test
    void schema1MayHaveDetailsAndALicense() {
        BlobBuilder blob = aRelease(1).with("detailsUrl", NOTES).with("licenseUrl", "'https://l.example/%LOCALE%'");

        assertThat(the(blob).updateLineTo(aClient()))
                .endsWith(" detailsURL=\"https://notes.example/de/de\" licenseURL=\"https://l.example/de\">");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.5.0.12 | version="3.6" extensionVersion="3.6.13"
                    2.0.0.20 | version="2.0.0.20"
                    3.0.19   | version="3.0.19"
                    3.5.2    | version="3.6"
                    3.6.3    | version="3.6" extensionVersion="3.6.3"
                    4.0      | version="3.6" extensionVersion="3.6.13"
                    """)
    void oldVersionsAreToldWhatTheyNeedToHear(String running, String versions) {
        BlobBuilder blob =
                aRelease(1).with("appv", "'3.6'").with("extv", "'3.6.13'").with("oldVersionSpecialCases", "true");

        assertThat(the(blob).updateLineTo(aClient().atVersion(running)))
                .isEqualTo("<update type=\"minor\" " + versions + " buildID=\"20231211174248\">");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 8})
    void laterSchemasShowOneVersionAndCompareAnother(int schema) {
        String platformVersion = schema < 4 ? "121.0" : "None";

        assertThat(the(aRelease(schema)).asMajorUpdate().updateLineTo(aClient()))
                .isEqualTo("<update type=\"major\" displayVersion=\"121\" appVersion=\"121.0\" platformVersion=\""
                        + platformVersion + "\" buildID=\"20231211174248\">");
    }

    @Test
    void theOptionalAttributesKeepTheirOrder() {
        BlobBuilder blob = aRelease(5)
                .with("promptWaitTime", "43200")
                .with("alertURL", "'%LOCALE%'")
                .with("notificationURL", "'n'")
                .with("openURL", "'o'")
                .with("actions", "'showURL %LOCALE%'")
                .with("showNeverForVersion", "false")
                .with("showPrompt", "true")
                .with("billboardURL", "'b'")
                .with("licenseUrl", "'l'")
                .with("detailsUrl", "'d'")
                .with("platforms/WINNT_x86_64-msvc/locales/de/isOSUpdate", "true");

        assertThat(the(blob).updateLineTo(aClient()))
                .endsWith(" detailsURL=\"d\" licenseURL=\"l\" isOSUpdate=\"true\" billboardURL=\"b\""
                        + " showPrompt=\"true\" showNeverForVersion=\"false\" actions=\"showURL %LOCALE%\""
                        + " openURL=\"o\" notificationURL=\"n\" alertURL=\"de\" promptWaitTime=\"43200\">");
    }

    @Test
    void schema8EndsWithItsTransparencyProofs() {
        BlobBuilder blob = aRelease(8)
                .with("binTransSCTList", "'s'")
                .with("binTransCertificate", "'c'")
                .with("binTransMerkleRoot", "'m'");

        assertThat(the(blob).updateLineTo(aClient()))
                .endsWith(" binTransMerkleRoot=\"m\" binTransCertificate=\"c\" binTransSCTList=\"s\">");
    }

    @Test
    void theVersionsOfALocaleWin() {
        BlobBuilder blob = aRelease(9).with("platforms/WINNT_x86_64-msvc/locales/de/displayVersion", "'121 (de)'");

        assertThat(the(blob).updateLineTo(aClient())).contains(" displayVersion=\"121 (de)\"");
    }

    @Test
    void theBuildOfALocaleWins() {
        BlobBuilder blob = aRelease(9).with("platforms/WINNT_x86_64-msvc/locales/de/buildID", "20231299");

        assertThat(the(blob).updateLineTo(aClient())).contains(" buildID=\"20231299\"");
    }

    @Test
    void schema9SortsItsAttributes() {
        BlobBuilder blob = aRelease(9).with("updateLine", """
                        [{'for': {}, 'fields': {'showPrompt': false, 'openURL': 'o', 'disableBackgroundUpdates': true,
                          'disableBITS': true, 'detailsURL': 'd/%LOCALE%', 'actions': 'a', 'promptWaitTime': 5}}]
                        """);

        assertThat(the(blob).updateLineTo(aClient()))
                .isEqualTo("<update actions=\"a\" appVersion=\"121.0\" buildID=\"20231211174248\" detailsURL=\"d/de\""
                        + " disableBITS=\"true\" disableBackgroundUpdates=\"true\" displayVersion=\"121\" openURL=\"o\""
                        + " promptWaitTime=\"5\" showPrompt=\"false\" type=\"minor\">");
    }

    @Test
    void aGroupMayOverrideTheTypeOfTheRule() {
        BlobBuilder blob = aRelease(9).with("updateLine", "[{'for': {}, 'fields': {'type': 'minor'}}]");

        assertThat(the(blob).asMajorUpdate().updateLineTo(aClient())).endsWith(" type=\"minor\">");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}                                                  | true
                    {'channels': ['release']}                           | true
                    {'channels': ['rel*', 'beta']}                      | true
                    {'channels': ['release-cck-acme']}                  | true
                    {'channels': ['beta']}                              | false
                    {'channels': []}                                    | false
                    {'channels': ['*']}                                 | false
                    {'locales': ['fr', 'de']}                           | true
                    {'locales': ['d']}                                  | false
                    {'versions': ['<119.0', '<121.0']}                  | true
                    {'versions': ['120.*']}                             | true
                    {'versions': ['119.0,120.0']}                       | true
                    {'versions': ['>120.0']}                            | false
                    {'buildIDs': ['>=20231116134553']}                  | true
                    {'buildIDs': ['20231116134554']}                    | false
                    {'channels': ['release'], 'locales': ['fr']}        | false
                    {'channels': ['release'], 'versions': ['<121.0']}   | true
                    """)
    void aGroupAppliesWhereAllItsConditionsDo(String conditions, boolean applies) {
        BlobBuilder blob = aRelease(9).with("updateLine", "[{'for': " + conditions + ", 'fields': {'actions': 'a'}}]");

        assertThat(the(blob)
                        .updateLineTo(aClient().onChannel("release-cck-acme"))
                        .contains("actions"))
                .isEqualTo(applies);
    }

    @Test
    void aGroupWithoutConditionsOrFieldsCannotBeServed() {
        for (String group : new String[] {"{'fields': {}}", "{'for': {}}"}) {
            assertThatExceptionOfType(UnanswerableException.class)
                    .isThrownBy(() -> the(aRelease(9).with("updateLine", "[" + group + "]"))
                            .to(aClient()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 9})
    void anUnknownLocaleIsRefused(int schema) {
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> the(aRelease(schema)).to(aClient().inLocale("zh-TW")))
                .withMessage("No such locale 'zh-TW' in platform 'WINNT_x86_64-msvc'");
    }

    @Test
    void anAliasThatLeadsNowhereIsNamedInTheRefusal() {
        BlobBuilder blob = aRelease(6).with("platforms/Linux", "{'alias': 'NoSuchPlatform'}");

        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> the(blob).to(aClient().onBuildTarget("Linux")))
                .withMessage("No such locale 'de' in platform 'NoSuchPlatform'");
    }
}
