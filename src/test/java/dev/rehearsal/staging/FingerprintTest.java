package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.staging.LiveState.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.UpdateType;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at Firefox on release. */
class FingerprintTest {

    private static final String RELEASE = "release";

    @Test
    void is64LowerCaseHexDigits() {
        assertThat(before().value()).matches("[0-9a-f]{64}");
    }

    @Nested
    class StaysWhen {

        @Test
        void onlyAliasesCommentsAndDataVersionsDiffer() {
            assertThat(with(main().withAlias("main").withComment("why").withDataVersion(9)))
                    .isEqualTo(before());
        }

        @Test
        void prioritiesDifferButNotTheirOrder() {
            assertThat(of(main().withPriority(7), partner().withPriority(9)))
                    .isEqualTo(of(main().withPriority(100), partner().withPriority(200)));
        }

        @Test
        void idsDifferButNotTheOrderOfEvaluation() {
            assertThat(of(
                            main().withId(70).withPriority(1),
                            partner().withId(30).withPriority(2)))
                    .isEqualTo(of(
                            main().withId(1).withPriority(1),
                            partner().withId(2).withPriority(2)));
        }

        @Test
        void theChannelIsSpelledDifferently() {
            assertThat(with(main().forChannel("release*"))).isEqualTo(before());
        }

        @Test
        void aRuleIsForEveryProductInsteadOfThisOne() {
            assertThat(with(main().forProduct(null))).isEqualTo(before());
        }

        @Test
        void aRuleOfAnotherChannelIsAdded() {
            assertThat(of(main(), main().withId(2).forChannel("beta").mapsTo("R2")))
                    .isEqualTo(before());
        }

        @Test
        void aRuleOfTheTestChannelIsAdded() {
            assertThat(of(main(), main().withId(2).forChannel("release-cdntest").mapsTo("R2")))
                    .isEqualTo(before());
        }

        @Test
        void aRuleOfAnotherProductIsAdded() {
            assertThat(of(main(), main().withId(2).forProduct("Thunderbird").mapsTo("R2")))
                    .isEqualTo(before());
        }

        @Test
        void aReleaseThatNobodyReachesDiffers() {
            assertThat(state(main()).release("R2", Blobs.app("199.0")).fingerprint("Firefox", RELEASE))
                    .isEqualTo(before());
        }

        @Test
        void aReleaseIsLocked() {
            assertThat(state(main()).readOnlyRelease("R1", Blobs.app("100.0")).fingerprint("Firefox", RELEASE))
                    .isEqualTo(before());
        }

        @Test
        void aBlobIsSpelledDifferently() {
            String one = "{\"schema_version\": 50, \"displayVersion\": \"1\", \"detailsUrl\": \"https://a.example/\"}";
            String other = "{ \"detailsUrl\":\"https://a.example/\",\"schema_version\":5e1, \"displayVersion\":\"1\"}";

            assertThat(state(main()).release("R1", one).fingerprint("Firefox", RELEASE))
                    .isEqualTo(state(main()).release("R1", other).fingerprint("Firefox", RELEASE));
        }

        @Test
        void aPinOfAnotherChannelOrProductIsSet() {
            assertThat(state(main())
                            .pin("Firefox", "beta", "100.", "R2")
                            .pin("Thunderbird", RELEASE, "100.", "R2")
                            .fingerprint("Firefox", RELEASE))
                    .isEqualTo(before());
        }

        @Test
        void aPartialSourceChangesOtherwiseThanInItsBuildIds() {
            UnaryOperator<LiveState> withPartial = state -> state.release("R1", Blobs.appWithPartials("102.0", "R2"));

            assertThat(withPartial
                            .apply(state(main()).release("R2", Blobs.app("98.0")))
                            .fingerprint("Firefox", RELEASE))
                    .isEqualTo(withPartial
                            .apply(state(main()).release("R2", Blobs.app("99.0")))
                            .fingerprint("Firefox", RELEASE));
        }

