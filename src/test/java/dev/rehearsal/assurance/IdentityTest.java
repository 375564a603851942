package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.lift;
import static dev.rehearsal.assurance.Wish.pin;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.requireNoMore;
import static dev.rehearsal.assurance.Wish.unpin;
import static dev.rehearsal.assurance.Wish.write;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A row that was made again is another one, though it looks the same. */
class IdentityTest extends Story {

    private final Person dave = world.known("dave").may("emergency_shutoff").may("pinnable_release");

    IdentityTest() {
        anna.may("emergency_shutoff").may("required_signoff").may("pinnable_release");
    }

    @Test
    void aSignedRemovalOfOneShutoffDoesNotLiftTheNext() {
        world.guarded(require("esr", "releng", 1));
        dave.shutsOff("esr").succeeds();
        ChangeSet leftOver = signed(lift("esr"));
        bot.enacts(signed(lift("esr"))).succeeds();
        dave.shutsOff("esr").succeeds();

        bot.enacts(leftOver).isRefused();

        assertThat(world.answer("esr")).isEqualTo("nothing");
    }

    @Test
    void norWhenItIsDue() {
        world.guarded(require("esr", "releng", 1));
        dave.shutsOff("esr").succeeds();
        bot.enacts(signed(lift("esr"))).succeeds();
        dave.shutsOff("esr").succeeds();
        ChangeSet leftOver = anna.schedules(lift("esr"));
        bob.signs(leftOver, "releng").succeeds();
        bot.enacts(signed(lift("esr")));
        dave.shutsOff("esr");

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("nothing");
    }

    @Test
    void norThroughBalrogsEndpoint() {
        world.guarded(require("esr", "releng", 1));
        dave.shutsOff("esr").succeeds();
        ChangeSet leftOver = signed(lift("esr"));
        bot.enacts(signed(lift("esr"))).succeeds();
        dave.shutsOff("esr").succeeds();

        bot.tries("POST", "/api/scheduled_changes/emergency_shutoff/" + leftOver.change(0) + "/enact", "")
                .isRefused();

        assertThat(world.answer("esr")).isEqualTo("nothing");
    }

    @Test
    void norAHeldOneThatIsResumed() {
        world.guarded(require("esr", "releng", 1));
        dave.shutsOff("esr").succeeds();
        ChangeSet leftOver = signed(lift("esr"));
        anna.suspends(leftOver).succeeds();
        bot.enacts(signed(lift("esr"))).succeeds();
        dave.shutsOff("esr").succeeds();

        anna.resumes(leftOver);
        bot.enacts(leftOver);

        assertThat(world.answer("esr")).isEqualTo("nothing");
    }

    @Test
    void aShutoffIsNotLiftedByWhoHasSeenAnEarlierOne() {
        String path = "/api/emergency_shutoff/" + world.named("P") + "/" + world.named("esr");
        dave.shutsOff("esr").succeeds();
        int seen = world.root("GET", path, "").json().get("data_version").asInt();
        dave.lifts("esr").succeeds();
        dave.shutsOff("esr").succeeds();

        anna.tries("DELETE", path + "?data_version=" + seen, "").isRefused();

        assertThat(world.answer("esr")).isEqualTo("nothing");
    }

