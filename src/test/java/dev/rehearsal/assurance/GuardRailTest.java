package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.rail;
import static dev.rehearsal.assurance.Wish.railBecomes;
import static dev.rehearsal.assurance.Wish.railNoMore;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.rule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * On esr a rate below 100 % must have a fallback; Cleo, who holds relman, may pass over that. Nobody need sign there, so that
 * whatever keeps a change out is the guard rail.
 */
class GuardRailTest extends Story {

    private static final String RATE = "rate_has_fallback";

    private final Person gary = world.person("gary").mayAnywhere("break_glass");
    private final Person keeper = world.person("keeper").may("gate").may("channel_mapping");

    @BeforeEach
    void aRateOnEsrMustHaveAFallback() {
        world.guarded(rail("esr", RATE, "relman"));
    }

    private ChangeSet halfOfThemGetNothing() {
        return anna.schedulesForTomorrow(edit(esr, "backgroundRate", 50, "mapping", "R2"));
    }

    @Test
    void whatDoesNotKeepItDoesNotGoLive() {
        ChangeSet halves = anna.schedules(edit(esr, "backgroundRate", 50, "mapping", "R2"));

        Reply refused = bot.enacts(halves).isRefused();
        world.tick();

        assertThat(refused.body())
                .contains("guard rail", "that a rate below 100 % has a fallback, is not kept", "rule #" + esr.id())
                .contains("somebody with the role relman");
        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(halves.told().get("rails").get(0).get("result").asString()).isEqualTo("fail");
    }

    @Test
    void itWaitsForThoseWhoMayPassOverTheRail() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();