        @Test
        void aPartialSourceMovesToAnotherProduct() {
            UnaryOperator<LiveState> withPartial = state -> state.release("R1", Blobs.appWithPartials("102.0", "R2"));

            assertThat(withPartial
                            .apply(state(main()).release("R2", "Thunderbird", Blobs.app("100.0")))
                            .fingerprint("Firefox", RELEASE))
                    .isEqualTo(withPartial.apply(state(main())).fingerprint("Firefox", RELEASE));
        }
    }

    static Stream<Consumer<RuleBuilder>> decidingColumns() {
        return Stream.of(
                rule -> rule.mapsTo("R2"),
                rule -> rule.mapsTo(null),
                rule -> rule.fallsBackTo("R2"),
                rule -> rule.atBackgroundRate(99),
                rule -> rule.asUpdateType(UpdateType.MAJOR),
                rule -> rule.forVersion("<100.0"),
                rule -> rule.forBuildTarget("WINNT"),
                rule -> rule.forBuildId("<2025"),
                rule -> rule.forLocale("de"),
                rule -> rule.forOsVersion("Windows"),
                rule -> rule.forMemory("<2048"),
                rule -> rule.forInstructionSet("SSE"),
                rule -> rule.forJaws(true),
                rule -> rule.forJaws(false),
                rule -> rule.forMig64(true),
                rule -> rule.forMig64(false),
                rule -> rule.forDistribution("default"),
                rule -> rule.forDistVersion("default"),
                rule -> rule.forHeaderArchitecture("Intel"));
    }

    @Nested
    class ChangesWhen {

        @ParameterizedTest
        @MethodSource("dev.rehearsal.staging.FingerprintTest#decidingColumns")
        void aColumnThatDecidesAnswersDiffers(Consumer<RuleBuilder> edit) {
            RuleBuilder edited = main();
            edit.accept(edited);

            assertThat(with(edited)).isNotEqualTo(before());
        }

        @Test
        void oneColumnHoldsWhatAnotherHeld() {
            assertThat(with(main().forDistribution("default"))).isNotEqualTo(with(main().forDistVersion("default")));
        }

        @Test
        void aRuleIsAddedOrRemoved() {
            assertThat(of(main(), partner())).isNotEqualTo(before());
            assertThat(of()).isNotEqualTo(before());
        }

        @Test
        void theOrderOfEvaluationDiffers() {
            assertThat(of(main().withPriority(2), partner().withPriority(1)))
                    .isNotEqualTo(of(main().withPriority(1), partner().withPriority(2)));
        }

        @Test
        void aTieIsBrokenTheOtherWay() {
            assertThat(of(main().withId(1), partner().withId(2)))
                    .isNotEqualTo(of(main().withId(2), partner().withId(1)));
        }

        @Test
        void aRuleIsForPartnersOnly() {
            assertThat(with(main().forChannel("release-cck-*"))).isNotEqualTo(before());
        }

        @Test
        void aRuleIsForAnotherPartner() {
            assertThat(of(main(), partner())).isNotEqualTo(of(main(), partner().forChannel("release-cck-other")));
        }

