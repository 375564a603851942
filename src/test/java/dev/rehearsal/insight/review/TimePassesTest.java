package dev.rehearsal.insight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.insight.schedule.Agenda;
import dev.rehearsal.ledger.Actor;
import org.junit.jupiter.api.Test;

/** Going back needs no test for thirty days; nobody has to write anything for that time to be over. */
@EachDatabase
class TimePassesTest {

    private static final int LONGER_THAN_GOING_BACK = 31 * 24;

    private final TestDatabase database;
    private final Office office;
    private final ChangeSet back;

    TimePassesTest(TestDatabase database) {
        this.database = database;
        this.office = new Office(database).needingTests();
        ChangeSet ships = office.schedule("Ship R2", 1, Office.edit(1, "mapping", "R2"));
        office.judge(Office.CHIOMA, Outcome.PASS);
        office.enactment.enact(new Actor(Office.GRETA), ships.id());
        this.back = office.schedule("Back to R1", 2, Office.edit(1, "mapping", "R1"));
    }

    @Test
    void aSetThatNeededNoTestNeedsOneOnceThatTimeIsOver() {
        ReadinessOverview readiness = database.bean(ReadinessOverview.class);
        assertThat(readiness.of(office.state(), back).obstacles()).isEmpty();

        office.hoursPass(LONGER_THAN_GOING_BACK);

        assertThat(readiness.of(office.state(), back).obstacles())
                .singleElement()
                .isInstanceOf(Obstacle.GateClosed.class);
    }

    @Test
    void itIsWaitedForThenByThoseWhoTest() {
        WaitingForMe waiting = database.bean(WaitingForMe.class);
        assertThat(waiting.toTest(office.state(), new Actor(Office.CHIOMA))).isEmpty();

        office.hoursPass(LONGER_THAN_GOING_BACK);

        assertThat(waiting.toTest(office.state(), new Actor(Office.CHIOMA))).hasSize(1);
    }

    @Test
    void theAgendaSaysSoToo() {
        Agenda agenda = database.bean(Agenda.class);
        assertThat(readiness(agenda)).isEqualTo(Agenda.Readiness.READY);

        office.hoursPass(LONGER_THAN_GOING_BACK);

        assertThat(readiness(agenda)).isEqualTo(Agenda.Readiness.UNTESTED);
    }

    @Test
    void aFreezeBeginsAndEndsThoughNobodyWrites() {
        office.freezingOnTuesdays();
        ReadinessOverview readiness = database.bean(ReadinessOverview.class);
        Agenda agenda = database.bean(Agenda.class);
        assertThat(readiness.of(office.state(), back).obstacles()).isEmpty();
        assertThat(agenda.lanes().getFirst().freeze()).isNull();

        office.hoursPass(24);

        assertThat(readiness.of(office.state(), back).obstacles())
                .singleElement()
                .isInstanceOf(Obstacle.Frozen.class);
        assertThat(agenda.lanes().getFirst().freeze()).isNotNull();

        office.hoursPass(24);

        assertThat(readiness.of(office.state(), back).obstacles()).isEmpty();
    }

    private static Agenda.Readiness readiness(Agenda agenda) {
        return agenda.lanes().getFirst().due().getFirst().readiness();
    }
}
