package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Content.plugin;
import static dev.rehearsal.assurance.Content.superblob;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.rule;
import static dev.rehearsal.assurance.Wish.write;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quin writes, and holds qa as Tess does: nothing that he wrote counts as tested by him. */
class AuthorTestsOwnChangeTest extends Story {

    private final Person quin = world.writer("quin").holds("qa");

    @BeforeEach
    void esrMustBeTested() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1));
    }

    @Test
    void onePersonDoesNotShipAlone() {
        ChangeSet ships = quin.schedules(edit(esr, "mapping", "R2"));
        quin.passes("esr-test");

        doesNotGo(ships);
    }

    @Test
    void norByHand() {
        ChangeSet ships = quin.may("scheduled_change").schedulesForTomorrow(edit(esr, "mapping", "R2"));
        quin.passes("esr-test");

        quin.enacts(ships).isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWhoseDraftSomebodyElseSubmitted() {
        ChangeSet draft = quin.drafts(edit(esr, "mapping", "R2"));
        anna.submits(draft).succeeds();
        quin.passes("esr-test");

        bot.enacts(draft).isRefused();
    }

    @Test
    void norWhoseSetWasCopied() {
        ChangeSet original = quin.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        quin.withdraws(original).succeeds();
        ChangeSet copy = anna.copies(original);
        anna.submits(copy).succeeds();
        quin.passes("esr-test");

        bot.enacts(copy).isRefused();
    }

    @Test
    void norWhoChangedSomebodysSet() {
        ChangeSet set = anna.schedulesForTomorrow(edit(esr, "mapping", "R3"));
        quin.revises(set, edit(esr, "mapping", "R2")).succeeds();
        quin.passes("esr-test");

        bot.enacts(set).isRefused();
    }

    @Test
    void norWhoTookAChangeOutOfIt() {
        ChangeSet set = anna.schedulesForTomorrow(
                edit(esr, "mapping", "R2"), rule("esr", "R1", "priority", 300, "version", "<2.0"));
        quin.revises(set, edit(esr, "mapping", "R2")).succeeds();
        quin.passes("esr-test");

        bot.enacts(set).isRefused();
    }

    @Test
    void norWhoWroteTheRelease() {
        quin.writes(app("R2", "quins")).succeeds();
        ChangeSet ships = anna.schedules(edit(esr, "mapping", "R2"));
        quin.passes("esr-test");

        doesNotGo(ships);
    }

    @Test
    void norWhoWroteAPartOfIt() {
        world.has(superblob("S", "part"));
        quin.writes(plugin("part", "666")).succeeds();
        ChangeSet ships = anna.schedules(edit(esr, "mapping", "S"));
        quin.passes("esr-test");

        doesNotGo(ships);
    }

    @Test
    void norWhoWroteTheRuleThatIsBroughtIn() {
        Rule free = world.rule("free", "R3", "priority", 200);
        quin.edits(free, "mapping", "R2").succeeds();
        ChangeSet ships = anna.schedules(edit(free, "channel", "esr"));
        quin.passes("esr-test");

        doesNotGo(ships);
    }

    @Test
    void norAtOnceInAStateThatTheyPassedThemselves() {
        ChangeSet rehearses = quin.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        quin.passes("esr-test").succeeds();
        quin.withdraws(rehearses).succeeds();

        quin.edits(esr, "mapping", "R2").isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norInASecondSetLikeTheOneThatTheyPassed() {
        ChangeSet rehearses = quin.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        quin.passes("esr-test").succeeds();
        quin.withdraws(rehearses).succeeds();

        doesNotGo(quin.schedules(edit(esr, "mapping", "R2")));
    }

    @Test
    void norTwoWhoPassWhatOneOfThemWroteWhereTwoAreAsked() {
        world.rule("two", "R1");
        world.guarded(map("two", "two-test"), gate("two", "qa", 2));
        ChangeSet ships = quin.schedules(rule("two", "R2", "priority", 200));
        quin.passes("two-test");
        tess.passes("two-test").succeeds();

        world.tick();

        assertThat(world.answer("two")).isEqualTo("R1");
        assertThat(ships.isLive()).isFalse();
    }

    @Test
    void norWhoWroteOneOfTwoSetsThatGoTogether() {
        ChangeSet adds = quin.schedules(rule("esr", "R2", "priority", 200));
        anna.schedules(edit(adds.rule(0), "mapping", "R3"));
        quin.passes("esr-test");

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWhoWroteTheReleaseInASetThatIsNotLiveYet() {
        quin.schedules(write(app("R2", "quins")));
        ChangeSet ships = anna.schedules(edit(esr, "mapping", "R2"));
        quin.passes("esr-test");

        doesNotGo(ships);
    }

    @Test
    void somebodyElsePassesIt() {
        quin.schedules(edit(esr, "mapping", "R2"));
        tess.passes("esr-test").succeeds();

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void theyPassWhatOthersWrote() {
        quin.writes(app("R3", "quins")).succeeds();
        anna.schedules(edit(esr, "mapping", "R2"));
        quin.passes("esr-test").succeeds();

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void theyGoBackToWhatOthersTested() {
        anna.schedules(edit(esr, "mapping", "R2"));
        tess.passes("esr-test").succeeds();
        world.tick();

        anna.schedules(edit(esr, "mapping", "R3"));
        tess.passes("esr-test").succeeds();
        world.tick();
        assertThat(world.answer("esr")).isEqualTo("R3");

        quin.schedules(edit(esr, "mapping", "R2"));
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    private void doesNotGo(ChangeSet ships) {
        world.tick();
        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(ships.isLive()).isFalse();
    }
}
