package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.FR;
import static dev.rehearsal.enactment.Asking.add;
import static dev.rehearsal.enactment.Asking.at;
import static dev.rehearsal.enactment.Asking.blob;
import static dev.rehearsal.enactment.Asking.edit;
import static dev.rehearsal.enactment.Asking.editIn;
import static dev.rehearsal.enactment.Asking.refused;
import static dev.rehearsal.enactment.Asking.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal.AddRelease;
import dev.rehearsal.change.Proposal.AddRule;
import dev.rehearsal.change.Proposal.RemoveRelease;
import dev.rehearsal.change.Proposal.RemoveRule;
import dev.rehearsal.change.Proposal.ReplaceRelease;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException.Reason;
import dev.rehearsal.staging.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked for becomes a pending set, or is refused with a sentence that says why. */
@EachDatabase
class SchedulingTest {

    private final Rehearsal sets;

    SchedulingTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    @Test
    void putsTheSetIntoTheQueueAndLeavesLiveAlone() {
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));

        assertThat(sets.database.bean(ChangeQueue.class).pending()).containsExactly(set);
        assertThat(set.author()).isEqualTo(Rehearsal.AUTHOR);
        assertThat(sets.liveRule(1).mapping()).isEqualTo(new ReleaseName("R1"));
    }

    @Test
    void isRefusedForATimeInThePast() {
        Instant past = TestClock.START.minusMillis(2);

        refused(
                Reason.INVALID,
                "when: lies in the past",
                () -> sets.changeSets.schedule(Rehearsal.AUTHOR, "Too late", past, List.of(edit(1, "mapping", "R3"))));
    }

    @Test
    void isPossibleForThisVeryMoment() {
        assertThat(sets.schedule(0, edit(1, "mapping", "R3")).due()).isEqualTo(TestClock.START);
    }

    @Test
    void isRefusedWithoutChangesOrTitle() {
        refused(
                Reason.INVALID,
                "changes: ",
                () -> sets.changeSets.schedule(Rehearsal.AUTHOR, "Nothing", at(1), List.of()));
        refused(
                Reason.INVALID,
                "title: ",
                () -> sets.changeSets.schedule(Rehearsal.AUTHOR, " ", at(1), List.of(edit(1, "mapping", "R3"))));
    }

    @Test
    void isRefusedWhereARowIsChangedTwice() {
        refused(
                Reason.INVALID,
                "changes[1]: changes rule 1 a second time",
                () -> sets.schedule(1, edit(1, "mapping", "R3"), new RemoveRule(new RuleId(1), null)));
    }

    @Test
    void isRefusedForARuleThatDoesNotExist() {
        refused(Reason.NOT_FOUND, "there is no rule 77", () -> sets.schedule(1, edit(77, "mapping", "R3")));
    }

    @Test
    void isRefusedForAReleaseThatNothingAdds() {
        refused(
                Reason.INVALID,
                "rule 1 would name release 'R9', which would not exist",
                () -> sets.schedule(1, edit(1, "mapping", "R9")));
    }

    @Test
    void isPossibleForAReleaseThatAnotherSetAddsEarlierOrLater() {
        sets.schedule(2, add("R9"));

        sets.schedule(1, edit(1, "mapping", "R9"));
        sets.schedule(3, edit(2, "mapping", "R9"));
    }

    @Test
    void isRefusedForAnAliasThatIsTakenByThen() {
        sets.schedule(1, edit(1, "alias", "new"));

        refused(
                Reason.INVALID,
                "alias 'new' would belong to rule 1 and to rule 2",
                () -> sets.schedule(2, edit(2, "alias", "new")));
    }

    @Test
    void isPossibleForAnAliasThatIsFreeByThen() {
        sets.schedule(1, edit(1, "alias", null));

        sets.schedule(2, edit(2, "alias", "first"));
    }

    @Test
    void isRefusedForAReadOnlyRelease() {
        sets.live(new AddRelease(new ReleaseName("Locked"), "Firefox", true, blob("Locked")));

        refused(
                Reason.INVALID,
                "release 'Locked' is read-only",
                () -> sets.schedule(1, new RemoveRelease(new ReleaseName("Locked"), null)));
    }

    @Test
    void thatIsRefusedLeavesNoTrace() {
        List<Map<String, @Nullable Object>> before = sets.everything();

        refused(
                Reason.INVALID,
                "which would not exist",
                () -> sets.schedule(1, edit(1, "mapping", "R9"), new AddRule(rule("mapping", "R1"))));

        assertThat(sets.everything()).isEqualTo(before);
    }

    @Test
    void remembersWhatWasLiveAndWhatWasStaged() {
        sets.schedule(1, edit(1, "mapping", "R2"));

        Change.RuleEdit edit = editIn(sets.schedule(2, edit(1, "mapping", "R3")));

        assertThat(edit.fields().get(RuleField.MAPPING)).satisfies(field -> {
            assertThat(field).isNotNull();
            assertThat(field.live()).isEqualTo("R1");
            assertThat(field.staged()).isEqualTo("R2");
            assertThat(field.value()).isEqualTo("R3");
        });
    }

    @Test
    void comesBackFromTheDatabaseAsItWasScheduled() {
        ChangeSet set = sets.schedule(
                1,
                edit(1, "mapping", "R3", "backgroundRate", 50, "jaws", true, "alias", null),
                new AddRule(rule("mapping", "R1", "mig64", false)),
                new RemoveRule(new RuleId(2), 1),
                add("R9"),
                new ReplaceRelease(new ReleaseName("R3"), 1, null, blob("R3", FR)));

        assertThat(sets.changeSets.find(set.id())).contains(set);
    }
}
