package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.FR;
import static dev.rehearsal.enactment.Asking.add;
import static dev.rehearsal.enactment.Asking.blob;
import static dev.rehearsal.enactment.Asking.edit;
import static dev.rehearsal.enactment.Asking.refused;
import static dev.rehearsal.enactment.Asking.row;
import static dev.rehearsal.enactment.Asking.rule;
import static dev.rehearsal.enactment.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal.AddRule;
import dev.rehearsal.change.Proposal.RemoveRelease;
import dev.rehearsal.change.Proposal.RemoveRule;
import dev.rehearsal.change.Proposal.ReplaceRelease;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException.Reason;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** A pending set becomes live: all of it or nothing. */
@EachDatabase
class EnactmentWriterTest {

    private final Rehearsal sets;

    EnactmentWriterTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    @Test
    void makesTheSetLiveAndSaysWhoDidIt() {
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));

        ChangeSet enacted = sets.enact(set);

        assertThat(sets.liveRule(1).mapping()).isEqualTo(new ReleaseName("R3"));
        assertThat(sets.liveRule(1).dataVersion()).isEqualTo(2);
        assertThat(enacted.state()).isEqualTo(new ChangeSet.Enacted(Rehearsal.ENACTOR, TestClock.START));
        assertThat(sets.changeSets.find(set.id())).contains(enacted);
        assertThat(sets.database.bean(ChangeQueue.class).pending()).isEmpty();
    }

    @Test
    void worksWhateverWasStagedBefore() {
        sets.schedule(1, edit(1, "mapping", "R2"));
        ChangeSet later = sets.schedule(2, edit(1, "mapping", "R3"));

        sets.enact(later);

        assertThat(sets.liveRule(1).mapping()).isEqualTo(new ReleaseName("R3"));
    }

    @Test
    void inQueueOrderLeadsToTheSameEnd() {
        ChangeSet first = sets.schedule(1, edit(1, "mapping", "R2"));
        ChangeSet second = sets.schedule(2, edit(1, "mapping", "R3"));

        sets.enact(first);
        sets.enact(second);

        assertThat(sets.liveRule(1).mapping()).isEqualTo(new ReleaseName("R3"));
        assertThat(sets.liveRule(1).dataVersion()).isEqualTo(3);
    }

    @Test
    void isRefusedWhereTheLiveValueIsOneThatItsAuthorNeverSaw() {
        ChangeSet first = sets.schedule(1, edit(1, "mapping", "R2"));
        ChangeSet second = sets.schedule(2, edit(1, "mapping", "R3"));
        sets.enact(second);

        refused(
                Reason.CONFLICT,
                "rule 1: mapping was 'R1' when this edit was saved and is 'R3' now",
                () -> sets.enact(first));

        assertThat(sets.liveRule(1).mapping()).isEqualTo(new ReleaseName("R3"));
        assertThat(sets.database.bean(ChangeQueue.class).pending())
                .extracting(ChangeSet::id)
                .containsExactly(first.id());
    }

    @Test
    void isRefusedWhereTheRowIsGone() {
        ChangeSet edit = sets.schedule(1, edit(1, "mapping", "R2"));
        sets.live(new RemoveRule(new RuleId(1), 1));

        refused(Reason.CONFLICT, "rule 1 no longer exists", () -> sets.enact(edit));
    }

    @Test
    void isRefusedWhereARuleWouldMapToWhatIsNotThereYet() {
        sets.schedule(1, add("R9"));
        ChangeSet rule = sets.schedule(2, edit(1, "mapping", "R9"));

        refused(Reason.CONFLICT, "rule 1 would name release 'R9', which would not exist", () -> sets.enact(rule));
    }

    @Test
    void isRefusedASecondTime() {
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));
        sets.enact(set);

        refused(Reason.CONFLICT, "change set " + set.id() + " is enacted already, by enactor@", () -> sets.enact(set));
    }

    @Test
    void swapsAliases() {
        sets.enact(sets.schedule(1, edit(1, "alias", "second"), edit(2, "alias", "first")));

        assertThat(sets.liveRule(1).alias()).isEqualTo("second");
        assertThat(sets.liveRule(2).alias()).isEqualTo("first");
    }

    @Test
    void givesAnAddedRuleTheIdThatWasReserved() {
        ChangeSet set = sets.schedule(1, new AddRule(rule("mapping", "R1")));
        Rule added = ((Change.RuleAddition) set.changes().getFirst()).rule();

        sets.enact(set);

        assertThat(sets.rules.all()).contains(added);
    }

    @Test
    void leavesOneHistoryRowForEachRowOnBehalfOfTheAuthor() {
        ChangeSet set = sets.schedule(
                1, edit(1, "mapping", "R3"), new RemoveRule(new RuleId(2), 1), new AddRule(rule("mapping", "R1")));

        sets.enact(set);

        assertThat(sets.database.rows("select * from rules_history where change_set_id = " + set.id()))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).containsEntry("changed_by", Rehearsal.AUTHOR.name()));
        assertThat(sets.database.rows("select * from change_sets_history where set_id = " + set.id()))
                .extracting(row -> row.get("state"))
                .containsExactlyInAnyOrder("pending", "enacted");
    }

    @Test
    void thatIsRefusedLeavesNoTrace() {
        ChangeSet set = sets.schedule(
                1,
                new AddRule(rule("mapping", "R1")),
                new ReplaceRelease(new ReleaseName("R3"), 1, null, blob("R3", FR)),
                edit(1, "mapping", "R3"));
        sets.live(edit(1, "mapping", "R2"));
        List<Map<String, @Nullable Object>> before = sets.everything();

        refused(Reason.CONFLICT, "rule 1: mapping was", () -> sets.enact(set));

        assertThat(sets.everything()).isEqualTo(before);
    }

    /** As when another program writes to the tables behind our back. */
    @Test
    void thatTheDatabaseStopsHalfWayLeavesNoTrace() {
        ChangeSet set = sets.schedule(1, add("R9"), edit(1, "alias", "taken"), new AddRule(rule("mapping", "R9")));
        sets.database
                .jdbc()
                .sql("update rules set alias = 'taken' where rule_id = 2")
                .update();
        List<Map<String, @Nullable Object>> before = sets.everything();

        assertThatThrownBy(() -> sets.enact(set)).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(sets.everything()).isEqualTo(before);
    }

    @Test
    void whatWasStagedIsWhatIsLiveOnceItIsEnacted() {
        List<ChangeSet> pending = List.of(
                sets.schedule(1, edit(1, "mapping", "R2", "alias", "renamed"), add("R9")),
                sets.schedule(2, new AddRule(rule("mapping", "R9", "priority", 300)), edit(2, "alias", "first")),
                sets.schedule(3, write("R2", blob("R2", FR), Map.of())),
                sets.schedule(3, new RemoveRelease(new ReleaseName("R1"), 1)),
                sets.schedule(4, new RemoveRule(new RuleId(1), 1)));
        Tables staged = sets.database
                .bean(SnapshotKeeper.class)
                .refresh()
                .stages()
                .wholeQueue()
                .staged();
        Fingerprint promised = sets.fingerprint(staged);

        pending.forEach(sets::enact);

        Tables live = sets.database.bean(SnapshotKeeper.class).refresh().live();
        assertThat(live.rules()).isEqualTo(staged.rules());
        assertThat(live.releases()).isEqualTo(staged.releases());
        assertThat(live.ruleSet().inOrder()).isEqualTo(staged.ruleSet().inOrder());
        assertThat(sets.fingerprint(live)).isEqualTo(promised);
    }
}
