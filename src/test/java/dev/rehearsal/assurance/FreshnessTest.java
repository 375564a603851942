package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Content.build;
import static dev.rehearsal.assurance.Content.plugin;
import static dev.rehearsal.assurance.Content.superblob;
import static dev.rehearsal.assurance.Content.withPartialFrom;
import static dev.rehearsal.assurance.Wish.create;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.pin;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.write;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A signoff counts for what it was given to, whenever that was written. Dave writes as well. */
class FreshnessTest extends Story {

    private final Person dave = world.known("dave");

    @BeforeEach
    void esrNeedsASignoff() {
        world.guarded(require("esr", "releng", 1));
    }

    @Test
    void aDraftThatWasMadeBeforeOthersSignedChangesWhatTheySigned() {
        ChangeSet draft = dave.drafts(write(app("R2", "evil")));
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.submits(draft);
        bot.enacts(draft);

        neverShipsEvil(ships);
    }

    @Test
    void soDoesASetThatWasHeldMeanwhile() {
        ChangeSet suspended = dave.schedulesForTomorrow(write(app("R2", "evil")));
        dave.suspends(suspended).succeeds();
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.resumes(suspended);
        bot.enacts(suspended);

        neverShipsEvil(ships);
    }

    @Test
    void soDoesASetThatIsDueLaterAndGoesFirst() {
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        ChangeSet later = dave.schedulesForTomorrow(write(app("R2", "evil")));
        bob.signs(ships, "releng").succeeds();

        bot.enacts(later);

        neverShipsEvil(ships);
    }

    @Test
    void soDoesTheCopyOfASetThatWasWithdrawnLongAgo() {
        ChangeSet withdrawn = dave.schedulesForTomorrow(write(app("R2", "evil")));
        dave.withdraws(withdrawn).succeeds();
        ChangeSet copy = dave.copies(withdrawn);
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.submits(copy);
        bot.enacts(copy);

        neverShipsEvil(ships);
    }

    @Test
    void soDoesAScheduledWriteOfTheSecondApi() {
        dave.tries(
                        "PUT",
                        "/api/v2/releases/" + world.named("R2"),
                        "{'product': '%s', 'when': %d, 'old_data_versions': {'.': 1, 'platforms': {'p': {'locales': {'de': 1}}}}, 'blob': %s}"
                                .formatted(world.named("P"), world.tomorrow(), world.blob(app("R2", "evil"))))
                .succeeds();
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        bob.signs(ships, "releng", ships.digestAlone()).succeeds();

        bot.tries("POST", "/api/v2/releases/" + world.named("R2") + "/enact", "");

        neverShipsEvil(ships);
    }

    @Test
    void aReleaseIsNotRewrittenAtOnceBehindItsSigners() {
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.writes(app("R2", "evil"));

        neverShipsEvil(ships);
    }

    @Test
    void norWithTheSecondApi() {
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.writesWithSecondApi(app("R2", "evil"));

        neverShipsEvil(ships);
    }

    @Test
    void norOneLocaleOfIt() {
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.writesLocale("R2", "20300101000000").succeeds();

        doesNotShip(ships);
    }

    @Test
    void norRemovedAndMadeAgain() {
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.removesRelease("R2");
        dave.writes(app("R2", "evil"));

        neverShipsEvil(ships);
    }

    @Test
    void norTheFallback() {
        ChangeSet ships = signed(edit(esr, "backgroundRate", 0, "fallbackMapping", "R2"));

        dave.writes(app("R2", "evil"));

        neverShipsEvil(ships);
    }

    @Test
    void norWhatAPinLeadsTo() {
        anna.may("pinnable_release");
        ChangeSet ships = signed(pin("esr", "2.", "R2"), edit(esr, "mapping", "R3"));

        dave.writes(app("R2", "evil"));
        neverShipsEvil(ships);

        assertThat(world.answerPinnedTo("2.", "esr")).isNotEqualTo("evil");
    }

    @Test
    void norAPartOfASuperblob() {
        world.has(plugin("part", "1"), superblob("S", "part"));
        ChangeSet ships = signed(edit(esr, "mapping", "S"));

        dave.writes(plugin("part", "666")).succeeds();

        doesNotShip(ships);
    }

