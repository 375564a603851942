package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.add;
import static dev.rehearsal.enactment.Asking.edit;
import static dev.rehearsal.enactment.Asking.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Identity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A row that was removed and made again is another one, however alike: what was saved before does not mean it. */
@EachDatabase
class RowIdentityTest {

    private static final ReleaseName R3 = new ReleaseName("R3");
    private static final Pins.Key PIN = new Pins.Key("Firefox", "release", "102.");

    private final Rehearsal sets;

    RowIdentityTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    @Test
    void aReleaseThatIsMadeAgainHasAnotherIncarnation() {
        long before = sets.release("R3").incarnation();

        makeAgain();

        assertThat(sets.release("R3").dataVersion()).isEqualTo(1);
        assertThat(sets.release("R3").incarnation()).isGreaterThan(before);
    }

    @Test
    void aReleaseKeepsItsIncarnationThroughEdits() {
        long before = sets.release("R3").incarnation();

        sets.live(lock());

        assertThat(sets.release("R3").incarnation()).isEqualTo(before);
        assertThat(sets.database.rows("select incarnation from releases_history where name = 'R3'"))
                .extracting(row -> row.values().iterator().next())
                .containsExactly(before, before);
    }

    @Test
    void anEditOfAReleaseDoesNotMeanTheNextOne() {
        ChangeSet set = sets.schedule(1, lock());

        makeAgain();

        refused(set, "release 'R3' was removed and made again since this was saved");
    }

    @Test
    void aRemovalOfAReleaseDoesNotMeanTheNextOne() {
        ChangeSet set = sets.schedule(1, new Proposal.RemoveRelease(R3, null));

        makeAgain();

        refused(set, "release 'R3' was removed and made again since this was saved");
    }

    @Test
    void aRuleThatIsAddedDoesNotNameTheNextRelease() {
        ChangeSet set = sets.schedule(1, new Proposal.AddRule(rule("mapping", "R3")));

        makeAgain();

        refused(set, "would name release 'R3', which was removed and made again since this was saved");
    }