        assertThat(cleo.tries("GET", "/api/waiting", "").succeeds().json().get("to_pass"))
                .anySatisfy(waiting -> {
                    assertThat(waiting.get("change_set").asLong()).isEqualTo(halves.id());
                    assertThat(waiting.at("/rails/0/result").asString()).isEqualTo("fail");
                });
        assertThat(anna.tries("GET", "/api/waiting", "").succeeds().json().get("to_pass"))
                .isEmpty();
    }

    @Test
    void whatKeepsItGoesLiveThoughNobodyHasJudgedItBefore() {
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));

        bot.enacts(ships).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void andByItselfWhenItIsDue() {
        anna.schedules(edit(esr, "mapping", "R2"));

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void aDirectEditIsJudgedAsWell() {
        anna.edits(esr, "mapping", "R2").succeeds();

        assertThat(anna.edits(esr, "backgroundRate", 50).isRefused().body()).contains("is not kept");
        anna.edits(esr, "backgroundRate", 50, "fallbackMapping", "R1").succeeds();
    }

    @Test
    void soIsAReleaseThatIsWrittenAndAPin() {
        world.rule("other", "R2");
        world.pinned("other", "1.", "R2");
        world.guarded(rail("other", "no_lost_files", "relman"));
        world.has(Content.inLocale("R4", "fr"));
        Person pina = world.writer("pina").may("pinnable_release");

        anna.writesLocale("R2", "20300101000000").succeeds();
        anna.writes(Content.inLocale("R2", "fr")).isRefused();
        pina.pins("other", "1.", "R3").succeeds();
        pina.pins("other", "1.", "R4").isRefused();
    }

    @Test
    void soIsALocaleThatIsWrittenAlone() {
        world.rule("other", "R2");
        world.guarded(rail("other", "no_lost_files", "relman"));

        assertThat(anna.tries("PUT", "/api/releases/" + world.named("R2") + "/builds/p/de", """
                        {'product': '%s', 'data_version': %d, 'schema_version': 9, 'hashFunction': 'sha512',
                         'data': {'buildID': '20300101000000', 'completes': []}}
                        """.formatted(
                                        world.named("P"), world.version("R2")))
                        .isRefused()
                        .body())
                .contains("no file any more for p (de)");
        anna.writesLocale("R2", "20300101000000").succeeds();
    }

    @Test
    void soIsWhatReachesTheChannelWithoutNamingIt() {
        Rule other = world.rule("free", "R1", "backgroundRate", 50, "priority", 200);

        anna.edits(other, "channel", "esr").isRefused();
        anna.adds(rule(null, "R2", "backgroundRate", 10)).isRefused();
    }

    @Test
    void oneWhoHoldsTheRolePassesOverItForThisSet() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();

        Reply passed = cleo.passesOver(halves).succeeds();

        assertThat(passed.json().get("rails").get(0).get("passed_over_by").toString())
                .contains("cleo");
        bot.enacts(halves).succeeds();
        assertThat(world.root("GET", "/api/journal", "").succeeds().body()).contains("rail_pass", "it is fine");
    }

    @Test
    void noWriterDoes() {
        Person rita = world.writer("rita").holds("relman").isThere();
        ChangeSet halves = rita.schedulesForTomorrow(edit(esr, "backgroundRate", 50));
        bot.enacts(halves).isRefused();

        rita.passesOver(halves).isRefused();
        bot.enacts(halves).isRefused();
    }

    @Test
    void norWhoWroteSomeOfItAfterwards() {
        Person rita = world.writer("rita").holds("relman").isThere();
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();
        rita.passesOver(halves).succeeds();

        rita.revises(halves, edit(esr, "backgroundRate", 50, "mapping", "R2", "comment", "Rita was here"))
                .succeeds();

        bot.enacts(halves).isRefused();
    }

    @Test
    void norWhoDoesNotHoldTheRole() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();

        bob.passesOver(halves).isRefused();
    }

    @Test
    void norWhoHoldsItNoMore() {
        Person rhea = world.holder("rhea", "relman").isThere();
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();
        rhea.passesOver(halves).succeeds();

        world.root("DELETE", "/api/users/" + rhea.name() + "/roles/relman?data_version=1", "")
                .succeeds();

        bot.enacts(halves).isRefused();
    }

    @Test
    void norWhomTheWriterMadeAHolder() {
        Person maker = world.writer("maker").may("permission");
        Person friend = world.person("friend").may("release_locale");
        maker.givesRole(friend, "relman");
        ChangeSet halves = maker.schedulesForTomorrow(edit(esr, "backgroundRate", 50));
        bot.enacts(halves).isRefused();

        friend.passesOver(halves);

        bot.enacts(halves).isRefused();
    }

    @Test
    void itLapsesWhenTheSetBecomesAnother() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();
        cleo.passesOver(halves).succeeds();

        anna.revises(halves, edit(esr, "backgroundRate", 10, "mapping", "R2")).succeeds();

        bot.enacts(halves).isRefused();
    }

    @Test
    void orWhenSomethingElseIsLive() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();
        cleo.passesOver(halves).succeeds();

        anna.adds(rule("esr", "R3", "priority", 1)).succeeds();

        bot.enacts(halves).isRefused();
    }

    @Test
    void itIsForNoOtherSetThatDoesTheSame() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();
        cleo.passesOver(halves).succeeds();
        bot.enacts(halves).succeeds();
        anna.edits(esr, "backgroundRate", 100, "mapping", "R1").succeeds();

        anna.edits(esr, "backgroundRate", 50, "mapping", "R2").isRefused();
        bot.enacts(halfOfThemGetNothing()).isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void orIsTakenBack() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();
        cleo.passesOver(halves).succeeds();

        cleo.passesOverNoMore(halves).succeeds();

        bot.enacts(halves).isRefused();
    }

    @Test
    void itIsForNoOtherRailNorForOneMadeAgain() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();
        cleo.passesOver(halves).succeeds();

        ChangeSet again = keeper.schedulesForTomorrow(
                railNoMore(world.rail("esr").get("id").asLong()), rail("esr", RATE, "relman"));
        cleo.signs(again, "relman").succeeds();
        bot.enacts(again).succeeds();

        bot.enacts(halves).isRefused();
    }

    @Test
    void whoLooksAtAnotherStateIsTold() {
        ChangeSet halves = halfOfThemGetNothing();
        bot.enacts(halves).isRefused();
        long id = world.rail("esr").get("id").asLong();

        assertThat(cleo.passesOver(halves, id, "0".repeat(64)).isRefused().body())
                .contains("look at it again");
        assertThat(cleo.passesOver(halves, 999_999, "0".repeat(64)).status()).isEqualTo(404);
        assertThat(cleo.tries("POST", halves.path() + "/rails/" + id + "/pass", "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void brokenGlassPassesOverItWhereItIsNamed() {
        ChangeSet halves = halfOfThemGetNothing();

        gary.breaksGlass(halves, "the site is down").isRefused();
        gary.breaksGlass(halves, "the site is down " + world.named(""), "rails").succeeds();

        assertThat(world.root("GET", "/api/journal", "").succeeds().body())
                .contains("the site is down " + world.named(""), "\"rails\"");
    }

    @Test
    void nobodyTakesItAwayWithoutWhoMayPassOverIt() {
        keeper.removesRail("esr").isRefused();
        ChangeSet removes = keeper.schedulesForTomorrow(
                railNoMore(world.rail("esr").get("id").asLong()));
        bot.enacts(removes).isRefused();

        cleo.signs(removes, "relman").succeeds();
        bot.enacts(removes).succeeds();

        anna.edits(esr, "backgroundRate", 50).succeeds();
    }

    @Test
    void norLoosensIt() {
        long id = world.rail("esr").get("id").asLong();

        bot.enacts(keeper.schedulesForTomorrow(railBecomes(id, rail("esr", RATE, "relman", "mode", "warn"))))
                .isRefused();
        bot.enacts(keeper.schedulesForTomorrow(railBecomes(id, rail("esr", RATE, "releng"))))
                .isRefused();
        bot.enacts(keeper.schedulesForTomorrow(map("other", "esr"))).isRefused();
    }

    @Test
    void norOneOfAChannelThatMustBeSignedWithoutItsSigners() {
        world.guarded(require("other", "releng", 1), rail("other", RATE, "relman"));
        ChangeSet removes = keeper.schedulesForTomorrow(
                railNoMore(world.rail("other").get("id").asLong()));
        cleo.signs(removes, "relman").succeeds();

        bot.enacts(removes).isRefused();

        bob.signs(removes, "releng").succeeds();
        bot.enacts(removes).succeeds();
    }

    @Test
    void whereItOnlyWarnsItKeepsNothingOut() {
        world.guarded(rail("other", RATE, "relman", "mode", "warn"));
        Rule other = world.rule("other", "R1");

        ChangeSet halves = anna.schedules(edit(other, "backgroundRate", 50));
        world.tick();

        assertThat(halves.isLive()).isTrue();
    }

    @Test
    void aLocaleThatHadAFileAndHasNoneIsNamed() {
        world.guarded(rail("other", "no_lost_files", "relman"));
        world.has(Content.inLocale("R4", "fr"));
        Rule other = world.rule("other", "R1");

        assertThat(anna.edits(other, "mapping", "R4").isRefused().body())
                .contains("no locale or platform that had a file has none, is not kept", "p (de)");
        anna.edits(other, "mapping", "R2").succeeds();
    }

    @Test
    void whereItCannotSayItWarnsAndBlocksOnlyIfItSaysSo() {
        Rule other = world.rule("other", "R1");
        Rule strict = world.rule("strict", "R1");
        world.guarded(
                rail("other", "no_lost_updates", "relman"),
                rail("strict", "no_lost_updates", "relman", "cannot_say", "block"));

        anna.edits(other, "mapping", "R2").succeeds();

        assertThat(anna.edits(strict, "mapping", "R2").isRefused().body()).contains("cannot say");
    }
}
