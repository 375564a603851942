package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.matching.RuleField.CHANNEL;
import static dev.rehearsal.matching.RuleField.COMMENT;
import static dev.rehearsal.matching.RuleField.MAPPING;
import static dev.rehearsal.matching.RuleField.PRODUCT;
import static dev.rehearsal.staging.LiveState.live;
import static dev.rehearsal.staging.SetBuilder.aSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.RuleBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sets concern Firefox on release. */
class ReachabilityTest {

    private static final String RELEASE = "release";

    private final LiveState live = live().releases("Some-Release", "R1", "R2");

    @Nested
    class ARule {

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"release", "release*", "rel*", "release-cck-acme", "release-cck-*", "release-*"})
        void thatCanMatchTheChannelOrAPartnerConcernsIt(@Nullable String channel) {
            assertThat(concerns(aSet(1).adds(firefox(9).forChannel(channel)))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"beta", "release-cdntest", "releas", "r*", "*", "release-localtest*"})
        void ofAnotherChannelDoesNot(String channel) {
            assertThat(concerns(aSet(1).adds(firefox(9).forChannel(channel)))).isFalse();
        }

        @Test
        void ofEveryProductConcernsIt() {
            assertThat(concerns(aSet(1).adds(firefox(9).forProduct(null)))).isTrue();
        }

        @Test
        void ofAnotherProductDoesNot() {
            assertThat(concerns(aSet(1).adds(firefox(9).forProduct("Thunderbird"))))
                    .isFalse();
        }

        @Test
        void ofAnotherProductConcernsAMappingForEveryProduct() {
            SetBuilder set = aSet(1).adds(firefox(9).forProduct("Thunderbird"));

            assertThat(live.concerning(null, RELEASE, set)).containsExactly(1L);
        }

        @Test
        void thatMovesAwayConcernsIt() {
            live.rule(firefox(1));

            assertThat(concerns(aSet(1).edits(1, CHANNEL, "release", "beta"))).isTrue();
        }

        @Test
        void thatMovesHereConcernsIt() {
            live.rule(firefox(1).forProduct("Thunderbird"));

            assertThat(concerns(aSet(1).edits(1, PRODUCT, "Thunderbird", "Firefox")))
                    .isTrue();
        }

        @Test
        void thatWasMovedAwayByAnEarlierSetDoesNotAnyMore() {
            live.rule(firefox(1));

            assertThat(live.concerning(
                            "Firefox",
                            RELEASE,
                            aSet(1).edits(1, CHANNEL, "release", "beta"),
                            aSet(2).edits(1, COMMENT, null, "elsewhere now")))
                    .containsExactly(1L);
        }

        @Test
        void thatIsRemovedConcernsIt() {
            live.rule(firefox(1));

            assertThat(concerns(aSet(1).removes(firefox(1)))).isTrue();
        }
    }

    @Nested
    class ARelease {

        private final SetBuilder edit = aSet(1).rewritesRelease("R1", Blobs.app("100.0"), Blobs.app("101.0"));

        @Test
        void thatARuleMapsToConcernsTheChannel() {
            live.rule(firefox(1).mapsTo("R1"));

            assertThat(concerns(edit)).isTrue();
        }

        @Test
        void thatARuleFallsBackToConcernsIt() {
            live.rule(firefox(1).mapsTo("R2").fallsBackTo("R1"));

            assertThat(concerns(edit)).isTrue();
        }

        @Test
        void thatAPartnersRuleMapsToConcernsIt() {
            live.rule(firefox(1).forChannel("release-cck-acme").mapsTo("R1"));

            assertThat(concerns(edit)).isTrue();
        }

        @Test
        void thatAPinOfTheChannelNamesConcernsIt() {
            live.pin("Firefox", RELEASE, "100.", "R1");

            assertThat(concerns(edit)).isTrue();
        }

        @Test
        void thatAPinOfAnotherChannelNamesDoesNot() {
            live.pin("Firefox", "beta", "100.", "R1").pin("Thunderbird", RELEASE, "100.", "R1");

            assertThat(concerns(edit)).isFalse();
        }

        @Test
        void thatASuperblobNamesConcernsIt() {
            live.release("Super", Blobs.superblobOf("R1", "R2")).rule(firefox(1).mapsTo("Super"));

            assertThat(concerns(edit)).isTrue();
        }

        @Test
        void thatTheRuleOfAProductInASuperblobMapsToConcernsIt() {
            live.release("Super", Blobs.superblobOfProducts("OpenH264"))
                    .rule(firefox(1).mapsTo("Super"))
                    .rule(firefox(2).forProduct("OpenH264").mapsTo("R1"));

            assertThat(concerns(edit)).isTrue();
        }

        @Test
        void thatAPartialUpdatesFromConcernsIt() {
            live.release("New", Blobs.appWithPartials("102.0", "R1"))
                    .rule(firefox(1).mapsTo("New"));

            assertThat(concerns(edit)).isTrue();
        }

        @Test
        void thatNoRuleOfTheChannelReachesDoesNot() {
            live.rule(firefox(1).mapsTo("R2"))
                    .rule(firefox(2).forChannel("beta").mapsTo("R1"))
                    .rule(firefox(3).forProduct("Thunderbird").mapsTo("R1"));

            assertThat(concerns(edit)).isFalse();
        }

        @Test
        void thatOnlyAnEarlierSetMapsToConcernsIt() {
            live.rule(firefox(1).mapsTo("R2"));

            assertThat(live.concerning(
                            "Firefox",
                            RELEASE,
                            aSet(1).edits(1, MAPPING, "R2", "R1"),
                            aSet(2).rewritesRelease("R1", Blobs.app("100.0"), Blobs.app("101.0"))))
                    .containsExactly(1L, 2L);
        }

        @Test
        void thatAnEarlierSetTurnedAwayFromDoesNotAnyMore() {
            live.rule(firefox(1).mapsTo("R1"));

            assertThat(live.concerning(
                            "Firefox",
                            RELEASE,
                            aSet(1).edits(1, MAPPING, "R1", "R2"),
                            aSet(2).rewritesRelease("R1", Blobs.app("100.0"), Blobs.app("101.0"))))
                    .containsExactly(1L);
        }

        @Test
        void thatWasMissingConcernsItOnceItIsAdded() {
            live.without("R1").rule(firefox(1).mapsTo("R1"));

            assertThat(concerns(aSet(1).addsRelease("R1", Blobs.app("100.0")))).isTrue();
        }
    }

    @Nested
    class AProductOfASuperblob {

        private final SetBuilder openH264 = aSet(2).adds(firefox(9).forProduct("OpenH264"));

        @Test
        void isWithinReachWhereARuleMapsToTheSuperblob() {
            live.release("Super", Blobs.superblobOfProducts("OpenH264"))
                    .rule(firefox(1).mapsTo("Super"));

            assertThat(concerns(openH264)).isTrue();
        }

        @Test
        void isWithinReachWhereAnEarlierSetAddsItToTheSuperblob() {
            String before = Blobs.superblobOfProducts("Widevine");
            String after = Blobs.superblobOfProducts("Widevine", "OpenH264");
            live.release("Super", before).rule(firefox(1).mapsTo("Super"));

            assertThat(live.concerning("Firefox", RELEASE, aSet(1).rewritesRelease("Super", before, after), openH264))
                    .containsExactly(1L, 2L);
        }

        @Test
        void isWithinReachOnlyUntilAnEarlierSetTurnsAwayFromTheSuperblob() {
            live.release("Super", Blobs.superblobOfProducts("OpenH264"))
                    .rule(firefox(1).mapsTo("Super"));

            assertThat(live.concerning("Firefox", RELEASE, aSet(1).edits(1, MAPPING, "Super", "R1"), openH264))
                    .containsExactly(1L);
        }

        @Test
        void isWithinReachInBetween() {
            live.release("Super", Blobs.superblobOfProducts("OpenH264"))
                    .rule(firefox(1).mapsTo("R1"));

            assertThat(live.concerning(
                            "Firefox",
                            RELEASE,
                            aSet(1).edits(1, MAPPING, "R1", "Super"),
                            openH264,
                            aSet(3).edits(1, MAPPING, "R1", "Super", "R2")))
                    .containsExactly(1L, 2L, 3L);
        }

        @Test
        void isWithinReachThroughASuperblobInASuperblob() {
            live.release("Inner", Blobs.superblobOfProducts("OpenH264"))
                    .release("Outer", Blobs.superblobOf("Inner"))
                    .rule(firefox(1).mapsTo("Outer"));

            assertThat(concerns(openH264)).isTrue();
        }

        @Test
        void endsWhereSuperblobsNameEachOther() {
            live.release("A", Blobs.superblobOf("B"))
                    .release("B", Blobs.superblobOf("A"))
                    .rule(firefox(1).mapsTo("A"));

            assertThat(concerns(openH264)).isFalse();
        }
    }

    @Nested
    class AConflict {

        @Test
        void isAboutTheChannelWhereItsRuleIs() {
            live.rule(firefox(1)).rule(firefox(2).forChannel("beta"));

            assertThat(conflicts(
                            aSet(1).edits(1, COMMENT, "never seen", "x"), aSet(2).edits(2, COMMENT, "never seen", "x")))
                    .containsExactly(1L);
        }

        @Test
        void isAboutTheChannelWhereItWouldMoveItsRuleThere() {
            live.rule(firefox(1).forChannel("beta"));

            assertThat(conflicts(aSet(1).edits(1, CHANNEL, "esr", "release"))).containsExactly(1L);
        }

        @Test
        void isNotAboutTheChannelWhereItWouldMoveTheRuleOfAnotherProductThere() {
            live.rule(firefox(1).forProduct("Thunderbird").forChannel("beta"));

            assertThat(conflicts(aSet(1).edits(1, CHANNEL, "esr", "release"))).isEmpty();
        }

        @Test
        void isAboutTheChannelWhereAnEarlierSetRemovedItsRule() {
            live.rule(firefox(1));

            assertThat(conflicts(aSet(1).removes(firefox(1)), aSet(2).edits(1, COMMENT, null, "x")))
                    .containsExactly(2L);
        }

        @Test
        void ofARuleThatNobodyKnowsAnyMoreIsTakenToBeAboutTheChannel() {
            assertThat(conflicts(aSet(1).edits(7, COMMENT, null, "x"))).containsExactly(1L);
        }

        @Test
        void ofARemovalIsKnownByTheRowThatWasSeen() {
            assertThat(conflicts(
                            aSet(1).removes(firefox(7)),
                            aSet(2).removes(firefox(8).forChannel("beta"))))
                    .containsExactly(1L);
        }

        @Test
        void ofAReleaseIsAboutTheChannelsThatReachIt() {
            live.rule(firefox(1).mapsTo("R1"));

            assertThat(conflicts(
                            aSet(1).rewritesRelease("R1", Blobs.app("99.0"), Blobs.app("101.0")),
                            aSet(2).rewritesRelease("R2", Blobs.app("99.0"), Blobs.app("101.0"))))
                    .containsExactly(1L);
        }

        private List<Long> conflicts(SetBuilder... sets) {
            return Reachability.conflictsConcerning(live.stage(sets), live.contents(), "Firefox", RELEASE).stream()
                    .map(conflict -> conflict.set().value())
                    .toList();
        }
    }

    private boolean concerns(SetBuilder set) {
        return !live.concerning("Firefox", RELEASE, set).isEmpty();
    }

    private static RuleBuilder firefox(long id) {
        return aRule().withId(id).forProduct("Firefox").forChannel(RELEASE);
    }
}
