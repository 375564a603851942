package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.on;
import static dev.rehearsal.serve.World.world;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.UpdateXml;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestChannelAnswersTest {

    private static final String TEST = "release-cdntest";

    private final World live = world().release("Now", "130.0", TEST).rule(1, "Now", "channel", "release");

    private final World staged = world().release("Now", "130.0", TEST)
            .release("Next", "136.0", TEST)
            .rule(1, "Next", "channel", "release", "data_version", 2);

    @Test
    void isMatchedAsItsLiveChannelAndRenderedAsItself() {
        Answer answer = mapped(staged).answer(on(TEST));

        assertThat(answer.body()).contains("https://release-cdntest.example/Next");
        assertThat(answer.ruleId()).isEqualTo("1");
        assertThat(answer.ruleDataVersion()).isEqualTo("2");
    }

    @Test
    void leavesTheLiveChannelAsItIs() {
        Answer answer = mapped(staged).answer(on("release"));

        assertThat(answer.body()).contains("https://download.example/Now");
        assertThat(answer.fingerprint()).isNull();
    }

    @Test
    void doesNotSeeRulesOfItsOwnName() {
        staged.release("Copied", "140.0").rule(2, "Copied", "channel", TEST, "priority", 900);

        assertThat(mapped(staged).answer(on(TEST)).body()).contains("/Next\"");
    }

    @Test
    void isOrdinaryForAProductThatIsNotMapped() {
        Snapshot snapshot = live.rule(5, "Now", "product", "Thunderbird", "channel", TEST)
                .snapshot()
                .mappingFor("Firefox", TEST, "release", staged.state());

        Answer answer = Asking.of(snapshot).answer(on(TEST).with("product", "Thunderbird"));

        assertThat(answer.ruleId()).isEqualTo("5");
        assertThat(answer.fingerprint()).isNull();
    }

    @Nested
    class Fingerprints {

        private static final String FINGERPRINT = InMemorySnapshot.fingerprintOf(TEST);

        @Test
        void standOnAnUpdate() {
            assertThat(mapped(staged).answer(on(TEST)).fingerprint()).isEqualTo(FINGERPRINT);
        }

        @Test
        void standOnAnEmptyAnswer() {
            Answer answer = mapped(staged).answer(on(TEST).with("version", "200.0"));

            assertThat(answer.body()).isEqualTo(UpdateXml.EMPTY);
            assertThat(answer.fingerprint()).isEqualTo(FINGERPRINT);
        }

        @Test
        void standOnARefusal() {
            Answer answer = mapped(staged).answer(on(TEST).with("locale", "xx"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.fingerprint()).isEqualTo(FINGERPRINT);
        }
    }

    @Nested
    class Partners {

        @Test
        void areMatchedWithTheirSuffixAsTheLiveChannel() {
            staged.release("Partner", "137.0", TEST, TEST + "-cck-acme")
                    .rule(3, "Partner", "channel", "release-cck-acme", "priority", 500);

            assertThat(mapped(staged).answer(on(TEST + "-cck-acme")).body())
                    .contains("https://release-cdntest-cck-acme.example/Partner");
        }

        @Test
        void fallBackToTheLiveChannelsRules() {
            assertThat(mapped(staged).answer(on(TEST + "-cck-acme")).body())
                    .contains("https://release-cdntest.example/Next");
        }
    }

    @Nested
    class EmergencyShutoffs {

        @Test
        void ofTheLiveChannelDoNotStopIt() {
            live.stopped("Firefox", "release");

            assertThat(mapped(staged).answer(on(TEST)).ruleId()).isEqualTo("1");
        }

        @ParameterizedTest
        @CsvSource({"release-cdntest, release-cdntest", "release-cdntest, release-cdntest-cck-acme"})
        void ofItsOwnStopIt(String stopped, String asked) {
            live.stopped("Firefox", stopped);

            Answer answer = mapped(staged).answer(on(asked));

            assertThat(answer.ruleId()).isEqualTo("unknown");
            assertThat(answer.fingerprint()).isNotNull();
        }
    }

    @Nested
    class Dice {

        private final World slow = world().release("Next", "136.0")
                .release("Now", "130.0")
                .rule(1, "Next", "channel", "release", "backgroundRate", 0, "fallbackMapping", "Now");

        @Test
        void areNotRolled() {
            assertThat(mapped(slow).answer(on(TEST)).body()).contains("https://download.example/Next\"");
        }

        @Test
        void giveTheFallbackToWhoForcesIt() {
            assertThat(mapped(slow).answer(on(TEST).asking("force=-1")).body())
                    .contains("https://download.example/Now?force=-1\"");
        }

        @Test
        void giveNothingToWhoForcesAFallbackThatIsNotThere() {
            World bare = world().release("Next", "136.0").rule(1, "Next", "channel", "release", "backgroundRate", 99);

            assertThat(mapped(bare).answer(on(TEST).asking("force=-1")).body()).isEqualTo(UpdateXml.EMPTY);
        }

        @Test
        void giveTheMappingAtAHundredEvenToWhoForcesTheFallback() {
            World full = world().release("Next", "136.0")
                    .release("Now", "130.0")
                    .rule(1, "Next", "channel", "release", "fallbackMapping", "Now");

            assertThat(mapped(full).answer(on(TEST).asking("force=-1")).body()).contains("/Next?force=-1\"");
        }

        @Test
        void areNotForcedInUrlsUnlessTheClientForces() {
            assertThat(mapped(slow).answer(on(TEST).asking("force=1")).body()).contains("/Next?force=1\"");
        }
    }

    @Nested
    class Pins {

        @Test
        void areThoseStagedForTheLiveChannel() {
            staged.release("Kept", "120.0").pin("release", "120.", "Kept").pin(TEST, "120.", "Next");

            assertThat(mapped(staged).answer(on(TEST).asking("pin=120.")).body())
                    .contains("/Kept\"");
        }
    }

    @Nested
    class Superblobs {

        @Test
        void takeTheMappingToTheirProducts() {
            World plugIns = world().plugIn("OpenH264", "H1")
                    .superblobOfProducts("GMP", "All", "OpenH264")
                    .rule(1, "All", "product", "GMP", "channel", "release")
                    .rule(2, "H1", "product", "OpenH264", "channel", "release", "backgroundRate", 0);
            Snapshot snapshot = live.snapshot().mappingFor("GMP", TEST, "release", plugIns.state());

            assertThat(Asking.of(snapshot)
                            .answer(on(TEST).with("product", "GMP"))
                            .body())
                    .contains("H1-plug");
        }
    }

    @Nested
    class OnANodeWithoutTestChannels {

        @Test
        void getsNothing() {
            Answer answer = mapped(staged).withoutTestChannels().answer(on(TEST + "-cck-acme"));

            assertThat(answer).isEqualTo(Answer.of(200, Answer.MediaType.XML, UpdateXml.EMPTY));
        }

        @Test
        void liveChannelsAreServed() {
            assertThat(mapped(staged)
                            .withoutTestChannels()
                            .answer(on("release"))
                            .body())
                    .contains("/Now\"");
        }
    }

    private Asking mapped(World shown) {
        return Asking.of(live.snapshot().mapping(TEST, "release", shown.state()));
    }
}
