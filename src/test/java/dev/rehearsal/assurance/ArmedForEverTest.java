package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.remove;
import static dev.rehearsal.assurance.Wish.require;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A due set that cannot go because of what it is waits for a decision, not for the world to look as it did. */
class ArmedForEverTest extends Story {

    private final Person dave = world.known("dave");

    @Test
    void aSetInConflictDoesNotGoWhenSomebodyRollsTheRuleBack() {
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2"));
        dave.edits(esr, "mapping", "R3").succeeds();
        world.tick();

        dave.edits(esr, "mapping", "R1").succeeds();
        world.tick();

        staysOut(set);
    }

    @Test
    void norWhenNobodyEnactedAnythingMeanwhile() {
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2"));
        dave.edits(esr, "mapping", "R3").succeeds();
        world.waits();

        dave.edits(esr, "mapping", "R1").succeeds();
        world.tick();

        staysOut(set);
    }

    @Test
    void norByHand() {
        ChangeSet set = disarmed();

        bot.enacts(set).isRefused();

        staysOut(set);
    }

    @Test
    void norThroughBalrogsEndpoint() {
        ChangeSet set = disarmed();

        bot.tries("POST", "/api/scheduled_changes/rules/" + set.change(0) + "/enact", "")
                .isRefused();

        staysOut(set);
    }

    @Test
    void norSigned() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2"));
        bob.signs(set, "releng").succeeds();
        bot.enacts(signed(edit(esr, "mapping", "R3"))).succeeds();
        world.tick();

        bot.enacts(signed(edit(esr, "mapping", "R1"))).succeeds();
        world.tick();

