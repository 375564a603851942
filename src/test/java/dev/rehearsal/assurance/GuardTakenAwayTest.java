package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.gateNoMore;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.requireFrom;
import static dev.rehearsal.assurance.Wish.requireNoMore;
import static dev.rehearsal.assurance.Wish.unmap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guards a channel is taken away only with those who guard it. Mallory may write all configuration of the product. */
class GuardTakenAwayTest extends Story {

    private final Person mallory =
            world.writer("mallory").may("gate").may("channel_mapping").may("required_signoff");

    @BeforeEach
    void esrMustBeTestedByTwo() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 2));
        world.rule("zzz", "R3");
    }

    @Test
    void aGateIsNotRemovedForOneSetAndPutBack() {
        ChangeSet ships = mallory.schedules(edit(esr, "mapping", "R2"));
        mallory.removesGate("esr").isRefused();
        world.tick();
        mallory.addsGate("esr", "qa", 2);

        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(ships.isLive()).isFalse();
    }

    @Test
    void norWithASetThatNobodySigned() {
        ChangeSet removes =
                mallory.schedules(gateNoMore(world.gate("esr").get("id").asLong()));
        mallory.schedules(edit(esr, "mapping", "R2"));

        world.tick();
        bot.enacts(removes);
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWithTooFewSignoffs() {
        ChangeSet removes =
                mallory.schedules(gateNoMore(world.gate("esr").get("id").asLong()));
        tess.signs(removes, "qa");

        bot.enacts(removes).isRefused();
    }

    @Test
    void norMovedToAnotherChannel() {
        mallory.changesGate("esr", "live_channel", world.named("zzz")).isRefused();
    }

    @Test
    void norMadeToAskForLess() {
        mallory.changesGate("esr", "passes_required", 1).isRefused();
    }

    @Test
    void norHandedToAnotherRole() {
        world.holder("friend", "friends").isThere();
        world.holder("friend2", "friends").isThere();
        world.holder("friend3", "friends").isThere();

        mallory.changesGate("esr", "role", "friends").isRefused();
    }

    @Test
    void norBoundToAnotherTestChannel() {
        mallory.changesGate("esr", "test_channels", List.of(world.named("esr-test")))
                .isRefused();
    }

    @Test
    void norHandedToAnotherProduct() {
        mallory.mayAnywhere("gate");

        mallory.changesGate("esr", "product", world.named("Q")).isRefused();
    }

    @Test
    void norIsItsTestChannelUnmapped() {
        mallory.unmaps("esr-test").isRefused();
    }

    @Test
    void norWithASet() {
        ChangeSet unmaps =
                mallory.schedules(unmap(world.mapping("esr-test").get("id").asLong()));

        world.tick();

        assertThat(unmaps.isLive()).isFalse();
    }

    @Test
    void norAGateForEveryProduct() {
        world.guarded(
                map("all", "all-test").forProduct(null), gate("all", "qa", 1).forProduct(null));
        mallory.mayAnywhere("gate");

        mallory.removesGate("all").isRefused();

        // Its testers would be asked in every world on this server.
        ChangeSet removes =
                mallory.schedules(gateNoMore(world.gate("all").get("id").asLong()));
        tess.signs(removes, "qa").succeeds();
        bot.enacts(removes).succeeds();
    }

    @Test
    void aRequirementIsNotLoweredByASetThatNobodySigned() {
        world.guarded(require("signed", "releng", 2));
        ChangeSet lowers = mallory.schedules(requireFrom("signed", "releng", 1));
        ChangeSet removes = mallory.schedules(requireNoMore("signed", "releng"));

        world.tick();

        assertThat(lowers.isLive()).isFalse();
        assertThat(removes.isLive()).isFalse();
    }

    @Test
    void norByOneWhoSignsInTheRoleThatIsAddedOnly() {
        world.guarded(require("signed", "releng", 1));
        world.holder("friend", "friends").isThere();
        ChangeSet removes = mallory.schedules(requireNoMore("signed", "releng"));
        bob.signs(removes, "friends");

        bot.enacts(removes).isRefused();
    }

    @Test
    void norThroughBalrogsEndpointByOnePerson() {
        world.guarded(require("signed", "releng", 1));
        var change = mallory.tries(
                        "POST",
                        "/api/scheduled_changes/required_signoffs/product",
                        "{'when': %d, 'change_type': 'delete', 'product': '%s', 'channel': '%s', 'role': '%s', 'data_version': 1}"
                                .formatted(world.tomorrow(), world.named("P"), world.named("signed"), "releng"))
                .succeeds()
                .json()
                .get("sc_id");

        bot.tries("POST", "/api/scheduled_changes/required_signoffs/product/" + change + "/enact", "")
                .isRefused();
    }

    @Test
    void aRequirementIsNotLaidOnAGatedChannelByOnePerson() {
        mallory.tries("POST", "/api/required_signoffs/product", world.body(require("esr", "releng", 1), false))
                .isRefused();
    }

    @Test
    void aGateIsRemovedOnceTwoTestersSignedThat() {
        Person theo = world.known("theo");
        ChangeSet removes =
                mallory.schedules(gateNoMore(world.gate("esr").get("id").asLong()));
        tess.signs(removes, "qa").succeeds();
        theo.signs(removes, "qa").succeeds();

        bot.enacts(removes).succeeds();
        anna.edits(esr, "mapping", "R2").succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void whatWasOverBeforeThereWasAGateDoesNotComeBackUntested() {
        Rule free = world.rule("free", "R1");
        world.guarded(map("free", "free-test"));
        anna.edits(free, "mapping", "R2").succeeds();
        anna.edits(free, "mapping", "R1").succeeds();
        world.guarded(gate("free", "qa", 1));

        anna.edits(free, "mapping", "R2").isRefused();

        assertThat(world.answer("free")).isEqualTo("R1");
    }

    @Test
    void theFirstGateOfAFreeChannelIsLaidAtOnce() {
        mallory.maps("zzz", "zzz-test").succeeds();
        mallory.addsGate("zzz", "qa", 1).succeeds();

        anna.edits(world.rule("yyy", "R1"), "channel", "zzz").isRefused();
    }

    @Test
    void aRequirementIsRemovedOnceItsSignersAgree() {
        world.guarded(require("signed", "releng", 1));
        ChangeSet removes = mallory.schedules(requireNoMore("signed", "releng"));
        bob.signs(removes, "releng").succeeds();

        world.tick();

        assertThat(removes.isLive()).isTrue();
        anna.adds(Wish.rule("signed", "R2")).succeeds();
    }
}
