package dev.rehearsal.insight.preview;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static dev.rehearsal.insight.preview.Rehearsed.shipping150;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sets 1 and 3 edit rule 204, set 2 adds rule 1413 and removes 311; all are about Firefox on release. */
class TestChannelPreviewsTest {

    private static final String TEST = "release-cdntest";

    private final Rehearsed state = shipping150();

    @Test
    void showsTheRulesOfTheLiveChannelWithTheQueueLaidOverThem() {
        TestChannelPreview preview = table(TEST, null);

        assertThat(preview.rules().rows())
                .extracting(row -> row.rule().id().value())
                .containsExactly(1413L, 877L, 204L);
        assertThat(preview.rules().removed())
                .extracting(row -> row.rule().id().value())
                .containsExactly(311L);
    }

    @Test
    void listsTheSetsThatConcernTheChannelInQueueOrder() {
        state.set(4, "Beta", 1).adds(aFirefoxRule(9).forChannel("beta").mapsTo("Firefox-149"));

        assertThat(ids(table(TEST, null))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void listsHandMadeRulesOfTheTestChannelAsShadowed() {
        state.rule(aFirefoxRule(5).forChannel(TEST).mapsTo("Firefox-149"));

        TestChannelPreview preview = table(TEST, null);

        assertThat(preview.shadowed()).extracting(rule -> rule.id().value()).containsExactly(5L);
        assertThat(preview.rules().rows())
                .extracting(row -> row.rule().id().value())
                .doesNotContain(5L);
    }

    @Test
    void listsConflictsOfThisChannelOnly() {
        state.set(4, "Too late", 30).edits(204, RuleField.PRIORITY, 10);
        state.set(5, "In between", 29).edits(204, RuleField.PRIORITY, 20);
        state.rule(aFirefoxRule(6).forChannel("beta").mapsTo("Firefox-149"));
        state.set(6, "Beta, too late", 32).edits(6, RuleField.PRIORITY, 10);
        state.set(7, "Beta, in between", 31).edits(6, RuleField.PRIORITY, 20);

        assertThat(table(TEST, null).conflicts())
                .extracting(conflict -> conflict.set().value())
                .containsExactly(4L);
    }

    @Nested
    class TheFingerprint {

        @Test
        void differsFromLiveWhileSomethingIsPending() {
            assertThat(table(TEST, null).showsLive()).isFalse();
        }

        @Test
        void isThatOfLiveWhereTheQueueIsAboutSomethingElse() {
            Rehearsed quiet = Rehearsed.release149()
                    .set(1, "Beta", 1)
                    .adds(aFirefoxRule(9).forChannel("beta").mapsTo("Firefox-149"));

            TestChannelPreview preview = quiet.stagedTables().of(TEST, null, null);

            assertThat(preview.showsLive()).isTrue();
            assertThat(preview.fingerprint()).isEqualTo(quiet.stagedTables().liveFingerprint("release", "Firefox"));
        }

        @Test
        void ofEveryProductIsThatOfLiveWhereTheQueueNamesAnotherProductElsewhere() {
            Rehearsed quiet = Rehearsed.release149()
                    .mapping(null, "release", "release-localtest")
                    .set(1, "Klar on beta", 1)
                    .adds(aFirefoxRule(9).forProduct("Klar").forChannel("beta").mapsTo("Firefox-149"));

            assertThat(quiet.stagedTables().of("release-localtest", null, null).showsLive())
                    .isTrue();
        }
    }

    @Nested
    class AMappingOfTheProduct {

        @Test
        void winsOverOneForEveryProduct() {
            state.mapping(null, "beta", TEST);

            assertThat(table(TEST, "Firefox").mapping().liveChannel()).isEqualTo("release");
            assertThat(table(TEST, "Thunderbird").mapping().liveChannel()).isEqualTo("beta");
        }

        @Test
        void isTakenWhereNoProductIsAskedForAndThereIsNoOther() {
            assertThat(table(TEST, null).product()).isEqualTo("Firefox");
        }

        @Test
        void isNotThatOfAnotherProduct() {
            assertThatThrownBy(() -> table(TEST, "Thunderbird"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage(
                            "'release-cdntest' is not a test channel of Thunderbird: map it to a live channel first");
        }
    }

    @Nested
    class Scopes {

        @Test
        void nextOnlyEndsWhereItEndsForTheMappingWhateverProductIsAskedFor() {
            state.mapping(null, "release", "release-localtest", new Scope.NextOnly());
            state.set(4, "Klar", 1).adds(aFirefoxRule(9).forProduct("Klar").mapsTo("Firefox-149"));

            assertThat(applied(table("release-localtest", "Firefox"))).containsExactly(4L);
        }

        @Test
        void thatNameASetWhichIsGoneShowLiveAndSaySo() {
            state.mapping("Firefox", "release", TEST, new Scope.Only(new ChangeSetId(2)))
                    .withdrawn(2);

            TestChannelPreview preview = table(TEST, null);

            assertThat(preview.scopeIsGone()).isTrue();
            assertThat(preview.showsLive()).isTrue();
        }

        @Test
        void giveWayToWhoAsksThroughACertainSet() {
            state.mapping("Firefox", "release", TEST, new Scope.Only(new ChangeSetId(3)));

            assertThat(applied(state.stagedTables().of(TEST, null, new ChangeSetId(2))))
                    .containsExactly(1L, 2L);
        }

        @Test
        void cannotBeAskedThroughASetThatIsNotPending() {
            assertThatThrownBy(() -> state.stagedTables().of(TEST, null, new ChangeSetId(99)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("change set 99 is not pending");
        }
    }

    @Test
    void refusesAChannelThatIsNotMapped() {
        assertThatThrownBy(() -> table("nightly-cdntest", null))
                .isInstanceOf(RefusedException.class)
                .hasMessage("'nightly-cdntest' is not a test channel: map it to a live channel first");
    }

    @Test
    void saysOfALiveChannelWhichTestChannelToAskFor() {
        assertThatThrownBy(() -> table("release", null))
                .isInstanceOf(RefusedException.class)
                .hasMessage("'release' is not a test channel, but the live channel that 'release-cdntest' shows:"
                        + " ask for that one");
    }

    private TestChannelPreview table(String testChannel, @Nullable String product) {
        return state.stagedTables().of(testChannel, product, null);
    }

    private static List<Long> ids(TestChannelPreview preview) {
        return preview.concerning().stream().map(ChangeSetId::value).toList();
    }

    private static List<Long> applied(TestChannelPreview preview) {
        return preview.stage().steps().stream()
                .map(step -> step.set().id().value())
                .toList();
    }
}