    @Test
    void norAPartThatWasAbsent() {
        world.has(plugin("part", "1"), superblob("S", "part", "missing"));
        ChangeSet ships = signed(edit(esr, "mapping", "S"));

        dave.writes(plugin("missing", "666")).succeeds();

        doesNotShip(ships);
    }

    @Test
    void norTheSourceOfAPartial() {
        world.has(build("R0", "20200101000000"), withPartialFrom("R9", "R0"));
        ChangeSet ships = signed(edit(esr, "mapping", "R9"));

        dave.writes(build("R0", "20210101000000")).succeeds();

        doesNotShip(ships);
    }

    @Test
    void norTheSetThatAddsWhatIsShipped() {
        ChangeSet adds = dave.schedulesForTomorrow(create(app("R8", "good")));
        long afterwards = world.tomorrow() + 60_000;
        ChangeSet ships = anna.schedulesAt(afterwards, edit(esr, "mapping", "R8"));
        bob.signs(ships, "releng").succeeds();

        dave.revises(adds, create(app("R8", "evil"))).succeeds();
        bot.enacts(adds);

        doesNotShip(ships);
    }

    @Test
    void aSignoffOfADigestThatIsNoMoreIsRefused() {
        ChangeSet ships = anna.schedules(edit(esr, "mapping", "R2"));
        String shown = ships.digest();
        dave.writes(app("R2", "evil")).succeeds();

        bob.signs(ships, "releng", shown.isEmpty() ? "none" : shown).isRefused();
        world.tick();

        assertThat(shown).isNotEmpty();
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    @Test
    void whatDoesNotCountAnyMoreIsToldWithAReason() {
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.writes(app("R2", "evil")).succeeds();

        assertThat(ships.signers()).isEmpty();
        assertThat(ships.lapsed()).containsExactly("bob");
        assertThat(ships.told().path("lapsed_signoffs").path(0).path("reason").asString(""))
                .isNotBlank();
    }

    @Test
    void aSignoffCountsAgainWhenAllIsAsItWasSigned() {
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));
        dave.writes(app("R2", "evil")).succeeds();
        dave.writes(app("R2")).succeeds();

        assertThat(ships.signers()).containsExactly("bob");
    }

    @Test
    void aSignoffStandsWhateverIsWrittenElsewhere() {
        Rule free = world.rule("free", "R3");
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));

        dave.edits(free, "mapping", "R2").succeeds();
        dave.writes(app("R7")).succeeds();
        dave.writes(app("R3", "R3b")).succeeds();
        dave.adds(Wish.rule("free", "R3")).succeeds();

        assertThat(ships.signers()).containsExactly("bob");
        bot.enacts(ships).succeeds();
        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    @Test
    void signedAgainItGoes() {
        ChangeSet ships = signed(edit(esr, "mapping", "R2"));
        dave.writes(app("R2", "respun")).succeeds();

        bob.signs(ships, "releng").succeeds();
        bot.enacts(ships).succeeds();

        assertThat(world.answer("esr")).isEqualTo("respun");
    }

    @Test
    void aSignoffAsBalrogsClientsGiveItCounts() {
        ChangeSet ships = anna.schedules(edit(esr, "mapping", "R2"));
        bob.tries(
                        "POST",
                        "/api/scheduled_changes/rules/" + ships.change(0) + "/signoffs",
                        "{'role': '%s'}".formatted("releng"))
                .succeeds();

        world.tick();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    /** Due tomorrow, after everything that was asked for before it. */
    private ChangeSet signed(Wish... wishes) {
        ChangeSet set = anna.schedulesForTomorrow(wishes);
        bob.signs(set, "releng").succeeds();
        return set;
    }

    private void doesNotShip(ChangeSet ships) {
        bot.enacts(ships);
        assertThat(world.answer("esr")).isEqualTo("R1");
        assertThat(ships.isLive()).isFalse();
    }

    /** Either what was signed, or nothing. */
    private void neverShipsEvil(ChangeSet ships) {
        bot.enacts(ships);
        world.tick();
        assertThat(world.answer("esr")).isNotEqualTo("evil");
    }
}