        staysOut(set);
    }

    @Test
    void norTested() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1));
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2"));
        tess.passes("esr-test").succeeds();
        Person gary = world.person("gary").mayAnywhere("break_glass");
        gary.breaksGlass(dave.schedulesForTomorrow(edit(esr, "mapping", "R3")), "R1 burns")
                .succeeds();
        world.tick();

        bot.enacts(dave.schedulesForTomorrow(edit(esr, "mapping", "R1")));
        world.tick();

        assertThat(world.answer("esr")).isNotEqualTo("R2");
        assertThat(set.isLive()).isFalse();
    }

    @Test
    void norWhenAnotherFieldWasInTheWay() {
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2", "priority", 150));
        dave.edits(esr, "priority", 120).succeeds();
        world.tick();

        dave.edits(esr, "priority", 100).succeeds();
        world.tick();

        staysOut(set);
    }

    @Test
    void norWhenAnAliasIsFreeAgain() {
        ChangeSet set = anna.schedules(edit(esr, "alias", "first", "mapping", "R2"));
        Rule other = world.rule("free", "R1");
        dave.edits(other, "alias", "first").succeeds();
        world.tick();

        dave.edits(other, "alias", null).succeeds();
        world.tick();

        staysOut(set);
    }

    @Test
    void norWhenAReleaseIsBackThatWasGone() {
        world.has(app("R8"));
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R8"));
        dave.removesRelease("R8").succeeds();
        world.tick();

        dave.writes(app("R8")).succeeds();
        world.tick();

        staysOut(set);
    }

    @Test
    void norWhenTheAuthorMayAgainWhatTheyMightNot() {
        Person amy = world.writer("amy");
        ChangeSet set = amy.schedules(edit(esr, "mapping", "R2"));
        world.root("DELETE", "/api/users/" + amy.name() + "/permissions/rule?data_version=1", "")
                .succeeds();
        world.tick();

        amy.may("rule").isThere();
        world.tick();

        staysOut(set);
    }

    @Test
    void norARemovalOfWhatWasChangedAndChangedBack() {
        world.rule("esr", "R2", "priority", 1);
        ChangeSet set = anna.schedules(remove(esr));
        dave.edits(esr, "version", "<0.1").succeeds();
        world.tick();

        dave.edits(esr, "version", null).succeeds();
        world.tick();

        staysOut(set);
    }

    @Test
    void norWhenTheSetThatWasInTheWayIsItselfRolledBack() {
        ChangeSet earlier = anna.schedules(edit(esr, "mapping", "R3"));
        ChangeSet set = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        bot.enacts(set).succeeds();
        world.tick();

        dave.edits(esr, "mapping", "R1").succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(earlier.isLive()).isFalse();
    }

    @Test
    void itIsToldThatItNeedsADecisionAndWhy() {
        ChangeSet set = disarmed();

        assertThat(set.state()).isEqualTo("disarmed");
        assertThat(set.told().path("disarmed_reason").asString("")).isNotBlank();
    }

    @Test
    void balrogsListsGoOnShowingIt() {
        ChangeSet set = disarmed();

        assertThat(world.root("GET", "/api/scheduled_changes/rules?rule_id=" + esr.id(), "")
                        .succeeds()
                        .json()
                        .get("scheduled_changes")
                        .valueStream()
                        .map(row -> row.get("sc_id").asLong()))
                .contains(set.change(0));
    }

    @Test
    void itIsNotStaged() {
        world.guarded(map("esr", "esr-test"));

        disarmed();

        assertThat(world.answer("esr-test")).isEqualTo("R1");
    }

    @Test
    void itIsNotArmedWhileTheReasonStands() {
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2"));
        dave.edits(esr, "mapping", "R3").succeeds();
        world.tick();

        anna.reschedules(set).isRefused();

        assertThat(world.answer("esr")).isEqualTo("R3");
    }

    @Test
    void norByNamingTheTimeAgainThatHasPassed() {
        ChangeSet set = disarmed();

        anna.tries(
                        "POST",
                        set.path(),
                        "{'when': %d}".formatted(set.told().get("when").asLong()))
                .isRefused();
        world.tick();

        staysOut(set);
    }

    @Test
    void armedAgainItGoes() {
        ChangeSet set = disarmed();

        anna.reschedules(set).succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void resolvedItGoes() {
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2"));
        dave.edits(esr, "mapping", "R3").succeeds();
        world.tick();

        anna.revises(set, edit(esr, "mapping", "R2")).succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void whoArmsItAgainMustBeAllowedToWriteIt() {
        ChangeSet set = disarmed();

        bob.reschedules(set).isRefused();

        staysOut(set);
    }

    @Test
    void aConflictBeforeItIsDueDisarmsNothing() {
        ChangeSet set = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        dave.edits(esr, "mapping", "R3").succeeds();
        world.tick();
        dave.edits(esr, "mapping", "R1").succeeds();

        bot.enacts(set).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void waitingForSignoffsDisarmsNothing() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2"));
        world.tick();
        dave.writes(app("R7")).succeeds();

        bob.signs(set, "releng").succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void waitingForASetBeforeItDisarmsNothing() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet adds = anna.schedules(Wish.rule("esr", "R2", "priority", 200));
        ChangeSet edits = anna.schedules(edit(adds.rule(0), "mapping", "R3"));
        bob.signs(edits, "releng").succeeds();
        world.tick();

        bob.signs(adds, "releng").succeeds();
        world.tick();

        assertThat(adds.isLive()).isTrue();
        assertThat(edits.state()).isNotEqualTo("disarmed");
    }

    /** It was in conflict when it was due; by now the rule is as it was. */
    private ChangeSet disarmed() {
        ChangeSet set = anna.schedules(edit(esr, "mapping", "R2"));
        dave.edits(esr, "mapping", "R3").succeeds();
        world.tick();
        dave.edits(esr, "mapping", "R1").succeeds();
        return set;
    }

    private ChangeSet signed(Wish... wishes) {
        ChangeSet set = dave.schedulesForTomorrow(wishes);
        bob.signs(set, "releng", set.digestAlone()).succeeds();
        return set;
    }

    private void staysOut(ChangeSet set) {
        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(set.isLive()).isFalse();
    }
}
