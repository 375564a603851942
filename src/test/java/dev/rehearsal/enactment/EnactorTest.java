package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.serve.NodeRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;

@EachDatabase
class EnactorTest {

    private final Rehearsal sets;

    EnactorTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    @ParameterizedTest
    @EnumSource(NodeRole.class)
    void onlyANodeForAdminsEnacts(NodeRole role) {
        sets.schedule(1, edit(1, "mapping", "R3"));
        comes(1);

        enactor(role).tick();

        assertThat(String.valueOf(sets.liveRule(1).mapping())).isEqualTo(role == NodeRole.SERVE ? "R1" : "R3");
    }

    /** Nothing that is known does this; the constraint stands for a fault that is not. */
    @Test
    void aSetThatTheDatabaseRefusesLeavesNoTraceAndDoesNotHoldUpOthers() {
        sets.database
                .jdbc()
                .sql("alter table rules add constraint no_seven check (priority <> 7)")
                .update();
        try {
            ChangeSet refused = sets.schedule(1, edit(1, "comment", "half"), edit(2, "priority", 7));
            ChangeSet fine = sets.schedule(2, edit(2, "mapping", "R3"));
            comes(2);
            List<Map<String, @Nullable Object>> before = rowsOf(refused);

            enactor(NodeRole.ALL).tick();

            assertThat(sets.changeSets.find(fine.id()).orElseThrow().state()).isInstanceOf(ChangeSet.Enacted.class);
            assertThat(rowsOf(refused)).isEqualTo(before);
        } finally {
            sets.database
                    .jdbc()
                    .sql("alter table rules drop constraint no_seven")
                    .update();
        }
    }

    @Test
    void whatWaitsForAFreezeToEndGoesThenThoughNobodyWritesAnything() {
        FreezeWindow hour = new FreezeWindow(
                0,
                null,
                null,
                FreezeWindow.Effect.DENY,
                "0 0 * * * *",
                Duration.ofMinutes(59),
                ZoneId.of("UTC"),
                "All but a minute",
                0);
        sets.enactment.enactAtOnce(
                TestDatabase.WRITER, "Freeze", List.of(RowKinds.FREEZE_WINDOWS.change(null, null, hour)));
        ChangeSet waits = sets.schedule(1, edit(1, "mapping", "R3"));
        Enactor enactor = enactor(NodeRole.ALL);
        comes(2);
        enactor.tick();
        assertThat(sets.changeSets.find(waits.id()).orElseThrow().state()).isInstanceOf(ChangeSet.Pending.class);

        sets.database.bean(TestClock.class).advance(toTheLastMinuteOfAnHour());
        enactor.tick();

        assertThat(String.valueOf(sets.liveRule(1).mapping())).isEqualTo("R3");
    }

    private Duration toTheLastMinuteOfAnHour() {
        Instant now = sets.database.bean(TestClock.class).instant();
        Instant wanted = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofSeconds(59 * 60 + 30));
        return Duration.between(now, wanted.isAfter(now) ? wanted : wanted.plus(Duration.ofHours(1)));
    }

    private void comes(int hour) {
        sets.database.bean(TestClock.class).advance(Duration.ofHours(hour));
    }

    private Enactor enactor(NodeRole role) {
        TestDatabase database = sets.database;
        return new Enactor(
                database.bean(EnactmentService.class),
                database.bean(ReadinessCheck.class),
                database.bean(ChangeQueue.class),
                database.bean(LiveTables.class),
                database.bean(ApprovalContextReader.class),
                database.bean(WriteLock.class),
                database.bean(TestClock.class),
                database.bean(DatabaseClock.class),
                database.bean(FollowedTables.class),
                database.bean(PlatformTransactionManager.class),
                role);
    }

    /** Everything that tells of a set: its own rows, and what it has written. */
    private List<Map<String, @Nullable Object>> rowsOf(ChangeSet set) {
        return List.of(
                        "change_sets where id = " + set.id(),
                        "change_sets_history where set_id = " + set.id(),
                        "rules where rule_id = 1",
                        "rules_history where change_set_id = " + set.id())
                .stream()
                .flatMap(rows -> sets.database.rows("select * from " + rows).stream())
                .toList();
    }
}
