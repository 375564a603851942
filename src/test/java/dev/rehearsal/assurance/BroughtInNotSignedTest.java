package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Content.plugin;
import static dev.rehearsal.assurance.Content.superblob;
import static dev.rehearsal.assurance.Content.superblobOfProducts;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.rule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna's set moves a rule of a free channel to esr; Bob signs it as it is; then Dave changes what the set does not name. */
class BroughtInNotSignedTest extends Story {

    private final Person dave = world.known("dave");
    private final Rule free = world.rule("free", "R2", "priority", 200, "version", "<0.1", "fallbackMapping", "R3");

    @BeforeEach
    void esrNeedsASignoff() {
        world.guarded(require("esr", "releng", 1));
    }

    @Test
    void aRuleThatWasForOldVersionsIsNotOpenedToEverybody() {
        ChangeSet moves = signed(edit(free, "channel", "esr"));

        dave.edits(free, "version", null).succeeds();

        doesNotGo(moves);
    }

    @Test
    void norGivenAnotherRelease() {
        ChangeSet moves = signed(edit(free, "channel", "esr", "version", null));

        dave.edits(free, "mapping", "R3").succeeds();

        doesNotGo(moves);
    }

    @Test
    void norAnotherFallback() {
        ChangeSet moves = signed(edit(free, "channel", "esr", "version", null));

        dave.edits(free, "backgroundRate", 0, "fallbackMapping", "R1").succeeds();

        doesNotGo(moves);
    }

    @Test
    void norAnotherPriority() {
        ChangeSet moves = signed(edit(free, "channel", "esr", "version", null));
        dave.edits(free, "priority", 1).succeeds();

        bot.enacts(moves);

        assertThat(moves.isLive()).isFalse();
    }

    @Test
    void norWithASetInsteadOfAtOnce() {
        ChangeSet moves = signed(edit(free, "channel", "esr"));

        bot.enacts(dave.schedules(edit(free, "version", null))).succeeds();

        doesNotGo(moves);
    }

    @Test
    void norInThePlaceBeforeItInTheQueue() {
        ChangeSet moves = signed(edit(free, "channel", "esr"));

        dave.schedules(edit(free, "version", null));
        world.tick();

        doesNotGo(moves);
    }

    @Test
    void norWhileItIsHeld() {
        ChangeSet moves = signed(edit(free, "channel", "esr"));
        anna.suspends(moves).succeeds();

        dave.edits(free, "version", null).succeeds();
        anna.resumes(moves).succeeds();

        doesNotGo(moves);
    }

    @Test
    void norGivenOtherContentInItsRelease() {
        ChangeSet moves = signed(edit(free, "channel", "esr", "version", null));

        dave.writes(app("R2", "evil"));

        doesNotGo(moves);
    }

    @Test
    void norOtherContentInItsFallback() {
        ChangeSet moves = signed(edit(free, "channel", "esr", "version", null, "backgroundRate", 0));

        dave.writes(app("R3", "evil"));

        doesNotGo(moves);
    }

    @Test
    void norWhereItsPatternIsWidenedToTakeTheChannelIn() {
        Rule narrow = world.rule("esx", "R2", "priority", 200, "version", "<0.1");
        ChangeSet widens = signed(edit(narrow, "channel", "es*"));

        dave.edits(narrow, "version", null).succeeds();

        doesNotGo(widens);
    }

    @Test
    void norWhereItComesFromAnotherProduct() {
        anna.mayAnywhere("rule");
        dave.mayAnywhere("rule");
        Rule foreign = new Rule(world.root(
                        "POST",
                        "/api/rules",
                        world.body(
                                rule("esr", "R2", "priority", 200, "version", "<0.1")
                                        .forProduct("Q"),
                                false))
                .succeeds()
                .json()
                .asLong());
        ChangeSet moves = signed(edit(foreign, "product", "P"));

        dave.edits(foreign, "version", null).succeeds();

        doesNotGo(moves);
    }

