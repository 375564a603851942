package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.freeze;
import static dev.rehearsal.assurance.Wish.freezeNoMore;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.lift;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.rule;
import static dev.rehearsal.assurance.Wish.window;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** While a channel is frozen, nothing that changes what its clients get goes live, guarded or not. */
class FrozenChannelTest extends Story {

    private final Person keeper =
            world.person("keeper").may("gate").may("emergency_shutoff").may("channel_mapping");
    private final Person gary = world.person("gary").mayAnywhere("break_glass");

    @Test
    void aSetWaitsAndGoesLiveOnceTheFreezeHasEnded() {
        ChangeSet ships = anna.schedules(edit(esr, "mapping", "R2"));
        keeper.freezes(freeze("esr")).succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(ships.state()).isEqualTo("pending");
        assertThat(ships.told().get("obstacles").toString()).contains("frozen until", "Quiet days");

        keeper.thaws("esr").succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void nobodyEnactsItByHandNorByBreakingTheGlassForGates() {
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        keeper.freezes(freeze("esr")).succeeds();

        assertThat(bot.enacts(ships).isRefused().body()).contains("frozen until");
        gary.breaksGlass(ships, "the site is down").isRefused();
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aDirectEditIsRefusedWithThatSentence() {
        keeper.freezes(freeze("esr")).succeeds();

        assertThat(anna.edits(esr, "mapping", "R2").isRefused().body())
                .contains("on " + world.named("esr") + " is frozen until");
        anna.adds(rule("esr", "R2", "priority", 200)).isRefused();
        anna.removes(esr).isRefused();
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void whatTheChannelReachesIsFrozenWithIt() {
        keeper.freezes(freeze("esr")).succeeds();

        anna.writesLocale("R1", "20300101000000").isRefused();
    }

    @Test
    void otherChannelsGoOn() {
        Rule other = world.rule("other", "R1");
        keeper.freezes(freeze("esr")).succeeds();

        anna.edits(other, "mapping", "R2").succeeds();

        assertThat(world.answer("other")).isEqualTo("R2");
    }

    @Test
    void everyChannelMeansThoseThatNobodyHasNamedYetToo() {
        keeper.freezes(freeze(null)).succeeds();

        anna.adds(rule("new", "R2")).isRefused();
        anna.adds(rule(null, "R2", "priority", 1)).isRefused();
    }

    @Test
    void outsideOfWhatAloneIsAllowedNothingGoes() {
        keeper.freezes(window("esr", "allow", "0 0 0 1 1 *", "PT1M")).succeeds();

        assertThat(anna.edits(esr, "mapping", "R2").isRefused().body()).contains("frozen until 20", "-01-01 00:00 UTC");
    }

    @Test
    void denyBeatsAllow() {
        keeper.freezes(window("esr", "allow", "0 0 0 * * *", "PT24H")).succeeds();
        anna.edits(esr, "mapping", "R2").succeeds();

        keeper.freezes(freeze(null)).succeeds();

        anna.edits(esr, "mapping", "R3").isRefused();
        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void shuttingOffIsNeverFrozenButLiftingIs() {
        keeper.freezes(freeze("esr")).succeeds();
        keeper.shutsOff("esr").succeeds();

        keeper.lifts("esr").isRefused();
        ChangeSet lifts = keeper.schedules(lift("esr"));
        world.tick();

        assertThat(lifts.isLive()).isFalse();
        assertThat(world.answer("esr")).isEqualTo("nothing");
    }

    @Test
    void norIsLiftedForAPartnersClientsWhatStopsThemWithTheMainChannel() {
        keeper.freezes(freeze("esr-cck-acme")).succeeds();
        keeper.shutsOff("esr").succeeds();

        keeper.lifts("esr").isRefused();
    }

    @Test
    void neitherIsStoppingASet() {
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        keeper.freezes(freeze("esr")).succeeds();

        anna.suspends(ships).succeeds();
        anna.withdraws(ships).succeeds();
    }

    @Test
    void itDoesNotComeToShowAnotherChannel() {
        world.rule("other", "R2");
        keeper.freezes(freeze("esr")).succeeds();

        keeper.maps("other", "esr").isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norItsOwnRulesAgain() {
        world.rule("other", "R2");
        keeper.maps("other", "esr").succeeds();
        keeper.freezes(freeze(null)).succeeds();

        keeper.unmaps("esr").isRefused();
    }

    @Test
    void aTestChannelIsMappedAllTheSame() {
        keeper.freezes(freeze(null)).succeeds();

        keeper.maps("esr", "esr-test").succeeds();
        keeper.unmaps("esr-test").succeeds();
    }

    @Test
    void somebodyWhoMayBreakTheGlassPassesOverItWithAReason() {
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        keeper.freezes(freeze("esr")).succeeds();

        gary.breaksGlass(ships, " ", "freezes").isRefused();
        anna.breaksGlass(ships, "clients lose data", "freezes").isRefused();
        String reason = "clients " + world.named("lose data");
        gary.breaksGlass(ships, reason, "freezes").succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
        assertThat(world.root("GET", "/api/journal", "").succeeds().body()).contains(reason, "\"freezes\"");
    }

    @Test
    void butOverNothingElse() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1), freeze("esr"));
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));

        gary.breaksGlass(ships, "clients lose data", "freezes").isRefused();
        gary.breaksGlass(ships, "clients lose data", "gates").isRefused();
        gary.breaksGlass(ships, "clients lose data", "gates", "freezes").succeeds();
        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void norForASetThatIsNotNamed() {
        ChangeSet adds = anna.schedules(rule("esr", "R2", "priority", 200));
        ChangeSet edits = anna.schedules(edit(adds.rule(0), "comment", "urgent"));
        keeper.freezes(freeze("esr")).succeeds();
        world.waits();

        gary.breaksGlass(edits, "clients lose data", "freezes").isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aSignoffThatWasGivenInAFreezeCountsAfterIt() {
        world.guarded(require("esr", "releng", 1), freeze("esr"));
        ChangeSet ships = anna.schedules(edit(esr, "mapping", "R2"));
        bob.signs(ships, "releng").succeeds();
        world.tick();
        assertThat(world.answer("esr")).isEqualTo("R1");

        thawsSigned();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    private void thawsSigned() {
        ChangeSet thaws = keeper.schedulesForTomorrow(
                freezeNoMore(world.window("esr").get("id").asLong()));
        bot.enacts(thaws).isRefused();
        bob.signs(thaws, "releng").succeeds();
        bot.enacts(thaws).succeeds();
    }

    @Test
    void aWindowOfAGuardedChannelIsMadeAndRemovedWithItsSigners() {
        world.guarded(require("esr", "releng", 1));
        keeper.freezes(freeze("esr")).isRefused();
        keeper.freezes(freeze(null)).isRefused();

        world.guarded(require("other", "releng", 1), freeze("other"));
        keeper.thaws("other").isRefused();
    }
}