        @Test
        void theContentOfAReleaseDiffers() {
            assertThat(state(main()).release("R1", Blobs.app("101.0")).fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(before());
        }

        @Test
        void theProductOfAReleaseDiffers() {
            assertThat(state(main())
                            .release("R1", "Thunderbird", Blobs.app("100.0"))
                            .fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(before());
        }

        @Test
        void aReleaseIsMissing() {
            assertThat(state(main()).without("R1").fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(before());
        }

        @Test
        void theContentOfAFallbackDiffers() {
            assertThat(state(main().fallsBackTo("R2"))
                            .release("R2", Blobs.app("101.0"))
                            .fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(with(main().fallsBackTo("R2")));
        }

        @Test
        void aPinIsSetMovedOrRenamed() {
            Fingerprint pinned =
                    state(main()).pin("Firefox", RELEASE, "100.", "R2").fingerprint("Firefox", RELEASE);

            assertThat(pinned)
                    .isNotEqualTo(before())
                    .isNotEqualTo(
                            state(main()).pin("Firefox", RELEASE, "100.", "R1").fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(
                            state(main()).pin("Firefox", RELEASE, "101.", "R2").fingerprint("Firefox", RELEASE));
        }

        @Test
        void theContentOfAPinnedReleaseDiffers() {
            assertThat(state(main())
                            .pin("Firefox", RELEASE, "100.", "R2")
                            .release("R2", Blobs.app("99.0"))
                            .fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(
                            state(main()).pin("Firefox", RELEASE, "100.", "R2").fingerprint("Firefox", RELEASE));
        }

        @Test
        void aBuildIdOfAPartialSourceDiffers() {
            assertThat(partialFrom(Blobs.app("100.0", "20250202000000")))
                    .isNotEqualTo(partialFrom(Blobs.app("100.0", "20250101000000")));
        }

        @Test
        void aPartialSourceIsNoApplicationAnyMore() {
            assertThat(partialFrom(Blobs.plugIn("1"))).isNotEqualTo(partialFrom(Blobs.app("100.0")));
        }

        @Test
        void aPartialSourceHasNoPlatformsInsteadOfAnEmptyList() {
            String none = "{\"schema_version\": 9, \"hashFunction\": \"sha512\", \"appVersion\": \"1.0\","
                    + " \"displayVersion\": \"1.0\"}";

            assertThat(partialFrom(none)).isNotEqualTo(partialFrom(none.replace("}", ", \"platforms\": {}}")));
        }

        @Test
        void aPartialSourceIsMissing() {
            LiveState state = state(main()).release("R1", Blobs.appWithPartials("102.0", "R2"));

            assertThat(state.without("R2").fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(partialFrom(Blobs.app("100.0")));
        }

        private Fingerprint partialFrom(String source) {
            return state(main())
                    .release("R1", Blobs.appWithPartials("102.0", "R2"))
                    .release("R2", source)
                    .fingerprint("Firefox", RELEASE);
        }
    }

    @Nested
    class WithASuperblob {

        @Test
        void ofReleasesChangesWithTheContentOfEach() {
            assertThat(superblobOf("R1", "R2").release("R2", Blobs.app("101.0")).fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(superblobOf("R1", "R2").fingerprint("Firefox", RELEASE));
        }

        @Test
        void ofReleasesChangesWithTheirOrder() {
            assertThat(superblobOf("R1", "R2").fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(superblobOf("R2", "R1").fingerprint("Firefox", RELEASE));
        }

        @Test
        void ofProductsChangesWithTheirRules() {
            assertThat(superblobOfH264(rule -> rule.atBackgroundRate(50))).isNotEqualTo(superblobOfH264(rule -> {}));
        }

        @Test
        void ofProductsChangesWithTheReleasesOfTheirRules() {
            assertThat(superblobOfH264().release("R2", Blobs.plugIn("2")).fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(
                            superblobOfH264().release("R2", Blobs.plugIn("1")).fingerprint("Firefox", RELEASE));
        }

        @Test
        void ofProductsChangesWithTheirPins() {
            assertThat(superblobOfH264().pin("OpenH264", RELEASE, "1.", "R1").fingerprint("Firefox", RELEASE))
                    .isNotEqualTo(superblobOfH264().fingerprint("Firefox", RELEASE));
        }

        @Test
        void ofProductsStaysWhenTheirRulesForOtherChannelsDiffer() {
            assertThat(superblobOfH264()
                            .rule(aRule().withId(7).forProduct("OpenH264").forChannel("beta"))
                            .fingerprint("Firefox", RELEASE))
                    .isEqualTo(superblobOfH264().fingerprint("Firefox", RELEASE));
        }

        @Test
        void ofTheSameProductIsNoEndlessLoop() {
            LiveState state =
                    state(main().mapsTo("Super")).release("Super", Blobs.superblobOfProducts("Firefox", "Firefox"));

            assertThat(state.fingerprint("Firefox", RELEASE)).isNotEqualTo(before());
        }

        private LiveState superblobOf(String... releases) {
            return state(main().mapsTo("Super")).release("Super", Blobs.superblobOf(releases));
        }

        private LiveState superblobOfH264() {
            return state(main().mapsTo("Super"))
                    .release("Super", Blobs.superblobOfProducts("OpenH264"))
                    .rule(h264());
        }

        private Fingerprint superblobOfH264(Consumer<RuleBuilder> edit) {
            RuleBuilder rule = h264();
            edit.accept(rule);
            return superblobOfH264().rule(rule).fingerprint("Firefox", RELEASE);
        }

        private static RuleBuilder h264() {
            return aRule().withId(5).forProduct("OpenH264").forChannel(RELEASE).mapsTo("R2");
        }
    }

    /** Balrog judges rules in the order of their ids and tells the client of the first that cannot be judged. */
    @Nested
    class WithRulesThatCannotBeJudged {

        private final RuleBuilder broken = main().withPriority(1).forVersion("not.a.version");
        private final RuleBuilder brokenToo = main().withPriority(2).forVersion("neither.is.this");

        @Test
        void changesWithTheOrderOfIds() {
            assertThat(of(broken.withId(1), brokenToo.withId(2)))
                    .isNotEqualTo(of(broken.withId(4), brokenToo.withId(3)));
        }

        @Test
        void staysWhenIdsDifferButNotTheirOrder() {
            assertThat(of(broken.withId(1), brokenToo.withId(2)))
                    .isEqualTo(of(broken.withId(11), brokenToo.withId(12)));
        }
    }

    @Nested
    class OfEveryProduct {

        @Test
        void changesWithAnyOfThem() {
            assertThat(ofEvery(state(main(), main().withId(2).forProduct("Thunderbird"))))
                    .isNotEqualTo(ofEvery(state(
                            main(), main().withId(2).forProduct("Thunderbird").mapsTo("R2"))));
        }

        @Test
        void changesWithRulesForEveryProduct() {
            assertThat(ofEvery(state(main(), main().withId(2).forProduct(null))))
                    .isNotEqualTo(ofEvery(state(main())));
        }

        @Test
        void changesWithRulesForEveryProductWhereThereAreNoOthers() {
            assertThat(ofEvery(state(main().forProduct(null))))
                    .isNotEqualTo(ofEvery(state(main().forProduct(null).mapsTo("R2"))));
        }

        @Test
        void changesWithTheProductOfARule() {
            assertThat(ofEvery(state(main().forProduct("Thunderbird")))).isNotEqualTo(ofEvery(state(main())));
        }

        @Test
        void staysWhenAnotherChannelNamesOneMore() {
            assertThat(ofEvery(state(main(), main().withId(2).forProduct("Klar").forChannel("beta"))))
                    .isEqualTo(ofEvery(state(main())));
        }

        @Test
        void staysWhenAReleaseThatNobodyReachesNamesOneMore() {
            assertThat(ofEvery(state(main()).release("R9", "Klar", Blobs.app("1.0"))))
                    .isEqualTo(ofEvery(state(main())));
        }

        private static Fingerprint ofEvery(LiveState state) {
            return Fingerprint.ofEvery(state.tables(), state.contents(), RELEASE);
        }
    }

    private static Fingerprint before() {
        return with(main());
    }

    private static Fingerprint with(RuleBuilder rule) {
        return of(rule);
    }

    private static Fingerprint of(RuleBuilder... rules) {
        return state(rules).fingerprint("Firefox", RELEASE);
    }

    private static LiveState state(RuleBuilder... rules) {
        LiveState state = live().releases("R1", "R2");
        for (RuleBuilder rule : rules) {
            state.rule(rule);
        }
        return state;
    }

    private static RuleBuilder main() {
        return aRule().withId(1)
                .withPriority(100)
                .forProduct("Firefox")
                .forChannel(RELEASE)
                .mapsTo("R1");
    }

    private static RuleBuilder partner() {
        return aRule().withId(2)
                .withPriority(100)
                .forProduct("Firefox")
                .forChannel("release-cck-acme")
                .mapsTo("R1");
    }
}