    @Test
    void norWhereASuperblobDrawsItIn() {
        anna.mayAnywhere("rule");
        dave.mayAnywhere("rule");
        world.has(plugin("plug1", "1"), plugin("plug2", "666"), superblobOfProducts("S", "Q"));
        Rule drawn = new Rule(world.root(
                        "POST", "/api/rules", world.body(rule("esr", "plug1").forProduct("Q"), false))
                .succeeds()
                .json()
                .asLong());
        ChangeSet ships = signed(edit(esr, "mapping", "S"));

        dave.edits(drawn, "mapping", "plug2").succeeds();

        doesNotGo(ships);
    }

    @Test
    void norIsAPartOfWhatItBringsInMade() {
        world.has(plugin("part", "1"), superblob("S", "part", "missing"));
        dave.edits(free, "mapping", "S", "version", null).succeeds();
        ChangeSet moves = signed(edit(free, "channel", "esr"));

        dave.writes(plugin("missing", "666")).succeeds();

        doesNotGo(moves);
    }

    @Test
    void norWhereItWasScheduledAndSignedAsWithBalrog() {
        var row = world.row(free);
        var change = anna.tries(
                        "POST",
                        "/api/scheduled_changes/rules",
                        "{'when': %d, 'change_type': 'update', 'rule_id': %d, 'data_version': %d, 'channel': '%s', 'mapping': '%s', 'fallbackMapping': '%s', 'priority': 200, 'version': '<0.1', 'backgroundRate': 100, 'update_type': 'minor', 'product': '%s'}"
                                .formatted(
                                        world.tomorrow(),
                                        free.id(),
                                        row.get("data_version").asInt(),
                                        world.named("esr"),
                                        world.named("R2"),
                                        world.named("R3"),
                                        world.named("P")))
                .succeeds()
                .json()
                .get("sc_id");
        bob.tries("POST", "/api/scheduled_changes/rules/" + change + "/signoffs", "{'role': '%s'}".formatted("releng"))
                .succeeds();

        dave.edits(free, "version", null).succeeds();

        bot.tries("POST", "/api/scheduled_changes/rules/" + change + "/enact", "")
                .isRefused();
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void aPassForWhatWasBroughtInDoesNotCountForWhatIsNow() {
        world.rule("gated", "R1");
        world.guarded(map("gated", "gated-test"), gate("gated", "qa", 1));
        ChangeSet moves = anna.schedules(edit(free, "channel", "gated"));
        tess.passes("gated-test").succeeds();

        dave.edits(free, "version", null).succeeds();
        world.tick();

        assertThat(moves.isLive()).isFalse();
        assertThat(world.answer("gated")).isEqualTo("R1");
    }

    @Test
    void signedAfterTheEditItGoes() {
        ChangeSet moves = signed(edit(free, "channel", "esr"));
        dave.edits(free, "version", null).succeeds();

        bob.signs(moves, "releng").succeeds();
        bot.enacts(moves).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void whatDecidesNothingMayChange() {
        ChangeSet moves = signed(edit(free, "channel", "esr", "version", null));
        dave.edits(free, "comment", "soon on esr").succeeds();

        bot.enacts(moves).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void aRuleThatIsNotBroughtInMayChange() {
        ChangeSet moves = signed(edit(free, "channel", "esr", "version", null));
        Rule other = world.rule("free", "R3");
        dave.edits(other, "version", "<7.0").succeeds();

        bot.enacts(moves).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    /** Due tomorrow, so that Dave has time. */
    private ChangeSet signed(Wish... wishes) {
        ChangeSet set = anna.schedulesForTomorrow(wishes);
        bob.signs(set, "releng").succeeds();
        return set;
    }

    private void doesNotGo(ChangeSet set) {
        bot.enacts(set);
        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(set.isLive()).isFalse();
    }
}
