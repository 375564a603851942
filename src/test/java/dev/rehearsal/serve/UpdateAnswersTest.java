package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.on;
import static dev.rehearsal.serve.World.world;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.UpdateXml;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateAnswersTest {

    @Nested
    class Rules {

        @Test
        void theRuleThatMatchesIsServedAndNamed() {
            Answer answer = world().release("New", "136.0")
                    .rule(7, "New", "channel", "release", "data_version", 3)
                    .answer(on("release"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("URL=\"https://download.example/New\"");
            assertThat(answer.ruleId()).isEqualTo("7");
            assertThat(answer.ruleDataVersion()).isEqualTo("3");
        }

        @Test
        void withoutAMatchTheRuleIsUnknown() {
            Answer answer = world().rule(7, "New", "channel", "beta").answer(on("release"));

            assertThat(answer).isEqualTo(nothing("unknown", "unknown"));
        }

        @Test
        void aRuleWithoutMappingServesNothing() {
            assertThat(world().rule(7, null).answer(on("release"))).isEqualTo(nothing("7", "1"));
        }

        @Test
        void aRuleWithoutMappingServesNotEvenItsFallback() {
            Answer answer = world().release("Old", "130.0")
                    .rule(7, null, "backgroundRate", 0, "fallbackMapping", "Old")
                    .answer(on("release"));

            assertThat(answer).isEqualTo(nothing("7", "1"));
        }

        @Test
        void aReleaseThatDoesNotExistIsNoUpdate() {
            assertThat(world().rule(7, "Gone").answer(on("release"))).isEqualTo(nothing("7", "1"));
        }

        @Test
        void aReleaseThatIsNotNewerIsNoUpdate() {
            Answer answer = world().release("New", "114.0").rule(7, "New").answer(on("release"));

            assertThat(answer).isEqualTo(nothing("7", "1"));
        }

        @Test
        void aVersionThatCannotBeReadIsTheClientsFault() {
            Answer answer = world().release("New", "136.0")
                    .rule(7, "New", "version", "<120.0")
                    .answer(on("release").with("version", "%3Cb%3E&amp;"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.mediaType()).isEqualTo(Answer.MediaType.TEXT);
            assertThat(answer.body()).isEqualTo("Version number &lt;b&gt;&amp;amp; is invalid.");
            assertThat(answer.ruleId()).isNull();
        }
    }

    @Nested
    class EmergencyShutoffs {

        private final World served = world().release("New", "136.0").rule(7, "New");

        @Test
        void stopTheirChannel() {
            assertThat(served.stopped("Firefox", "release").answer(on("release")))
                    .isEqualTo(nothing("unknown", "unknown"));
        }

        @Test
        void stopThePartnersOfTheirChannel() {
            assertThat(served.stopped("Firefox", "release").answer(on("release-cck-acme")))
                    .isEqualTo(nothing("unknown", "unknown"));
        }

        @Test
        void stopOnePartnerAlone() {
            served.stopped("Firefox", "release-cck-acme");

            assertThat(served.answer(on("release-cck-acme")).ruleId()).isEqualTo("unknown");
            assertThat(served.answer(on("release-cck-other")).ruleId()).isEqualTo("7");
        }

        @ParameterizedTest
        @CsvSource({"Firefox, release*", "Firefox, releas", "Thunderbird, release"})
        void stopNothingElse(String product, String channel) {
            assertThat(served.stopped(product, channel).answer(on("release")).ruleId())
                    .isEqualTo("7");
        }
    }

    @Nested
    class BackgroundRates {

        private final World quarter = world().release("New", "136.0")
                .release("Old", "130.0")
                .rule(7, "New", "backgroundRate", 25, "fallbackMapping", "Old");

        @ParameterizedTest
        @CsvSource({"0, New", "24, New", "25, Old", "99, Old"})
        void theDiceDecideBelowAHundred(int roll, String release) {
            assertThat(quarter.answer(on("release"), () -> roll).body()).contains("/" + release + "\"");
        }

        @Test
        void aHundredNeedsNoDice() {
            assertThat(world().release("New", "136.0")
                            .rule(7, "New")
                            .answer(on("release"), Asking::noDice)
                            .body())
                    .contains("/New\"");
        }

        @Test
        void zeroIsAlwaysTheFallback() {
            Answer answer = world().release("New", "136.0")
                    .rule(7, "New", "backgroundRate", 0)
                    .answer(on("release"), () -> 0);

            assertThat(answer).isEqualTo(nothing("7", "1"));
        }

        @Test
        void aClientMayForceTheMainSide() {
            assertThat(quarter.answer(on("release").asking("force=1")).body()).contains("/New?force=1\"");
        }

        @Test
        void aClientMayForceTheFallback() {
            assertThat(quarter.answer(on("release").asking("force=-1")).body()).contains("/Old?force=-1\"");
        }

        @Test
        void theFallbackCannotBeForcedAtAHundred() {
            Answer answer = world().release("New", "136.0")
                    .release("Old", "130.0")
                    .rule(7, "New", "fallbackMapping", "Old")
                    .answer(on("release").asking("force=-1"));

            assertThat(answer.body()).contains("/New?force=-1\"");
        }

        @Test
        void withoutFallbackTheLosersGetNothing() {
            Answer answer = world().release("New", "136.0")
                    .rule(7, "New", "backgroundRate", 25)
                    .answer(on("release"), () -> 25);

            assertThat(answer).isEqualTo(nothing("7", "1"));
        }
    }

    @Nested
    class VersionPins {

        private final World pinned = world().release("New", "136.0")
                .release("Kept", "120.0.1")
                .rule(7, "New")
                .pin("release", "120.", "Kept")
                .pin("release", "119.", "Gone")
                .pin("release", "114.", "TooOld")
                .release("TooOld", "114.0");

        @ParameterizedTest
        @CsvSource({"120., Kept", "0120., Kept", "136., New", "140., New", "118., New", "120.0., New"})
        void holdBackToWhatIsKeptForThem(String pin, String release) {
            assertThat(pinned.answer(on("release").asking("pin=" + pin)).body()).contains("/" + release + "\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"119.", "114."})
        void serveNothingWhereWhatIsKeptIsGoneOrNoUpdate(String pin) {
            assertThat(pinned.answer(on("release").asking("pin=" + pin))).isEqualTo(nothing("7", "1"));
        }

        @Test
        void areLookedUpWithoutThePartner() {
            assertThat(pinned.answer(on("release-cck-acme").asking("pin=120.")).body())
                    .contains("/Kept\"");
        }

        @Test
        void ofOtherChannelsDoNotCount() {
            assertThat(pinned.answer(on("beta").asking("pin=120.")).body()).contains("/New\"");
        }

        @Test
        void thatCannotBeReadAreTheClientsFault() {
            Answer answer = pinned.answer(on("release").asking("pin=120"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("Version Pin String '120' is invalid.");
        }
    }

    @Nested
    class Superblobs {

        private final World plugIns = world().plugIn("OpenH264", "H1")
                .plugIn("Widevine", "W1")
                .plugIn("Widevine", "W0")
                .superblobOfProducts("GMP", "All", "OpenH264", "Unheard", "Widevine", "CDM")
                .rule(1, "All", "product", "GMP")
                .rule(2, "H1", "product", "OpenH264")
                .rule(3, "W1", "product", "Widevine", "backgroundRate", 50, "fallbackMapping", "W0");

        private final UpdateUrl asked = on("release").with("product", "GMP");

        @Test
        void joinTheirProductsAndNameTheirOwnRule() {
            Answer answer = plugIns.answer(asked, () -> 0);

            assertThat(answer.body()).containsSubsequence("<addons>", "H1-plug", "W1-plug", "</addons>");
            assertThat(answer.ruleId()).isEqualTo("1");
        }

        @Test
        void rollTheDiceForEachProduct() {
            assertThat(plugIns.answer(asked, () -> 50).body()).contains("H1-plug", "W0-plug");
        }

        @Test
        void leaveOutAProductThatIsStopped() {
            assertThat(plugIns.stopped("OpenH264", "release")
                            .answer(asked, () -> 0)
                            .body())
                    .contains("W1-plug")
                    .doesNotContain("H1-plug");
        }

        @Test
        void serveTheirReleasesAsTheyAre() {
            Answer answer = world().plugIn("OpenH264", "H1")
                    .plugIn("Widevine", "W1")
                    .superblobOfReleases("GMP", "Two", "W1", "Gone", "H1")
                    .rule(1, "Two", "product", "GMP")
                    .answer(asked);

            assertThat(answer.body()).containsSubsequence("W1-plug", "H1-plug").doesNotContain("Gone");
        }

        @Test
        void leaveOutASuperblobInsideThem() {
            Answer answer = plugIns.superblobOfReleases("GMP", "Outer", "All", "H1")
                    .rule(9, "Outer", "product", "GMP", "priority", 500)
                    .answer(asked);

            assertThat(answer.body()).contains("H1-plug").doesNotContain("W1-plug");
        }
    }

    @Nested
    class JsonAnswers {

        private static final String URL = "/json/1/FirefoxVPN/%s/WINNT_x86_64/release/update.json";

        private final Asking vpn = Asking.of(world().vpnRelease("Vpn-2", "2.5")
                .rule(4, "Vpn-2", "product", "FirefoxVPN", "data_version", 2)
                .snapshot());

        @Test
        void holdTheRelease() {
            Answer answer = vpn.answer(URL.formatted("2.4"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.mediaType()).isEqualTo(Answer.MediaType.JSON);
            assertThat(answer.body()).startsWith("{\"version\": \"2.5\", \"url\": \"https://vpn.example/Vpn-2\"");
            assertThat(answer.ruleId()).isEqualTo("4");
        }

        @Test
        void areMissingWhereThereIsNoUpdate() {
            assertThat(vpn.answer(URL.formatted("2.5"))).isEqualTo(Answer.of(404, Answer.MediaType.HTML, ""));
        }

        @Test
        void areMissingForAnApplication() {
            Answer answer = Asking.of(world().release("New", "136.0")
                            .rule(1, "New", "product", "FirefoxVPN")
                            .snapshot())
                    .answer(URL.formatted("2.4"));

            assertThat(answer.status()).isEqualTo(404);
        }

        @Test
        void doNotServeAsXml() {
            Answer answer = vpn.answer(on("release")
                    .with("product", "FirefoxVPN")
                    .with("buildTarget", "WINNT_x86_64")
                    .with("version", "2.4"));

            assertThat(answer).isEqualTo(Answer.of(400, Answer.MediaType.TEXT, "Wrong blob type"));
        }
    }

    private static Answer nothing(String ruleId, String ruleDataVersion) {
        return new Answer(200, Answer.MediaType.XML, UpdateXml.EMPTY, ruleId, ruleDataVersion, null);
    }
}
