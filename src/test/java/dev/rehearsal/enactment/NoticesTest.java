package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.store.BreakGlassStore;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;

/** What everybody shall see. */
@EachDatabase
@ExtendWith(OutputCaptureExtension.class)
class NoticesTest {

    private final Rehearsal sets;
    private final TestDatabase database;
    private final Notices notices;

    NoticesTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
        this.database = database;
        this.notices = database.bean(Notices.class);
    }

    private ChangeSet goesLiveUntested() {
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));
        database.write(entry -> {
            database.bean(BreakGlassStore.class)
                    .insert(entry, set.id(), "Users lose passwords", Set.of(BreakGlassScope.Over.GATES));
            return entry;
        });
        return set;
    }

    @Test
    void tellWhatWentLiveUntestedAndWhy() {
        ChangeSet set = goesLiveUntested();

        assertThat(notices.latest())
                .containsExactly(new Notice.ByBreakGlass(
                        set.id(),
                        set.title(),
                        new BreakGlass(
                                TestDatabase.WRITER,
                                "Users lose passwords",
                                TestClock.START,
                                Set.of(BreakGlassScope.Over.GATES))));
    }

    @Test
    void areForgottenAfterAWeek() {
        goesLiveUntested();

        database.bean(TestClock.class).advance(Duration.ofDays(8));

        assertThat(notices.latest()).isEmpty();
    }

    @Test
    void tellThatWhatIsLiveIsNotWhatWasJudged() {
        sets.live(RowKinds.MAPPINGS.change(
                null, null, new MappingProposal("Firefox", "release", "release-cdntest", new Scope.WholeQueue())));
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));
        Alarms alarms = new Alarms(event -> {});

        enactedWithoutAnyEffect(set, alarms);

        assertThat(new RecentNotices(database.bean(BreakGlassStore.class), alarms, database.bean(TestClock.class))
                        .latest())
                .singleElement()
                .isInstanceOfSatisfying(Notice.NotAsJudged.class, notice -> {
                    assertThat(notice.set()).isEqualTo(set.id());
                    assertThat(notice.alarm().liveChannel()).isEqualTo("release");
                    assertThat(notice.alarm().found())
                            .isNotEqualTo(notice.alarm().judged());
                });
    }

    @Test
    void whatCouldNotBeComparedIsSaidAndNotPassedOver(CapturedOutput log) {
        database.write(entry -> database.bean(ChannelMappings.class)
                .add(entry, new MappingProposal("Firefox", "release", "release-cdntest", new Scope.WholeQueue())));
        ChangeSet set = sets.schedule(1, edit(1, "mapping", "R3"));
        Alarms alarms = new Alarms(event -> {});
        ServedStates served = served(alarms);
        recordWithoutAnyEffect(set, served);
        long version = database.bean(WriteLock.class).version().liveVersion();
        database.write(another -> another);

        served.verify(version, set.id());

        assertThat(log.getAll()).contains("What change set " + set.id() + " made live was not compared");
    }

    /** As if storing it had failed silently. */
    private void enactedWithoutAnyEffect(ChangeSet set, Alarms alarms) {
        ServedStates served = served(alarms);
        recordWithoutAnyEffect(set, served);
        served.verify(database.bean(WriteLock.class).version().liveVersion(), set.id());
    }

    private ServedStates served(Alarms alarms) {
        return new ServedStates(
                database.bean(Verdicts.class),
                database.bean(ReleaseContents.class),
                database.bean(WriteLock.class),
                database.bean(LiveTables.class),
                alarms,
                database.bean(TestClock.class),
                database.bean(PlatformTransactionManager.class));
    }

    private void recordWithoutAnyEffect(ChangeSet set, ServedStates served) {
        LiveTables live = database.bean(LiveTables.class);
        database.bean(WriteLock.class).write(Rehearsal.ENACTOR, WriteKind.LIVE, entry -> {
            Tables before = live.at(entry.found());
            Tables judged = Stage.of(before, List.of(set.queued()), database.bean(ReleaseContents.class))
                    .staged();
            served.record(
                    entry,
                    new Decision.Situation(
                            before,
                            List.of(set),
                            database.bean(ApprovalContextReader.class).read(),
                            entry.at()),
                    judged,
                    Set.of());
            return set;
        });
    }
}
