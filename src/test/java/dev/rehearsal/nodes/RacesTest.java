package dev.rehearsal.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Two people do what has to do with each other in the same moment, each on a node of their own: the outcome is that of one
 * after the other, and nothing goes live to which not everybody agreed.
 */
@EachDatabase
class RacesTest {

    private static final int ROUNDS = 50;
    private static final Map<TestDatabase, Peers> PEERS = new EnumMap<>(TestDatabase.class);

    private final Contest contest;
    private final Random random = new Random(7);

    RacesTest(TestDatabase database) {
        this.contest = new Contest(database, PEERS.computeIfAbsent(database, Peers::new));
    }

    @AfterAll
    static void stop() {
        PEERS.values().forEach(Peers::close);
        PEERS.clear();
    }

    /** What is looked at after each round. */
    private interface Check {
        void look(Contest.Round round, Peers.Ended one, Peers.Ended other);
    }

    private void rounds(Contest.Start start, Contest.Race race, Check check) throws Exception {
        for (int number = 0; number < Share.of(ROUNDS); number++) {
            Contest.Round round = contest.round(start);
            List<Peers.Ended> ended = race.run(round, random.nextBoolean());
            check.look(round, ended.getFirst(), ended.getLast());
        }
    }

    @Test
    void whoSignsDoesNotSignWhatIsEditedMeanwhile() throws Exception {
        rounds(contest::scheduled, contest::signsWhileItIsEdited, (round, one, other) -> {
            assertThat(other.isDone()).isTrue();
            assertThat(round.counted()).isZero();
        });
    }

    @Test
    void norTheReleaseThatIsWrittenMeanwhile() throws Exception {
        rounds(contest::scheduled, contest::signsWhileItsReleaseIsWritten, (round, one, other) -> {
            assertThat(other.isDone()).isTrue();
            assertThat(round.counted()).isZero();
        });
    }

    @Test
    void aPartIsWrittenBeforeItIsLiveAndThenNotAsItWasSigned() throws Exception {
        rounds(contest::signed, contest::isEnactedWhileItsReleaseIsWritten, (round, one, other) -> {
            assertThat(one.isDone()).isNotEqualTo(other.isDone());
            assertThat(round.isLive()).isEqualTo(one.isDone());
        });
    }

    @Test
    void whatIsWithdrawnDoesNotGoLive() throws Exception {
        rounds(contest::signed, contest::isEnactedWhileItIsWithdrawn, (round, one, other) -> {
            assertThat(one.isDone()).isNotEqualTo(other.isDone());
            assertThat(round.isLive()).isEqualTo(one.isDone());
        });
    }

    @Test
    void whatIsHeldAndResumedIsEitherInTheEnd() throws Exception {
        rounds(contest::signed, contest::isHeldWhileItIsResumed, (round, one, other) -> {
            assertThat(one.isDone()).isTrue();
            assertThat(round.state()).isEqualTo(other.isDone() ? "pending" : "held");
        });
    }

    @Test
    void aChannelIsUnmappedAsItWasSignedOrItsOwnRuleEdited() throws Exception {
        rounds(
                contest::unmapsSigned,
                contest::isUnmappedWhileItsOwnRuleIsEdited,
                (round, one, other) -> assertThat(one.isDone()).isNotEqualTo(other.isDone()));
    }

    @Test
    void whoLosesTheRoleHasSignedInVain() throws Exception {
        rounds(contest::signed, contest::isEnactedWhileTheRoleIsTaken, (round, one, other) -> {
            assertThat(other.isDone()).isTrue();
            assertThat(round.isLive()).isEqualTo(one.isDone());
            if (round.isLive()) {
                assertThat(one.version()).isLessThan(other.version());
            }
        });
    }

    @Test
    void aGateIsThereUntilItIsRemoved() throws Exception {
        rounds(contest::untested, contest::isEnactedWhileTheGateIsRemoved, (round, one, other) -> {
            assertThat(other.isDone()).isTrue();
            assertThat(round.isLive()).isEqualTo(one.isDone());
            if (round.isLive()) {
                assertThat(one.version()).isGreaterThan(other.version());
            }
        });
    }

    @Test
    void aFailComesBeforeOrAfter() throws Exception {
        rounds(contest::passed, contest::isEnactedWhileItIsFailed, (round, one, other) -> {
            assertThat(other.isDone()).isTrue();
            assertThat(round.isLive()).isEqualTo(one.isDone());
            if (round.isLive()) {
                assertThat(one.version()).isLessThan(other.version());
            }
        });
    }

    @Test
    void changesAreRequestedBeforeItGoesOrNoMore() throws Exception {
        rounds(contest::signed, contest::isEnactedWhileChangesAreRequested, (round, one, other) -> {
            assertThat(one.isDone()).isNotEqualTo(other.isDone());
            assertThat(round.isLive()).isEqualTo(one.isDone());
        });
    }

    @Test
    void twoEnactorsMakeItLiveOnce() throws Exception {
        rounds(contest::signedAndDue, contest::bothEnact, (round, one, other) -> {
            assertThat(round.isLive()).isTrue();
            assertThat(round.timesEnacted()).isEqualTo(1);
        });
    }
}
