package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.requireNoMore;
import static dev.rehearsal.assurance.Wish.rule;
import static dev.rehearsal.assurance.Wish.urgent;
import static dev.rehearsal.assurance.Wish.urgentNoMore;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Releng and relman sign for esr; while they are away, two who hold oncall may pass over that together. Gary may break the
 * glass.
 */
class UrgentRoleTest extends Story {

    private final Person olga = world.holder("olga", "oncall");
    private final Person omar = world.holder("omar", "oncall");
    private final Person gary = world.person("gary").mayAnywhere("break_glass");
    private final Person keeper = world.person("keeper").may("required_signoff");

    @BeforeEach
    void twoOnCallMayPassOverThoseWhoSign() {
        olga.isThere();
        omar.isThere();
        world.guarded(require("esr", "releng", 1), require("esr", "relman", 1), urgent("esr", "oncall"));
    }

    @Test
    void twoOfThemTogetherLetAnUrgentFixGo() {
        ChangeSet fix = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        olga.signs(fix, "oncall").succeeds();
        omar.signs(fix, "oncall").succeeds();

        String reason = "signers sleep " + world.named("");
        gary.breaksGlass(fix, reason, "signoffs").succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
        assertThat(world.root("GET", "/api/journal", "").succeeds().body()).contains(reason, "\"signoffs\"");
    }

    @Test
    void oneAloneDoesNot() {
        ChangeSet fix = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        olga.signs(fix, "oncall").succeeds();

        assertThat(gary.breaksGlass(fix, "signers sleep", "signoffs")
                        .isRefused()
                        .body())
                .contains("2 people must have signed it as it is who hold oncall");
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norDoTwoWithoutBreakingTheGlassOverSignoffs() {
        ChangeSet fix = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        olga.signs(fix, "oncall").succeeds();
        omar.signs(fix, "oncall").succeeds();

        bot.enacts(fix).isRefused();
        gary.breaksGlass(fix, "signers sleep").isRefused();
        olga.breaksGlass(fix, "signers sleep", "signoffs").isRefused();
    }

    @Test
    void norForWhatIsAnotherSetByNow() {
        ChangeSet fix = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        olga.signs(fix, "oncall").succeeds();
        omar.signs(fix, "oncall").succeeds();
        anna.revises(fix, edit(esr, "mapping", "R3")).succeeds();

        gary.breaksGlass(fix, "signers sleep", "signoffs").isRefused();
    }

    @Test
    void norWhoWroteIt() {
        olga.may("rule");
        ChangeSet fix = olga.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        olga.signs(fix, "oncall").isRefused();
        omar.signs(fix, "oncall").succeeds();

        gary.breaksGlass(fix, "signers sleep", "signoffs").isRefused();
    }

    @Test
    void norWhoGotTheRoleFromTheWriter() {
        Person maker = world.writer("maker").may("permission");
        Person friend = world.person("friend").may("release_locale");
        maker.givesRole(friend, "oncall");
        ChangeSet fix = maker.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        friend.signs(fix, "oncall");
        omar.signs(fix, "oncall").succeeds();

        gary.breaksGlass(fix, "signers sleep", "signoffs").isRefused();
    }

    @Test
    void norWhereAnotherChannelAsksToo() {
        world.guarded(require("other", "releng", 1));
        Rule other = world.rule("free", "R1");
        ChangeSet fix = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"), edit(other, "channel", "other"));
        olga.signs(fix, "oncall").succeeds();
        omar.signs(fix, "oncall").succeeds();

        gary.breaksGlass(fix, "signers sleep", "signoffs").isRefused();
    }

    @Test
    void norPastTheGate() {
        world.guarded(
                map("gated", "gated-test"),
                gate("gated", "qa", 1),
                require("gated", "releng", 1),
                urgent("gated", "oncall"));
        ChangeSet fix = anna.schedulesForTomorrow(rule("gated", "R2"));
        olga.signs(fix, "oncall").succeeds();
        omar.signs(fix, "oncall").succeeds();

        gary.breaksGlass(fix, "signers sleep", "signoffs").isRefused();
        gary.breaksGlass(fix, "signers sleep", "signoffs", "gates").succeeds();
    }

    @Test
    void configurationIsNeverPassedOver() {
        ChangeSet takes = keeper.schedulesForTomorrow(urgentNoMore("esr", "oncall"));
        olga.signs(takes, "oncall").succeeds();
        omar.signs(takes, "oncall").succeeds();

        gary.breaksGlass(takes, "signers sleep", "signoffs").isRefused();
    }

    @Test
    void aRoleIsMadeUrgentAndStopsBeingSoWithTheChannelsSigners() {
        ChangeSet names = keeper.schedulesForTomorrow(urgent("esr", "qa"));
        bot.enacts(names).isRefused();
        bob.signs(names, "releng").succeeds();
        bot.enacts(names).isRefused();
        cleo.signs(names, "relman").succeeds();
        bot.enacts(names).succeeds();

        assertThat(world.root("GET", "/api/urgent_roles?channel=" + world.named("esr"), "")
                        .succeeds()
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void noneIsNamedWhereNothingMustBeSigned() {
        ChangeSet names = keeper.schedulesForTomorrow(urgent("free", "oncall"));

        assertThat(bot.enacts(names).isRefused().body()).contains("urgent role 'oncall' had nothing to pass over");
    }

    @Test
    void norLeftThereWhereNothingMustBeSignedAnyMore() {
        ChangeSet removes = keeper.schedulesForTomorrow(requireNoMore("esr", "releng"), requireNoMore("esr", "relman"));
        bob.signs(removes, "releng").succeeds();
        cleo.signs(removes, "relman").succeeds();

        assertThat(bot.enacts(removes).isRefused().body()).contains("urgent role 'oncall' had nothing to pass over");
    }
}