    @Test
    void aSignedRemovalOfARequirementDoesNotRemoveTheNext() {
        world.guarded(require("esr", "releng", 1), require("esr", "relman", 1));
        ChangeSet leftOver = signedByBoth(requireNoMore("esr", "relman"));
        bot.enacts(signedByBoth(requireNoMore("esr", "relman"))).succeeds();
        bot.enacts(signed(require("esr", "relman", 1))).succeeds();

        bot.enacts(leftOver).isRefused();

        bot.enacts(signed(edit(esr, "mapping", "R2"))).isRefused();
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aMadeAgainRequirementContinuesItsVersions() {
        world.guarded(require("esr", "releng", 1));
        bot.enacts(signed(requireNoMore("esr", "releng"))).succeeds();
        world.guarded(require("esr", "releng", 1));

        anna.tries(
                        "POST",
                        "/api/scheduled_changes/required_signoffs/product",
                        "{'when': %d, 'change_type': 'delete', 'product': '%s', 'channel': '%s', 'role': '%s', 'data_version': 1}"
                                .formatted(world.tomorrow(), world.named("P"), world.named("esr"), "releng"))
                .isRefused();
    }

    @Test
    void aSetThatShipsAReleaseDoesNotShipTheNextOfItsName() {
        world.guarded(require("esr", "releng", 1));
        world.has(app("R8"));
        ChangeSet ships = signed(edit(esr, "mapping", "R8"));
        dave.removesRelease("R8").succeeds();
        dave.writes(app("R8")).succeeds();

        bot.enacts(ships);

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWhereNobodySigns() {
        world.has(app("R8"));
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R8"));
        dave.removesRelease("R8").succeeds();
        dave.writes(app("R8", "another")).succeeds();

        bot.enacts(ships);

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void anEditOfAReleaseIsNotForTheNextOfItsName() {
        world.has(app("R8"));
        ChangeSet writes = anna.schedulesForTomorrow(write(app("R8", "evil")));
        world.root("DELETE", "/api/releases/" + world.named("R8") + "?data_version=1", "");
        dave.removesRelease("R8");
        boolean madeAgain = dave.tries("POST", "/api/releases", world.body(Wish.create(app("R8")), false))
                .wasDone();

        boolean written = bot.enacts(writes).wasDone();

        assertThat(madeAgain && written).isFalse();
    }

    @Test
    void aRemovalOfAPinIsNotForTheNextOne() {
        dave.pins("esr", "1.", "R1").succeeds();
        ChangeSet leftOver = anna.schedulesForTomorrow(unpin("esr", "1."));
        bot.enacts(dave.schedules(unpin("esr", "1."))).succeeds();
        dave.pins("esr", "1.", "R1").succeeds();

        bot.enacts(leftOver).isRefused();

        world.root("GET", "/api/v2/pins/%s/%s/1.".formatted(world.named("P"), world.named("esr")), "")
                .succeeds();
    }

    @Test
    void anEditOfAPinIsNotForTheNextOne() {
        dave.pins("esr", "1.", "R1").succeeds();
        ChangeSet leftOver = anna.schedulesForTomorrow(pin("esr", "1.", "R2"));
        bot.enacts(dave.schedules(unpin("esr", "1."))).succeeds();
        dave.pins("esr", "1.", "R1").succeeds();

        bot.enacts(leftOver).isRefused();
    }

    @Test
    void aMappingIsNotRemovedByWhoHasSeenAnEarlierOne() {
        dave.may("channel_mapping");
        dave.maps("esr", "esr-test").succeeds();
        var seen = world.mapping("esr-test");
        ChangeSet leftOver = dave.schedulesForTomorrow(Wish.unmap(seen.get("id").asLong()));
        dave.unmaps("esr-test").succeeds();
        dave.maps("esr", "esr-test").succeeds();

        bot.enacts(leftOver).isRefused();

        assertThat(world.answer("esr-test")).isEqualTo("R1");
    }

    @Test
    void theShutoffThatItIsAboutIsLifted() {
        world.guarded(require("esr", "releng", 1));
        dave.shutsOff("esr").succeeds();

        bot.enacts(signed(lift("esr"))).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void theReleaseThatItIsAboutIsShipped() {
        world.has(app("R8"));
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R8"));
        dave.writes(app("R8", "respun")).succeeds();

        bot.enacts(ships).succeeds();

        assertThat(world.answer("esr")).isEqualTo("respun");
    }

    private ChangeSet signed(Wish... wishes) {
        ChangeSet set = anna.schedulesForTomorrow(wishes);
        bob.signs(set, "releng").succeeds();
        return set;
    }

    private ChangeSet signedByBoth(Wish... wishes) {
        ChangeSet set = signed(wishes);
        cleo.signs(set, "relman").succeeds();
        return set;
    }
}
