package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Content.build;
import static dev.rehearsal.assurance.Content.plugin;
import static dev.rehearsal.assurance.Content.superblob;
import static dev.rehearsal.assurance.Content.superblobOfProducts;
import static dev.rehearsal.assurance.Content.withPartialFrom;
import static dev.rehearsal.assurance.Wish.create;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.lift;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.pin;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.rule;
import static dev.rehearsal.assurance.Wish.unpin;
import static dev.rehearsal.assurance.Wish.write;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What clients get is guarded however it is reached, and whatever the write names. */
class ReachedNotNamedTest extends Story {

    /** Updates are shut off on a channel, and so on those of its partners. */
    @Nested
    class AShutoffThatStopsAGuardedPartner {

        AShutoffThatStopsAGuardedPartner() {
            world.guarded(require("esr-cck-acme", "releng", 1));
            anna.mayAnywhere("emergency_shutoff");
            anna.shutsOff("esr").succeeds();
        }

        @Test
        void isNotLiftedAtOnce() {
            anna.lifts("esr").isRefused();

            assertThat(world.answer("esr-cck-acme")).isEqualTo("nothing");
        }

        @Test
        void isLiftedOnceItsSignersAgree() {
            ChangeSet lifts = anna.schedules(lift("esr"));
            bob.signs(lifts, "releng").succeeds();

            world.tick();

            assertThat(world.answer("esr-cck-acme")).isEqualTo("R1");
        }
    }

    @Test
    void aShutoffOfAProductThatASuperblobDrawsInIsNotLiftedAtOnce() {
        drawnIn();
        anna.mayAnywhere("emergency_shutoff");
        String row = "{'product': '%s', 'channel': '%s'}".formatted(world.named("Q"), world.named("esr"));
        anna.tries("POST", "/api/emergency_shutoff", row).succeeds();

        anna.tries(
                        "DELETE",
                        "/api/emergency_shutoff/%s/%s?data_version=1".formatted(world.named("Q"), world.named("esr")),
                        "")
                .isRefused();

        assertThat(world.answer("esr")).isEqualTo("nothing");
    }

    /** A blob may name anything: what ends a line is a part of the name. */
    @Nested
    class APartWithALineInItsName {

        APartWithALineInItsName() {
            world.has(superblobOfProducts("S", "Op\\nen"), plugin("evil", "666"));
            world.rule("esr", "S", "priority", 200);
            world.guarded(require("esr", "releng", 2));
        }

        @Test
        void isGuardedAsAnyOther() {
            anna.adds(rule("esr", "evil").forProduct("Op\nen")).isRefused();

            assertThat(world.answer("esr")).isEqualTo("nothing");
        }
    }

    /** S joins a part that is there and one that is not, and, through another superblob, a third. */
    @Nested
    class PartsOfALiveSuperblob {

        PartsOfALiveSuperblob() {
            world.has(
                    plugin("part", "1"),
                    plugin("deep", "1"),
                    superblob("inner", "deep", "missing-deep"),
                    superblob("S", "part", "missing", "inner"));
            world.rule("esr", "S", "priority", 200);
            world.guarded(require("esr", "releng", 2));
        }

