package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.permit;
import static dev.rehearsal.assurance.Wish.require;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What somebody was given and has said ends with them: the next person of the name starts anew. */
class PersonIdentityTest extends Story {

    private final Person amy = world.writer("amy");
    private final Person rob = world.holder("rob", "releng");
    private final Person tina = world.holder("tina", "qa");

    @Test
    void theTokenOfSomebodyWhoIsGoneIsNotTheNextOnes() {
        rob.withToken();
        robIsAnother();

        assertThat(rob.tries("GET", "/api/users/current", "").status()).isIn(401, 403);
    }

    @Test
    void norToWrite() {
        amy.withToken();
        amy.isRemoved();
        amy.may("rule").may("release").isThere();

        amy.edits(esr, "mapping", "R2").isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norIsTheirSignoff() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet ships = amy.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        rob.signs(ships, "releng").succeeds();

        robIsAnother();

        assertThat(ships.signers()).isEmpty();
        bot.enacts(ships).isRefused();
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norTheirPass() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1));
        ChangeSet ships = amy.schedules(edit(esr, "mapping", "R2"));
        tina.passes("esr-test").succeeds();

        tina.isRemoved();
        world.holder("tina", "qa").isThere();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(ships.isLive()).isFalse();
    }

    @Test
    void norIsThePermissionThatASetWouldHaveGivenThem() {
        Person chief = world.known("chief").mayAnywhere("permission").isThere();
        tina.isThere();
        ChangeSet gives = chief.schedulesForTomorrow(permit("tina", "pinnable_release"));

        tina.isRemoved();
        world.holder("tina", "qa").isThere();

        bot.enacts(gives).isRefused();
        assertThat(gives.isLive()).isFalse();
    }

    @Test
    void norDoesThatSetMakeSomebodyOfTheNameAgain() {
        Person chief = world.known("chief").mayAnywhere("permission").isThere();
        tina.isThere();
        ChangeSet gives = chief.schedulesForTomorrow(permit("tina", "pinnable_release"));

        tina.isRemoved();

        bot.enacts(gives).isRefused();
        assertThat(gives.isLive()).isFalse();
    }

    @Test
    void somebodyNewBeginsWithWhatASetGivesThem() {
        Person chief = world.known("chief").mayAnywhere("permission").isThere();
        ChangeSet gives = chief.schedulesForTomorrow(permit("newcomer", "pinnable_release"));

        bot.enacts(gives).succeeds();

        assertThat(gives.isLive()).isTrue();
    }

    @Test
    void norAreTheirRoles() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet ships = amy.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        rob.isRemoved();
        rob.may("release_locale").isThere();
        Person again = world.anew().person("rob");

        again.signs(ships, "releng").isRefused();
    }

    @Test
    void norAreTheirSets() {
        ChangeSet left = amy.schedules(edit(esr, "mapping", "R2"));
        amy.isRemoved();
        world.waits();
        amy.may("rule").may("release").isThere();

        world.tick();

        assertThat(left.isLive()).isFalse();
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aSignoffEndsWithTheRoleThoughThatIsGivenBack() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet ships = amy.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        rob.signs(ships, "releng").succeeds();

        world.root("DELETE", "/api/users/" + rob.name() + "/roles/" + "releng" + "?data_version=1", "")
                .succeeds();
        rob.holds("releng").isThere();

        assertThat(ships.signers()).isEmpty();
        bot.enacts(ships).isRefused();
    }

    @Test
    void aFailOutlivesWhoGaveIt() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1));
        ChangeSet ships = amy.schedules(edit(esr, "mapping", "R2"));
        Person theo = world.holder("theo", "qa");
        theo.fails("esr-test").succeeds();

        theo.isRemoved();
        tina.passes("esr-test").succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(ships.isLive()).isFalse();
    }

    @Test
    void norDoesItEndWithTheRole() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1));
        amy.schedules(edit(esr, "mapping", "R2"));
        Person theo = world.holder("theo", "qa");
        theo.fails("esr-test").succeeds();

        world.root("DELETE", "/api/users/" + theo.name() + "/roles/" + "qa" + "?data_version=1", "")
                .succeeds();
        tina.passes("esr-test").succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void theNextOfTheNameSignsAnew() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet ships = amy.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        robIsAnother();
        Person again = world.anew().person("rob");

        again.signs(ships, "releng").succeeds();
        bot.enacts(ships).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void whoLosesAnotherRoleKeepsTheirSignoff() {
        rob.holds("relman");
        world.guarded(require("esr", "releng", 1));
        ChangeSet ships = amy.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        rob.signs(ships, "releng").succeeds();

        world.root("DELETE", "/api/users/" + rob.name() + "/roles/" + "relman" + "?data_version=1", "")
                .succeeds();

        bot.enacts(ships).succeeds();
    }

    @Test
    void whoFailedItMayPassItAfterAll() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1));
        amy.schedules(edit(esr, "mapping", "R2"));
        tina.fails("esr-test").succeeds();
        tina.passes("esr-test").succeeds();

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    private void robIsAnother() {
        rob.isRemoved();
        world.holder("rob", "releng").isThere();
    }
}
