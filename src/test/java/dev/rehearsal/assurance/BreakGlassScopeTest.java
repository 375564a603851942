package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.rule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gary may pass over gates, with a reason: over those of exactly the sets that he names. */
class BreakGlassScopeTest extends Story {

    private final Person gary = world.person("gary").mayAnywhere("break_glass");

    @BeforeEach
    void esrMustBeTested() {
        world.rule("other", "R1");
        world.guarded(map("esr", "esr-test"), gate("esr", "qa", 1), map("other", "other-test"), gate("other", "qa", 1));
    }

    @Test
    void aSetThatTheNamedOneNeedsDoesNotGoAlongUnnamed() {
        ChangeSet adds = anna.schedules(rule("esr", "R2", "priority", 200));
        ChangeSet edits = anna.schedules(edit(adds.rule(0), "comment", "urgent"));
        world.waits();

        Reply asked = gary.breaksGlass(edits, "the site is down").isRefused();

        assertThat(asked.body()).contains(String.valueOf(adds.id()));
        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(adds.isLive()).isFalse();
    }

    @Test
    void norWhereThatOneChangesAnotherChannel() {
        ChangeSet adds = anna.schedules(rule("other", "R2", "priority", 200), rule("free", "R2", "priority", 200));
        ChangeSet edits = anna.schedules(edit(adds.rule(1), "channel", "esr"));
        world.waits();

        gary.breaksGlass(edits, "the site is down").isRefused();

        assertThat(world.answer("other")).isEqualTo("R1");
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void norWhatIsDueBeforeItAndHasNothingToDoWithIt() {
        ChangeSet other = anna.schedules(rule("other", "R2", "priority", 200));
        ChangeSet urgent = anna.schedules(edit(esr, "mapping", "R3"));
        world.waits();

        gary.breaksGlass(urgent, "the site is down").succeeds();
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R3");
        assertThat(world.answer("other")).isEqualTo("R1");
        assertThat(other.isLive()).isFalse();
    }

    @Test
    void norWhatWaitsForTheSameGate() {
        ChangeSet waits = anna.schedules(rule("esr", "R2", "priority", 50));
        ChangeSet urgent = anna.schedules(edit(esr, "mapping", "R3"));
        world.waits();

        gary.breaksGlass(urgent, "the site is down").succeeds();
        world.tick();

        assertThat(urgent.isLive()).isTrue();
        assertThat(waits.isLive()).isFalse();
    }

    @Test
    void itDoesNotPassOverSignoffs() {
        world.rule("signed", "R1");
        world.guarded(require("signed", "releng", 1));
        ChangeSet urgent = anna.schedules(rule("signed", "R2", "priority", 200));

        gary.breaksGlass(urgent, "the site is down").isRefused();

        assertThat(world.answer("signed")).isEqualTo("R1");
    }

    @Test
    void itNeedsAReasonAndThePermission() {
        ChangeSet urgent = anna.schedules(edit(esr, "mapping", "R3"));

        gary.breaksGlass(urgent, " ").isRefused();
        anna.breaksGlass(urgent, "the site is down").isRefused();
        bot.breaksGlass(urgent, "the site is down").isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aStateThatOnlyBreakGlassMadeLiveDoesNotComeBackUntested() {
        gary.breaksGlass(anna.schedules(edit(esr, "mapping", "R3")), "the site is down")
                .succeeds();
        ChangeSet back = anna.schedules(edit(esr, "mapping", "R1"));
        gary.breaksGlass(back, "R3 is worse").succeeds();

        ChangeSet again = anna.schedules(edit(esr, "mapping", "R3"));
        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(again.isLive()).isFalse();
    }

    @Test
    void norAtOnce() {
        gary.breaksGlass(anna.schedules(edit(esr, "mapping", "R3")), "the site is down")
                .succeeds();
        gary.breaksGlass(anna.schedules(edit(esr, "mapping", "R1")), "R3 is worse")
                .succeeds();

        anna.edits(esr, "mapping", "R3").isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void theJournalTellsWhoAndWhy() {
        ChangeSet urgent = anna.schedules(edit(esr, "mapping", "R3"));

        gary.breaksGlass(urgent, "the site " + world.named("is down")).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R3");
        assertThat(world.root("GET", "/api/journal", "").succeeds().body())
                .contains("the site " + world.named("is down"))
                .contains(gary.name());
    }
}
