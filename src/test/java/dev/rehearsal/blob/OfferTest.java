package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.blob.Offer.Nothing;
import dev.rehearsal.blob.Offer.Nothing.Why;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.UnanswerableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a release is an update for who asks. */
class OfferTest {

    private static final String BUILD_OF_RELEASE = "20231211174248";

    @Test
    void anOlderVersionIsOfferedTheRelease() {
        assertThat(offer(aRelease(9), aClient().atVersion("120.0"))).isEqualTo(Offer.Update.NEWER);
    }

    @Test
    void aNewerVersionIsOfferedNothing() {
        Offer offer = offer(aRelease(9), aClient().atVersion("122.0"));

        assertThat(offer).isEqualTo(new Nothing(Why.OLDER_VERSION, "121.0", "122.0"));
        assertThat(offer.reason()).isEqualTo("The client runs 122.0, which is newer than the release's 121.0.");
    }

    @Test
    void theSameVersionIsOfferedOnlyANewerBuild() {
        QueryBuilder sameVersion = aClient().atVersion("121.0");

        assertThat(offer(aRelease(9), sameVersion.withBuildId("20231211174247")))
                .isEqualTo(Offer.Update.NEWER);
        assertThat(offer(aRelease(9), sameVersion.withBuildId(BUILD_OF_RELEASE)))
                .isInstanceOf(Nothing.class);
    }

    @Test
    void buildsAreComparedAsText() {
        assertThat(offer(aRelease(9), aClient().atVersion("121.0").withBuildId("3")))
                .isEqualTo(new Nothing(Why.NO_NEWER_BUILD, BUILD_OF_RELEASE, "3"));
    }

    @Test
    void aNumericBuildIsNeverCompared() {
        BlobBuilder numeric = aRelease(9).with("platforms/WINNT_x86_64-msvc/buildID", "20231211174248");

        assertThat(offer(numeric, aClient())).isEqualTo(Offer.Update.NEWER);
        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> offer(numeric, aClient().atVersion("121.0")));
    }

    @Test
    void theVersionOfTheLocaleWinsOverThatOfTheRelease() {
        BlobBuilder blob = aRelease(9).with("platforms/WINNT_x86_64-msvc/locales/de/appVersion", "'119.0'");

        assertThat(offer(blob, aClient())).isEqualTo(new Nothing(Why.OLDER_VERSION, "119.0", "120.0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 9})
    void aReleaseWithoutVersionIsNeverServed(int schema) {
        BlobBuilder blob = aRelease(schema).without(schema == 1 ? "extv" : "appVersion");

        assertThat(offer(blob, aClient())).isEqualTo(new Nothing(Why.NO_VERSION));
    }

    @Test
    void anUnknownPlatformIsOfferedNothingByANewerVersion() {
        assertThat(offer(aRelease(9), aClient().onBuildTarget("Haiku")))
                .isEqualTo(new Nothing(Why.NO_SUCH_PLATFORM, "", "Haiku"));
    }

    @Test
    void anUnknownPlatformIsRefusedByTheSameVersion() {
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(
                        () -> offer(aRelease(9), aClient().atVersion("121.0").onBuildTarget("Haiku")))
                .withMessage("Can't find platform '%s' Haiku");
    }

    @Test
    void anUnknownLocaleIsRefusedByTheSameVersion() {
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(
                        () -> offer(aRelease(9), aClient().atVersion("121.0").inLocale("zh-TW")))
                .withMessage("No such locale 'zh-TW' in platform 'WINNT_x86_64-msvc'");
    }

    @Test
    void aMissingBuildIsRefusedUnderTheNameOfTheResolvedPlatform() {
        BlobBuilder blob = aRelease(9)
                .without("platforms/WINNT_x86_64-msvc/buildID")
                .with("platforms/WINNT_x86_64-msvc-x64", "{'alias': 'WINNT_x86_64-msvc'}");

        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> offer(blob, aClient().atVersion("121.0").onBuildTarget("WINNT_x86_64-msvc-x64")))
                .withMessage("No buildID for platform 'WINNT_x86_64-msvc'");
    }

    @Test
    void aReleaseWithAVersionButNoPlatformsCannotBeJudged() {
        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> offer(aRelease(9).without("platforms"), aClient()));
    }

    @Test
    void aBadVersionIsRefused() {
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> offer(aRelease(9), aClient().atVersion("x.y")))
                .withMessage("Version number x.y is invalid.");
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> offer(aRelease(9).with("appVersion", "'60.9.0esr'"), aClient()))
                .withMessage("Version number 60.9.0esr is invalid.");
    }

    @Test
    void aQueryWithoutLocaleOrBuildIsOfferedNothing() {
        assertThat(offer(aRelease(9), aClient().inLocale(null))).isEqualTo(new Nothing(Why.QUERY_TOO_SHORT));
        assertThat(offer(aRelease(9), aClient().withBuildId(null))).isEqualTo(new Nothing(Why.QUERY_TOO_SHORT));
    }

    @Test
    void aReleaseBeyondThePinIsNotOfferedAtOnce() {
        assertThat(offer(aRelease(9), aClient().pinnedTo("120."))).isEqualTo(new Offer.BeyondPin("121.0", "120."));
        assertThat(offer(aRelease(9), aClient().pinnedTo("121."))).isEqualTo(Offer.Update.NEWER);
    }

    @Test
    void aBadPinIsRefusedOnlyWhenTheReleaseIsNewer() {
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> offer(aRelease(9), aClient().pinnedTo("120.0.1.")))
                .withMessage("Version Pin String '120.0.1.' is invalid.");
        assertThat(offer(aRelease(9), aClient().atVersion("122.0").pinnedTo("120.0.1.")))
                .isInstanceOf(Nothing.class);
    }

    @Test
    void whatIsNoApplicationIsAlwaysOffered() {
        assertThat(offer(blob("{'name': 'S', 'schema_version': 4000, 'products': ['OpenH264']}"), aClient()))
                .isEqualTo(Offer.Update.ALWAYS);
        assertThat(offer(blob("{'name': 'S', 'schema_version': 5000, 'uninstall': true}"), aClient()))
                .isEqualTo(Offer.Update.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120.0", "121.0", "122.0"})
    void everyOfferHasAReason(String version) {
        assertThat(offer(aRelease(9), aClient().atVersion(version)).reason()).endsWith(".");
    }

    private static Offer offer(BlobBuilder blob, QueryBuilder query) {
        return blob.compiled().offerTo(query.build());
    }
}
