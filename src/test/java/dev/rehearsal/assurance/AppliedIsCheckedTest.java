package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.remove;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.rule;
import static dev.rehearsal.assurance.Wish.write;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is judged is exactly what is applied: no other selection of sets, and no other order. */
class AppliedIsCheckedTest extends Story {

    @Test
    void aSetThatAnUnsignedOnePutsInConflictDoesNotGoUnsignedWithTheOneThatItNeeds() {
        ChangeSet moves = movedPastAnUnsignedOne();

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(moves.isLive()).isFalse();
    }

    @Test
    void norWhenItIsEnactedByHand() {
        ChangeSet moves = movedPastAnUnsignedOne();
        world.waits();

        bot.enacts(moves).isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norThroughBalrogsEndpoint() {
        ChangeSet moves = movedPastAnUnsignedOne();
        world.waits();

        bot.tries("POST", "/api/scheduled_changes/rules/" + moves.change(0) + "/enact", "")
                .isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWhenTheGlassIsBroken() {
        ChangeSet moves = movedPastAnUnsignedOne();
        Person gary = world.person("gary").mayAnywhere("break_glass");
        world.waits();

        gary.breaksGlass(moves, "in a hurry").isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aRuleThatWasSignedForOneChannelDoesNotGoToAnotherPastAnUnsignedRemoval() {
        world.guarded(
                map("gated", "gated-test"),
                gate("gated", "qa", 1),
                require("gated", "releng", 1),
                require("esr", "relman", 1));
        long moment = world.moments(3);
        ChangeSet adds = anna.schedulesAt(moment, rule("gated", "R2", "priority", 200));
        anna.schedulesAt(moment + 2, edit(adds.rule(0), "channel", "esr"));
        anna.schedulesAt(moment + 1, remove(adds.rule(0)));
        bob.signs(adds, "releng").succeeds();

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aRuleIsNotOpenedToEverybodyPastAnUnsignedSetThatChangesItsVersion() {
        world.guarded(
                map("gated", "gated-test"),
                gate("gated", "qa", 1),
                require("esr", "releng", 1),
                require("other", "releng", 1));
        long moment = world.moments(3);
        ChangeSet adds = anna.schedulesAt(moment, rule("gated", "R2", "priority", 200, "version", "<0.1"));
        anna.schedulesAt(moment + 2, edit(adds.rule(0), "channel", "esr", "version", "<9.0"));
        anna.schedulesAt(moment + 1, edit(adds.rule(0), "version", "<0.2", "channel", "other"));

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aReleaseThatASignedSetTakesUpIsNotRewrittenPastAnUnsignedSet() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1), require("esr", "releng", 1));
        long moment = world.moments(3);
        ChangeSet takes = anna.schedulesAt(moment, edit(esr, "mapping", "R2"));
        ChangeSet rewrites = anna.schedulesAt(moment + 2, write(Content.app("R2", "evil")));
        bob.signs(takes, "releng").succeeds();
        tess.passes("esr-test").succeeds();
        anna.schedulesAt(moment + 1, edit(esr, "mapping", "R3"));

        world.tick();
        bot.enacts(rewrites);
        bot.enacts(takes);

        assertThat(world.answer("esr")).isNotEqualTo("evil");
    }

    @Test
    void aSetIsNotJudgedByWhatALaterSetWouldMakeOfItsRule() {
        world.guarded(require("esr", "releng", 1));
        Rule free = world.rule("free", "R2", "priority", 200);
        ChangeSet moves = anna.schedules(edit(free, "channel", "esr"));
        anna.schedules(edit(free, "channel", "free"));

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(moves.isLive()).isFalse();
    }

    @Test
    void aSignedMoveGoesAfterTheAdditionThatItNeedsThoughAnUnrelatedSetWaitsBetweenThem() {
        world.guarded(require("esr", "releng", 1));
        ChangeSet adds = anna.schedules(rule("free", "R2", "priority", 200));
        anna.schedules(rule("esr", "R3", "priority", 1));
        ChangeSet moves = anna.schedules(edit(adds.rule(0), "channel", "esr"));
        bob.signs(moves, "releng").succeeds();

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
        assertThat(moves.isLive()).isTrue();
    }

    @Test
    void setsThatWereTestedTogetherGoTogether() {
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1), require("esr", "releng", 1));
        ChangeSet adds = anna.schedules(rule("esr", "R2", "priority", 200));
        ChangeSet moves = anna.schedules(edit(adds.rule(0), "mapping", "R3"));
        bob.signs(adds, "releng").succeeds();
        bob.signs(moves, "releng").succeeds();
        tess.passes("esr-test").succeeds();

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R3");
        assertThat(adds.isLive()).isTrue();
    }

    /** One set adds a rule where it must be tested, another moves it to esr; one between them, unsigned, parts them. */
    private ChangeSet movedPastAnUnsignedOne() {
        world.guarded(
                map("gated", "gated-test"),
                gate("gated", "qa", 1),
                require("esr", "releng", 1),
                require("other", "releng", 1));
        long moment = world.moments(3);
        ChangeSet adds = anna.schedulesAt(moment, rule("gated", "R2", "priority", 200));
        ChangeSet moves = anna.schedulesAt(moment + 2, edit(adds.rule(0), "channel", "esr"));
        anna.schedulesAt(moment + 1, edit(adds.rule(0), "channel", "other"));
        return moves;
    }
}
