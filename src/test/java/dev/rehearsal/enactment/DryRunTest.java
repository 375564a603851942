package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.at;
import static dev.rehearsal.enactment.Asking.edit;
import static dev.rehearsal.enactment.Asking.refused;
import static dev.rehearsal.enactment.Asking.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException.Reason;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EachDatabase
class DryRunTest {

    private static final Role RELENG = new Role("releng");

    private final TestDatabase database;
    private final Rehearsal rehearsal;

    DryRunTest(TestDatabase database) {
        this.rehearsal = new Rehearsal(database);
        this.database = rehearsal.database;
    }

    @Test
    void namesTheSignoffsThatASetWouldNeed() {
        signedBy("chioma", 1);

        Readiness readiness = imagined(edit(1, "priority", 7)).standing();

        assertThat(readiness.required()).isEqualTo(Requirements.of(RELENG, 1));
        assertThat(readiness.canGo()).isFalse();
    }

    @Test
    void saysAtOnceThatTooFewOthersCouldSign() {
        signedBy(Rehearsal.AUTHOR.name(), 1);

        assertThat(imagined(edit(1, "priority", 7)).standing().obstacles())
                .containsExactly(new Obstacle.TooFewSigners(RELENG, 1, 0));
    }

    @Test
    void saysWhatSomebodyMayNotWrite() {
        Actor reader = new Actor("reader@rehearsal.example");
        database.permit(reader, PermissionName.PINNABLE_RELEASE);

        assertThat(imagined(reader, null, edit(1, "priority", 7)).standing().obstacles())
                .singleElement()
                .isInstanceOf(Obstacle.MayNot.class);
    }

    @Test
    void canGoWhereNothingIsNeeded() {
        assertThat(imagined(edit(1, "priority", 7)).standing().canGo()).isTrue();
    }

    @Test
    void writesNothingAndReservesNoRuleId() {
        List<?> before = rehearsal.everything();

        imagined(new Proposal.AddRule(rule("mapping", "R1")));

        assertThat(rehearsal.everything()).isEqualTo(before);
        assertThat(database.write(entry -> rehearsal.rules.reserveId()).value()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsWrongInItself() {
        refused(
                Reason.INVALID,
                "nothing would change",
                () -> imagined(new Proposal.EditRule(new RuleId(1), null, Map.of())));
        refused(Reason.INVALID, "backgroundRate", () -> imagined(edit(1, "backgroundRate", 101)));
    }

    @Test
    void findsConflictsWithWhatTheQueueLeavesBehind() {
        rehearsal.schedule(1, new Proposal.RemoveRule(new RuleId(1), null));

        assertThat(imagined(edit(1, "priority", 7)).standing().staged()).isPresent();
    }

    @Test
    void takesThePlaceOfTheSetThatItGoesInto() {
        ChangeSet set = rehearsal.schedule(2, edit(1, "priority", 7));

        DryRun.Imagined imagined =
                imagined(Rehearsal.AUTHOR, set, new Proposal.Keep(set.changes().getFirst()), edit(2, "priority", 8));

        assertThat(imagined.set().id()).isEqualTo(set.id());
        assertThat(imagined.set().changes()).hasSize(2);
        assertThat(imagined.standing().staged()).isEmpty();
    }

    private DryRun.Imagined imagined(Proposal... changes) {
        return imagined(Rehearsal.AUTHOR, null, changes);
    }

    private DryRun.Imagined imagined(Actor author, @Nullable ChangeSet into, Proposal... changes) {
        NodeState state = database.bean(SnapshotKeeper.class).current();
        return database.bean(DryRun.class)
                .of(
                        new NewChangeSet(author, "Imagined", at(2), List.of(changes)),
                        into,
                        state.live(),
                        state.queue(),
                        state.circumstances());
    }

    private void signedBy(String person, int count) {
        database.permit(new Actor(person), PermissionName.RULE);
        database.write(entry -> {
            database.bean(PeopleStore.class).addRole(entry, person, RELENG);
            database.bean(RequiredSignoffs.class)
                    .importAll(entry, List.of(new RequiredSignoff("Firefox", "release", RELENG, count, 1)), List.of());
            return entry;
        });
    }
}
