package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.matching.RuleField.COMMENT;
import static dev.rehearsal.matching.RuleField.PRIORITY;
import static dev.rehearsal.staging.LiveState.live;
import static dev.rehearsal.staging.SetBuilder.aSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScopedStagesTest {

    private static final String RELEASE = "release";

    private final LiveState live = live().releases("R1")
            .rule(aRule().withId(1).forProduct("Firefox").forChannel("release").mapsTo("R1"))
            .rule(aRule().withId(2).forProduct("Firefox").forChannel("beta").mapsTo("R1"))
            .rule(aRule().withId(3)
                    .forProduct("Thunderbird")
                    .forChannel("release")
                    .mapsTo("R1"));

    private final Tables tables = live.tables();

    @Nested
    class TheQueue {

        @Test
        void isOrderedByDueTimeAndThenById() {
            ScopedStages stages = stages(
                    comment(2, 3).due(5), comment(3, 2).due(1), comment(1, 1).due(5));

            assertThat(stages.queue()).extracting(set -> set.id().value()).containsExactly(3L, 1L, 2L);
        }

        @Test
        void dueAtOneTimeIsStagedInTheOrderOfIds() {
            ScopedStages stages = stages(
                    aSet(8).due(1).edits(1, PRIORITY, 100, 300, 400),
                    aSet(7).due(1).edits(1, PRIORITY, 100, 300));

            assertThat(stages.wholeQueue().conflicts()).isEmpty();
        }
    }

    @Nested
    class WholeQueue {

        @Test
        void showsEverything() {
            assertThat(shown(new Scope.WholeQueue(), "Firefox")).containsExactly(1L, 2L, 3L, 4L);
        }

        @Test
        void isLiveWhereNothingIsPending() {
            assertThat(stages().of(new Scope.WholeQueue(), null, RELEASE)
                            .stage()
                            .staged())
                    .isSameAs(tables);
        }
    }

    @Nested
    class NextOnly {

        @Test
        void showsUpToTheFirstSetThatConcernsTheChannelAndProduct() {
            assertThat(shown(new Scope.NextOnly(), "Firefox")).containsExactly(1L, 2L, 3L);
        }

        @Test
        void ofAnotherProductEndsElsewhere() {
            assertThat(shown(new Scope.NextOnly(), "Thunderbird")).containsExactly(1L, 2L);
        }

        @Test
        void ofEveryProductEndsAtTheFirstOfAny() {
            assertThat(shown(new Scope.NextOnly(), null)).containsExactly(1L, 2L);
        }

        @Test
        void takesTheProductOfTheMapping() {
            ChannelMapping mapping =
                    new ChannelMapping(1, "Firefox", RELEASE, "release-cdntest", new Scope.NextOnly(), 1);

            assertThat(appliedIds(queue().of(mapping))).containsExactly(1L, 2L, 3L);
        }

        @Test
        void isLiveWhereNothingConcernsTheChannel() {
            ScopedStages.Scoped scoped = queue().of(new Scope.NextOnly(), "Firefox", "esr");

            assertThat(scoped.stage().staged()).isSameAs(tables);
            assertThat(scoped.scopeIsGone()).isFalse();
        }

        @Test
        void passesOverASetInConflict() {
            ScopedStages stages = stages(aSet(1).edits(1, COMMENT, "never seen", "x"), comment(2, 1), comment(3, 1));

            assertThat(appliedIds(stages.of(new Scope.NextOnly(), "Firefox", RELEASE)))
                    .containsExactly(2L);
        }
    }

    @Nested
    class UpTo {

        @Test
        void showsTheQueueThroughThatSet() {
            assertThat(shown(new Scope.UpTo(new ChangeSetId(3)), "Firefox")).containsExactly(1L, 2L, 3L);
        }

        @Test
        void aSetThatIsNotPendingShowsLiveAndSaysSo() {
            ScopedStages.Scoped scoped = queue().of(new Scope.UpTo(new ChangeSetId(99)), "Firefox", RELEASE);

            assertThat(scoped.scopeIsGone()).isTrue();
            assertThat(scoped.stage().staged()).isSameAs(tables);
        }
    }

    @Nested
    class Only {

        @Test
        void showsThatSetAloneOnLive() {
            assertThat(shown(new Scope.Only(new ChangeSetId(3)), "Firefox")).containsExactly(3L);
        }

        @Test
        void showsLiveWhereThatSetCannotStandAlone() {
            ScopedStages stages = stages(aSet(1).edits(1, PRIORITY, 100, 200), aSet(2).edits(1, PRIORITY, 200, 300));

            ScopedStages.Scoped scoped = stages.of(new Scope.Only(new ChangeSetId(2)), "Firefox", RELEASE);

            assertThat(scoped.stage().staged()).isSameAs(tables);
            assertThat(scoped.stage().conflictOf(new ChangeSetId(2))).isPresent();
            assertThat(scoped.scopeIsGone()).isFalse();
        }

        @Test
        void aSetThatIsNotPendingShowsLiveAndSaysSo() {
            ScopedStages.Scoped scoped = queue().of(new Scope.Only(new ChangeSetId(99)), "Firefox", RELEASE);

            assertThat(scoped.scopeIsGone()).isTrue();
            assertThat(scoped.stage().staged()).isSameAs(tables);
        }
    }

    @Test
    void theSameSetsAreStagedOnce() {
        ScopedStages stages = queue();

        Stage through = stages.of(new Scope.UpTo(new ChangeSetId(4)), "Firefox", RELEASE)
                .stage();

        assertThat(through).isSameAs(stages.wholeQueue());
    }

    /** Set 1 is about beta, 2 about Thunderbird, 3 and 4 about Firefox on release. */
    private ScopedStages queue() {
        return stages(comment(1, 2), comment(2, 3), comment(3, 1), aSet(4).edits(1, PRIORITY, 100, 200));
    }

    private ScopedStages stages(SetBuilder... sets) {
        return new ScopedStages(tables, live.queue(sets), live.contents());
    }

    private List<Long> shown(Scope scope, @Nullable String product) {
        return appliedIds(queue().of(scope, product, RELEASE));
    }

    private static List<Long> appliedIds(ScopedStages.Scoped scoped) {
        return scoped.stage().steps().stream()
                .map(step -> step.set().id().value())
                .toList();
    }

    private static SetBuilder comment(long set, long rule) {
        return aSet(set).edits(rule, COMMENT, null, "by set " + set);
    }
}
