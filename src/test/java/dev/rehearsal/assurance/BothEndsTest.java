package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.unmap;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mapping touches two channels, and their partners: each asks for what it needs. Nobody guards zzz, which serves R2. */
class BothEndsTest extends Story {

    @BeforeEach
    void nobodyGuardsZzz() {
        world.rule("zzz", "R2");
        anna.may("channel_mapping");
    }

    @Test
    void aChannelThatNeedsSignoffsIsNotMappedAtOnceAsATestChannelOfAFreeOne() {
        world.guarded(require("esr", "releng", 1));

        anna.maps("zzz", "esr").isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWithASetThatNobodySigned() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet maps = anna.schedules(map("zzz", "esr"));

        world.tick();
        bot.enacts(maps);

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norForEveryProduct() {
        world.guarded(require("esr", "releng", 1));
        anna.mayAnywhere("channel_mapping");

        anna.tries("POST", "/api/channel_mappings", world.body(map("zzz", "esr").forProduct(null), false))
                .isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norByChangingAMappingThatIsThere() {
        world.guarded(map("zzz", "zzz-test"), require("esr", "releng", 1));
        var row = world.mapping("zzz-test");

        anna.tries(
                "PUT",
                "/api/channel_mappings/" + row.get("id"),
                world.resolved(map("zzz", "esr"))
                        .put("data_version", row.get("data_version").asInt())
                        .without("object")
                        .without("change_type")
                        .toString());

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWhereOnlyAGateGuardsIt() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1));
        anna.unmaps("esr-test");

        anna.maps("zzz", "esr");

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWhereOnlyAPartnerOfItIsGuarded() {
        world.guarded(require("esr-cck-x", "releng", 1));

        anna.maps("zzz", "esr");

        assertThat(world.answer("esr-cck-x")).isEqualTo("R1");
    }

    @Test
    void aMappedChannelThatIsGuardedIsNotUnmappedByOnePerson() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet maps = anna.schedules(map("zzz", "esr"));
        bob.signs(maps, "releng");
        world.tick();
        assertThat(world.answer("esr")).isEqualTo("R2");

        anna.unmaps("esr");

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void norWithASetThatNobodySignedWhoGuardsIt() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet maps = anna.schedules(map("zzz", "esr"));
        bob.signs(maps, "releng");
        world.tick();

        anna.schedules(unmap(world.mapping("esr").get("id").asLong()));
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void theTestChannelOfAGuardedOneIsNotTakenAwayToShowAFreeOne() {
        world.guarded(map("esr", "esr-test"), require("esr", "releng", 1), gate("esr", "qa", 1));
        var row = world.mapping("esr-test");

        anna.tries(
                        "PUT",
                        "/api/channel_mappings/" + row.get("id"),
                        world.resolved(map("zzz", "esr-test"))
                                .put("data_version", row.get("data_version").asInt())
                                .without("object")
                                .without("change_type")
                                .toString())
                .isRefused();

        assertThat(world.answer("esr-test")).isEqualTo("R1");
    }

    @Test
    void aMappingOfTheProductsOwnDoesNotTakeAGatedChannelsTestChannelAway() {
        world.guarded(map("esr", "esr-test").forProduct(null), gate("esr", "qa", 1));

        anna.maps("zzz", "esr-test");

        assertThat(world.answer("esr-test")).isEqualTo("R1");
    }

    @Test
    void aRequirementIsNotLaidOnAMappedTestChannel() {
        world.guarded(map("esr", "esr-test"));
        anna.may("required_signoff");

        anna.tries("POST", "/api/required_signoffs/product", world.body(require("esr-test", "releng", 1), false))
                .isRefused();
    }

    /** Everybody who could open the gate has gone since the set was saved. */
    @Test
    void aGateThatNobodyCanOpenByNowIsToldAndDoesNotHoldUpOthers() {
        Person lone = world.holder("lone", "night").isThere();
        Person second = world.holder("second", "night").isThere();
        ChangeSet gates = world.person("keeper").may("gate").schedules(gate("elsewhere", "night", 1));
        ChangeSet ships = anna.schedules(edit(esr, "mapping", "R2"));
        lone.isRemoved();
        second.isRemoved();
        world.waits();

        world.tick();

        assertThat(gates.told().path("obstacles").toString()).contains("could never open");
        assertThat(gates.state()).isEqualTo("pending");
        assertThat(ships.isLive()).isTrue();
    }

    @Test
    void aFreeChannelIsMappedAtOnce() {
        anna.maps("zzz", "zzz-test").succeeds();

        assertThat(world.answer("zzz-test")).isEqualTo("R2");
    }

    @Test
    void aGuardedChannelIsMappedOnceItsSignersAgree() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet maps = anna.schedules(map("zzz", "esr"));
        bob.signs(maps, "releng").succeeds();

        world.tick();

        assertThat(maps.isLive()).isTrue();
        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void aTestChannelOfAGuardedOneIsAddedOnceItsSignersAgree() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet maps = anna.schedules(map("esr", "esr-test"));
        bob.signs(maps, "releng").succeeds();

        world.tick();

        assertThat(world.answer("esr-test")).isEqualTo("R1");
    }
}
