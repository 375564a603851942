package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.Answering.the;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.blob.Offer.Nothing;
import dev.rehearsal.blob.Offer.Nothing.Why;
import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.UnanswerableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The VPN client, which is answered as JSON. */
class GuardianBlobTest {

    @ParameterizedTest
    @CsvSource({"1.9, true", "2.14, true", "2.14.0, true", "2.14.1, false", "2.14.2, false", "3, false"})
    void onlyAnOlderVersionIsOfferedTheRelease(String running, boolean offered) {
        assertThat(aVpn().compiled().offerTo(aVpnClient().atVersion(running).build()) instanceof Offer.Update)
                .isEqualTo(offered);
    }

    @Test
    void anUnknownPlatformIsOfferedNothingWhateverItsVersion() {
        assertThat(aVpn().compiled()
                        .offerTo(aVpnClient()
                                .onBuildTarget("Haiku")
                                .atVersion("abc")
                                .build()))
                .isEqualTo(new Nothing(Why.NO_SUCH_PLATFORM, "", "Haiku"));
    }

    @Test
    void lettersAreNotComparedWithNumbers() {
        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() ->
                        aVpn().compiled().offerTo(aVpnClient().atVersion("abc").build()));
    }

    @Test
    void theAnswerIsSpacedAndOrderedAsBalrogs() {
        assertThat(the(aVpn()).jsonTo(aVpnClient()))
                .isEqualTo("{\"version\": \"2.14.1\", \"url\": \"https://vpn.example/a?b&c\", \"required\": true,"
                        + " \"hashFunction\": \"sha512\", \"hashValue\": \"abc\"}");
    }

    @Test
    void everythingButPrintableAsciiIsEscaped() {
        BlobBuilder blob = aVpn().with("version", "'2.é\\\\\\u007f\\n\\u0001'");

        assertThat(the(blob).jsonTo(aVpnClient())).startsWith("{\"version\": \"2.\\u00e9\\\\\\u007f\\n\\u0001\", ");
    }

    @Test
    void aForbiddenOrMissingFileGivesAnEmptyObject() {
        assertThat(the(aVpn()).allowing("{}").jsonTo(aVpnClient())).isEqualTo("{}");
        assertThat(the(aVpn()).jsonTo(aVpnClient().onBuildTarget("Haiku"))).isEqualTo("{}");
        assertThat(the(aVpn().with("platforms/WINNT_x86_64-msvc/fileUrl", "''")).jsonTo(aVpnClient()))
                .isEqualTo("{}");
    }

    @Test
    void aReleaseThatDoesNotSayWhetherItIsRequiredCannotBeServed() {
        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> the(aVpn().without("required")).jsonTo(aVpnClient()));
    }

    private static QueryBuilder aVpnClient() {
        return aClient().ofProduct("FirefoxVPN").atVersion("2.14.0");
    }

    private static BlobBuilder aVpn() {
        return blob("""
                {'name': 'V', 'product': 'FirefoxVPN', 'schema_version': 10000, 'version': '2.14.1', 'required': true,
                 'hashFunction': 'sha512', 'platforms': {'WINNT_x86_64-msvc':
                   {'fileUrl': 'https://vpn.example/a?b&c', 'hashValue': 'abc'}}}
                """);
    }
}