        @Test
        void areNotRewrittenAtOnce() {
            anna.writes(plugin("part", "666")).isRefused();

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void norWithTheSecondApi() {
            anna.writesWithSecondApi(plugin("part", "666")).isRefused();

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void norByAPieceOfThem() {
            anna.merges("part", "{'vendors': {'plug': {'version': '666'}}}", "{'.': 1}")
                    .isRefused();

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void norByASetThatNobodySigned() {
            ChangeSet writes = anna.schedules(write(plugin("part", "666")));

            world.tick();
            bot.enacts(writes);

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void norThroughBalrogsScheduledReleases() {
            var change = anna.tries(
                            "POST",
                            "/api/scheduled_changes/releases",
                            "{'when': %d, 'change_type': 'update', 'name': '%s', 'data_version': 1, 'product': '%s', 'data': %s}"
                                    .formatted(
                                            world.tomorrow(),
                                            world.named("part"),
                                            world.named("P"),
                                            world.blob(plugin("part", "666"))))
                    .succeeds()
                    .json();

            bot.tries("POST", "/api/scheduled_changes/releases/" + change.get("sc_id") + "/enact", "")
                    .isRefused();

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void areNotMadeWhereTheyAreMissing() {
            anna.writes(plugin("missing", "666")).isRefused();

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void norPostedAsNewReleases() {
            anna.tries("POST", "/api/releases", world.body(create(plugin("missing", "666")), false))
                    .isRefused();

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void norAddedByASetThatNobodySigned() {
            ChangeSet adds = anna.schedules(create(plugin("missing", "666")));

            world.tick();
            bot.enacts(adds);

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void areGuardedAlsoWhereAnotherSuperblobIsBetween() {
            anna.writes(plugin("deep", "666")).isRefused();
            anna.writes(plugin("missing-deep", "666")).isRefused();
        }

        @Test
        void areNotSwappedForOthersInAnInnerSuperblob() {
            anna.writes(superblob("inner", "missing-deep")).isRefused();
        }

        @Test
        void areNotTakenAway() {
            anna.removesRelease("part").isRefused();

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void areRewrittenOnceTheChannelsSignersAgree() {
            Person ben = world.known("ben");
            ChangeSet writes = anna.schedules(write(plugin("part", "2")), create(plugin("missing", "3")));
            bob.signs(writes, "releng").succeeds();
            ben.signs(writes, "releng").succeeds();

            world.tick();

            assertThat(world.answer("esr")).isEqualTo("2+3");
        }

        @Test
        void areNotRewrittenWithOneSignoffOfTwo() {
            ChangeSet writes = anna.schedules(write(plugin("part", "666")));
            bob.signs(writes, "releng");

            world.tick();

            assertThat(world.answer("esr")).isEqualTo("1");
        }

        @Test
        void leaveEverythingElseFree() {
            anna.writes(plugin("other", "1")).succeeds();
            anna.writes(plugin("other", "2")).succeeds();
            anna.writes(app("R2", "R2b")).succeeds();
        }
    }

    @Nested
    class Pins {

        Pins() {
            anna.may("pinnable_release");
            world.pinned("esr", "1.", "R1");
            world.guarded(require("esr", "releng", 2));
            world.rule("free", "R3");
        }

        @Test
        void areNotSetAtOnce() {
            anna.pins("esr", "2.", "R2").isRefused();
        }

        @Test
        void areNotPointedElsewhereAtOnce() {
            anna.pins("esr", "1.", "R2").isRefused();
        }

        @Test
        void areNotSetByASetThatNobodySigned() {
            ChangeSet sets = anna.schedules(pin("esr", "2.", "R2"));

            world.tick();
            bot.enacts(sets).isRefused();
            assertThat(sets.isLive()).isFalse();
        }

        @Test
        void areNotScheduledPastTheSigners() {
            String body = world.pin("esr", "2.").replace("}", ", \"when\": " + world.tomorrow() + "}");
            Reply scheduled = anna.tries("PUT", "/api/v2/releases/" + world.named("R2") + "/pinnable", body)
                    .succeeds();

            bot.tries(
                            "POST",
                            "/api/scheduled_changes/pinnable_releases/"
                                    + scheduled.json().get(".").get("sc_id") + "/enact",
                            "")
                    .isRefused();
        }

        @Test
        void areNotTakenAwayByASetThatNobodySigned() {
            ChangeSet takes = anna.schedules(unpin("esr", "1."));

            world.tick();

            assertThat(takes.isLive()).isFalse();
        }

        @Test
        void ofAChannelAreGuardedByItsPartnersToo() {
            world.guarded(require("free-cck-x", "releng", 1));

            anna.pins("free", "2.", "R2").isRefused();
        }

        @Test
        void leadToReleasesThatAreNotRewrittenAtOnce() {
            world.has(app("R8"));
            Person ben = world.known("ben");
            ChangeSet sets = anna.schedules(pin("esr", "8.", "R8"));
            bob.signs(sets, "releng");
            ben.signs(sets, "releng");
            world.tick();

            anna.writes(app("R8", "evil")).isRefused();
        }

        @Test
        void goWithASetThatIsSigned() {
            Person ben = world.known("ben");
            ChangeSet ships = anna.schedules(pin("esr", "2.", "R2"), edit(esr, "mapping", "R3"));
            bob.signs(ships, "releng").succeeds();
            ben.signs(ships, "releng").succeeds();

            world.tick();

            assertThat(world.answerPinnedTo("2.", "esr")).isEqualTo("R2");
            assertThat(world.answer("esr")).isEqualTo("R3");
        }

        @Test
        void areSetAtOnceWhereNobodyGuards() {
            anna.pins("free", "2.", "R2").succeeds();

            assertThat(world.answerPinnedTo("2.", "free")).isEqualTo("R2");
        }
    }

    @Test
    void theBuildThatAPartialComesFromIsNotRewrittenAtOnce() {
        world.has(build("R0", "20200101000000"), withPartialFrom("R9", "R0"));
        world.rule("esr", "R9", "priority", 200);
        world.guarded(require("esr", "releng", 1));

        anna.writes(build("R0", "20210101000000")).isRefused();

        assertThat(world.givesPartialTo("20200101000000", "esr")).isTrue();
    }

    @Test
    void norIsOneLocaleOfIt() {
        world.has(build("R0", "20200101000000"), withPartialFrom("R9", "R0"));
        world.rule("esr", "R9", "priority", 200);
        world.guarded(require("esr", "releng", 1));

        anna.writesLocale("R0", "20210101000000").isRefused();

        assertThat(world.givesPartialTo("20210101000000", "esr")).isFalse();
    }

    @Test
    void norIsItMadeWhereItIsMissing() {
        world.has(withPartialFrom("R9", "R0"));
        world.rule("esr", "R9", "priority", 200);
        world.guarded(require("esr", "releng", 1));

        anna.writes(build("R0", "20210101000000")).isRefused();

        assertThat(world.givesPartialTo("20210101000000", "esr")).isFalse();
    }

    @Test
    void theSourceOfAPartialMayGetAnotherNameForItsVersion() {
        world.has(build("R0", "20200101000000"), withPartialFrom("R9", "R0"));
        world.rule("esr", "R9", "priority", 200);
        world.guarded(require("esr", "releng", 1));

        Content renamed = new Content(
                "R0",
                build("R0", "20200101000000").json().replace("'displayVersion': 'R0'", "'displayVersion': 'zero'"));
        anna.writes(renamed).succeeds();
    }

    @Test
    void theRulesOfAProductThatASuperblobDrawsInAreGuardedWithIt() {
        Rule drawn = drawnIn();

        anna.edits(drawn, "mapping", "plug2").isRefused();

        assertThat(world.answer("esr")).isEqualTo("1");
    }

    @Test
    void soAreTheirReleases() {
        drawnIn();

        anna.writes(plugin("plug1", "666")).isRefused();

        assertThat(world.answer("esr")).isEqualTo("1");
    }

    @Test
    void soIsANewRuleOfThatProduct() {
        drawnIn();

        anna.adds(rule("esr", "plug2", "priority", 300).forProduct("Q")).isRefused();

        assertThat(world.answer("esr")).isEqualTo("1");
    }

    @Test
    void aGuardedPartnerIsNotReachedThroughItsFallback() {
        world.guarded(require("esr-cck-x", "releng", 1));

        anna.edits(esr, "mapping", "R2").isRefused();

        assertThat(world.answer("esr-cck-x")).isEqualTo("R1");
    }

    @Test
    void norIsItByASetThatNobodySigned() {
        world.guarded(require("esr-cck-x", "releng", 1));
        ChangeSet edits = anna.schedules(edit(esr, "mapping", "R2"));

        world.tick();
        bot.enacts(edits);

        assertThat(world.answer("esr-cck-x")).isEqualTo("R1");
    }

    @Test
    void aRuleForPartnersAloneIsGuardedWithTheirChannel() {
        world.guarded(require("esr", "releng", 1));

        anna.adds(rule("esr-cck-*", "R2", "priority", 200)).isRefused();

        assertThat(world.answer("esr-cck-x")).isEqualTo("R1");
    }

    @Test
    void norIsAGuardedChannelReachedByAPattern() {
        world.guarded(require("esr", "releng", 1));

        anna.adds(rule("es*", "R2", "priority", 200)).isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norByARuleForEveryProduct() {
        anna.mayAnywhere("rule");
        world.guarded(require("esr", "releng", 1));

        anna.adds(rule("esr", "R2", "priority", 200).forProduct(null)).isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norByThePartOfASuperblobWhereOnlyAGateGuards() {
        world.has(plugin("part", "1"), superblob("S", "part"));
        world.rule("esr", "S", "priority", 200);
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1));

        anna.writes(plugin("part", "666")).isRefused();

        assertThat(world.answer("esr")).isEqualTo("1");
    }

    @Test
    void norByTheFallbackOfARule() {
        world.rule("esr", "R3", "priority", 200, "backgroundRate", 0, "fallbackMapping", "R2");
        world.guarded(require("esr", "releng", 1));

        anna.writes(app("R2", "evil")).isRefused();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void aReleaseThatNobodyReachesIsWrittenAtOnce() {
        world.guarded(require("esr", "releng", 1));

        anna.writes(app("R2", "R2b")).succeeds();
        anna.writes(app("R7")).succeeds();
        anna.writes(superblob("S", "R2")).succeeds();
    }

    @Test
    void theRulesOfAnotherProductOnTheSameChannelAreFree() {
        anna.mayAnywhere("rule");
        world.guarded(require("esr", "releng", 1));

        anna.adds(rule("esr", "R2").forProduct("Q")).succeeds();

        assertThat(world.answerOf("Q", "esr")).isEqualTo("R2");
    }

    /** P's clients on esr get what Q's rules there say. */
    private Rule drawnIn() {
        anna.mayAnywhere("rule");
        world.has(plugin("plug1", "1"), plugin("plug2", "666"), superblobOfProducts("S", "Q"));
        world.rule("esr", "S", "priority", 200);
        Rule drawn = new Rule(world.root(
                        "POST", "/api/rules", world.body(rule("esr", "plug1").forProduct("Q"), false))
                .succeeds()
                .json()
                .asLong());
        world.guarded(require("esr", "releng", 1));
        assertThat(world.answer("esr")).isEqualTo("1");
        return drawn;
    }
}