    @Test
    void aRuleThatIsEditedDoesNotNameTheNextRelease() {
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));

        makeAgain();

        refused(set, "rule 1 would name release 'R3', which was removed and made again since this was saved");
    }

    @Test
    void aPinDoesNotNameTheNextRelease() {
        ChangeSet set = sets.schedule(1, new Proposal.SetPin(PIN, R3));

        makeAgain();

        refused(set, PIN + " would name release 'R3', which was removed and made again since this was saved");
    }

    @Test
    void anEditOfAPinDoesNotMeanTheNextOne() {
        sets.live(new Proposal.SetPin(PIN, new ReleaseName("R1")));
        ChangeSet set = sets.schedule(1, new Proposal.SetPin(PIN, null));

        sets.live(new Proposal.SetPin(PIN, null));
        sets.live(new Proposal.SetPin(PIN, new ReleaseName("R1")));

        refused(set, PIN + " was removed and made again since this was saved");
    }

    @Test
    void aDraftDoesNotNameTheNextRelease() {
        ChangeSet draft =
                sets.changeSets.draft(Rehearsal.AUTHOR, "Draft", Asking.at(1), List.of(edit(1, "mapping", "R3")));

        makeAgain();

        assertThatThrownBy(() -> sets.changeSets.submit(Rehearsal.AUTHOR, draft.id(), null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("which was removed and made again");
    }

    @Test
    void aLaterSetMeansTheReleaseThatAnEarlierOneAdds() {
        ChangeSet adding = sets.schedule(1, add("R9"));
        ChangeSet naming = sets.schedule(2, edit(1, "mapping", "R9"));
        Identity made = adding.changes().getFirst().identity();

        assertThat(naming.changes().getFirst().identity().named())
                .isEqualTo(Map.of(new ReleaseName("R9"), made.made()));
        sets.enact(adding);
        assertThat(sets.release("R9").incarnation()).isEqualTo(made.made());
        sets.enact(naming);
        assertThat(sets.liveRule(1).mapping()).isEqualTo(new ReleaseName("R9"));
    }

    @Test
    void aSetThatWaitsForAReleaseOfOneSetDoesNotTakeThatOfAnother() {
        ChangeSet adding = sets.schedule(1, add("R9"));
        ChangeSet naming = sets.schedule(2, edit(1, "mapping", "R9"));
        sets.changeSets.withdraw(Rehearsal.AUTHOR, adding.id(), null);

        sets.live(add("R9"));

        refused(naming, "rule 1 would name release 'R9', which was removed and made again since this was saved");
    }

    @Test
    void aDraftGetsItsIncarnationsWhenItIsSubmitted() {
        ChangeSet draft = sets.changeSets.draft(
                Rehearsal.AUTHOR,
                "Draft",
                Asking.at(1),
                List.of(add("R9"), new Proposal.AddRule(rule("mapping", "R9"))));
        assertThat(draft.changes()).extracting(Change::identity).containsOnly(Identity.UNKNOWN);

        ChangeSet submitted = sets.changeSets.submit(Rehearsal.AUTHOR, draft.id(), null);

        Long made = submitted.changes().getFirst().identity().made();
        assertThat(made).isNotNull();
        assertThat(submitted.changes().getLast().identity().named()).isEqualTo(Map.of(new ReleaseName("R9"), made));
        assertThat(sets.database.bean(ChangeSets.class).find(draft.id())).contains(submitted);
    }

    @Test
    void aCopyMeansWhatIsThereNow() {
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));
        makeAgain();

        ChangeSet copy = sets.changeSets.copy(Rehearsal.AUTHOR, set.id(), null, Asking.at(2));
        sets.enact(sets.changeSets.submit(Rehearsal.AUTHOR, copy.id(), null));

        assertThat(sets.liveRule(1).mapping()).isEqualTo(R3);
    }

    @Test
    void whoeverSavesTheChangeAgainMeansWhatIsThereNow() {
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));
        makeAgain();

        ChangeSet revised = sets.changeSets.revise(
                Rehearsal.AUTHOR, set.id(), null, new Revision(null, null, List.of(edit(1, "mapping", "R3"))));

        sets.enact(revised);
        assertThat(sets.liveRule(1).mapping()).isEqualTo(R3);
    }

    @Test
    void whatIsKeptStillMeansTheOldOne() {
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"), edit(2, "priority", 7));
        makeAgain();

        assertThatThrownBy(() -> sets.changeSets.revise(
                        Rehearsal.AUTHOR,
                        set.id(),
                        null,
                        new Revision(
                                null,
                                null,
                                List.of(new Proposal.Keep(set.changes().getFirst())))))
                .hasMessageContaining("removed and made again");
    }

    @Test
    void aPinIsMadeUnderTheNumberThatItsChangeReserved() {
        ChangeSet set = sets.schedule(1, new Proposal.SetPin(PIN, R3));

        sets.enact(set);

        assertThat(sets.database.bean(PinnedReleases.class).asPins().incarnation(PIN))
                .isEqualTo(set.changes().getFirst().identity().made());
    }

    @Test
    void theNumberOfARuleThatWasThereIsNotGivenAgain() {
        sets.live(new Proposal.RemoveRule(new RuleId(2), null));

        assertThatThrownBy(() -> sets.live(new Proposal.AddRule(new RuleId(2), rule("mapping", "R1"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("rule 2 is there, or was once");
    }

    private static Proposal lock() {
        return new Proposal.LockRelease(R3, null, true);
    }

    private void makeAgain() {
        sets.live(new Proposal.RemoveRelease(R3, null));
        sets.live(add("R3"));
    }

    private void refused(ChangeSet set, String reason) {
        assertThatThrownBy(() -> sets.enact(set))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason);
    }
}
