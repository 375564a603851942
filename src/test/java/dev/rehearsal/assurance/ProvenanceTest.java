package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Content.plugin;
import static dev.rehearsal.assurance.Content.superblob;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.rule;
import static dev.rehearsal.assurance.Wish.write;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dave writes, and holds releng as Bob does: nothing that he wrote is signed by him, whoever sends it on. */
class ProvenanceTest extends Story {

    private final Person dave = world.writer("dave").holds("releng");
    private final Rule free = world.rule("free", "R2", "priority", 200);

    @BeforeEach
    void esrNeedsASignoff() {
        world.guarded(require("esr", "releng", 1));
    }

    @Test
    void whoChangedADraftIsItsWriterWhoeverSubmitsIt() {
        ChangeSet draft = anna.drafts(edit(esr, "mapping", "R3"));
        dave.revises(draft, edit(esr, "mapping", "R2")).succeeds();
        anna.submits(draft).succeeds();

        doesNotGoWithSignoffOfDave(draft);
    }

    @Test
    void soIsWhoAddedARuleToIt() {
        ChangeSet draft = anna.drafts(edit(free, "comment", "to come"));
        dave.revises(draft, edit(free, "comment", "to come"), rule("esr", "R2", "priority", 200))
                .succeeds();
        anna.submits(draft).succeeds();

        doesNotGoWithSignoffOfDave(draft);
    }

    @Test
    void soIsWhoAddedOneToADraftThatTheySubmitThemselves() {
        ChangeSet draft = anna.drafts(edit(free, "comment", "to come"));
        dave.revises(draft, edit(free, "comment", "to come"), rule("esr", "R2", "priority", 200))
                .succeeds();
        dave.submits(draft).succeeds();

        doesNotGoWithSignoffOfDave(draft);
    }

    @Test
    void whoMadeADraftIsItsWriterWhoeverSubmitsIt() {
        ChangeSet draft = dave.drafts(edit(esr, "mapping", "R2"));
        anna.submits(draft).succeeds();

        doesNotGoWithSignoffOfDave(draft);
    }

    @Test
    void whoAddedOneChangeOfTwoIsAWriter() {
        ChangeSet draft = anna.drafts(edit(esr, "comment", "to come"));
        dave.revises(draft, edit(esr, "comment", "to come"), edit(free, "channel", "esr"))
                .succeeds();
        anna.submits(draft).succeeds();

        doesNotGoWithSignoffOfDave(draft);
    }

    @Test
    void whoTakesAChangeOutOfASetIsAWriterOfTheRest() {
        ChangeSet set = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"), oldVersionsStay());
        dave.revises(set, edit(esr, "mapping", "R2")).succeeds();

        doesNotGoWithSignoffOfDave(set);
    }

    @Test
    void soIsWhoTakesItOutWithBalrogsEndpoint() {
        ChangeSet set = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"), oldVersionsStay());
        dave.tries("DELETE", "/api/scheduled_changes/rules/" + set.change(1) + "?data_version=1", "")
                .succeeds();

        doesNotGoWithSignoffOfDave(set);
    }

    /** Without it, the other change of its set is for everybody. */
    private static Wish oldVersionsStay() {
        return rule("esr", "R1", "priority", 300, "version", "<2.0");
    }

    @Test
    void whoWroteWhatWasCopiedIsAWriterOfTheCopy() {
        ChangeSet original = dave.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        dave.withdraws(original).succeeds();
        ChangeSet copy = anna.copies(original);
        anna.submits(copy).succeeds();

        doesNotGoWithSignoffOfDave(copy);
    }

    @Test
    void soIsTheOneOfACopyOfACopy() {
        ChangeSet original = dave.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        dave.withdraws(original).succeeds();
        ChangeSet copy = anna.copies(anna.copies(original));
        anna.submits(copy).succeeds();

        doesNotGoWithSignoffOfDave(copy);
    }

    @Test
    void whoCopiedIsAWriterToo() {
        ChangeSet original = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        anna.withdraws(original).succeeds();
        ChangeSet copy = dave.copies(original);
        anna.submits(copy).succeeds();

        doesNotGoWithSignoffOfDave(copy);
    }

    @Test
    void whoWroteAPendingSetRemainsItsWriterWhenTheSameIsSentAgain() {
        ChangeSet set = dave.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        anna.revises(set, edit(esr, "mapping", "R2"));

        doesNotGoWithSignoffOfDave(set);
    }

    @Test
    void whoResolvesAConflictIsAWriter() {
        ChangeSet set = anna.schedulesForTomorrow(edit(free, "channel", "esr", "mapping", "R3"));
        anna.edits(free, "mapping", "R1").succeeds();
        dave.revises(set, edit(free, "channel", "esr", "mapping", "R2")).succeeds();

        doesNotGoWithSignoffOfDave(set);
    }

    @Test
    void whoWroteTheReleaseThatIsShippedIsAWriter() {
        dave.writes(app("R2", "mine")).succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")));
    }

    @Test
    void whoMadeItIsAWriterToo() {
        dave.writes(app("R7", "mine")).succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R7")));
    }

    @Test
    void whoWroteOneLocaleOfItIsAWriter() {
        dave.writesLocale("R2", "20300101000000").succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")));
    }

    @Test
    void writingTheSameOverItMakesNobodyElseTheWriter() {
        dave.writes(app("R2", "mine")).succeeds();
        anna.writes(app("R2", "mine"));

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")));
    }

    @Test
    void whoWroteSomeOfAPartIsAWriterThoughSomebodyWroteBesideItSince() {
        dave.merges("R2", "{'displayVersion': 'of Dave'}", "{'.': 1}").succeeds();
        anna.merges("R2", "{'appVersion': '2.1'}", "{'.': 2}").succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")));
    }

    @Test
    void soIsWhoeverWroteSomeOfItMoreVersionsAgoThanAreCompared() {
        dave.merges("R2", "{'displayVersion': 'of Dave'}", "{'.': 1}").succeeds();
        for (int version = 2; version <= 53; version++) {
            anna.merges("R2", "{'appVersion': '2.%d'}".formatted(version), "{'.': %d}".formatted(version))
                    .succeeds();
        }

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")));
    }

    @Test
    void soIsWhoTookSomethingOutOfIt() {
        dave.writes(withoutDisplayVersion("2.0")).succeeds();
        anna.writes(withoutDisplayVersion("2.1")).succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")));
    }

    private static Content withoutDisplayVersion(String version) {
        return new Content(
                "R2",
                app("R2").json().replace(" 'displayVersion': 'R2',", "").replace("'2.0'", "'%s'".formatted(version)));
    }

    @Test
    void soIsWhoWroteAReleaseThatSomebodyElseLocked() {
        dave.merges("R2", "{'displayVersion': 'of Dave'}", "{'.': 1}").succeeds();
        world.root(
                        "PUT",
                        "/api/releases/" + world.named("R2") + "/read_only",
                        "{\"read_only\": true, \"data_version\": %d}".formatted(world.version("R2")))
                .succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")));
    }

    @Test
    void soIsWhoseWordsAnEarlierSetLeavesInTheRelease() {
        dave.merges("R2", "{'displayVersion': 'of Dave'}", "{'.': 1}").succeeds();
        anna.schedules(write(new Content("R2", app("R2", "of Dave").json().replace("'2.0'", "'2.1'"))));
        ChangeSet set = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));

        doesNotGoWithSignoffOfDave(set);
    }

    @Test
    void whoseWordsSomebodyElseReplacedSigns() {
        dave.merges("R2", "{'displayVersion': 'of Dave'}", "{'.': 1}").succeeds();
        anna.merges("R2", "{'displayVersion': 'hers'}", "{'.': 2}").succeeds();

        goesWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")), "hers");
    }

    @Test
    void whoWroteAPartOfTheSuperblobThatIsShippedIsAWriter() {
        world.has(superblob("S", "part"));
        dave.writes(plugin("part", "666")).succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "S")));
    }

    @Test
    void whoWroteTheRuleThatIsBroughtInIsAWriter() {
        dave.edits(free, "mapping", "R3").succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(free, "channel", "esr")));
    }

    @Test
    void whoMadeTheRuleThatIsBroughtInIsAWriter() {
        Rule made = new Rule(dave.adds(Wish.rule("free", "R2", "priority", 300))
                .succeeds()
                .json()
                .asLong());

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(made, "channel", "esr")));
    }

    @Test
    void whoSentItThroughASetOfTheirOwnIsAWriter() {
        bot.enacts(dave.schedules(write(app("R2", "mine")))).succeeds();

        doesNotGoWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")));
    }

    @Test
    void holdingAndResumingMakesNobodyAWriter() {
        ChangeSet set = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        dave.suspends(set).succeeds();
        dave.resumesForTomorrow(set).succeeds();

        goesWithSignoffOfDave(set, "R2");
    }

    @Test
    void reschedulingMakesNobodyAWriter() {
        ChangeSet set = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        dave.reschedules(set).succeeds();

        goesWithSignoffOfDave(set, "R2");
    }

    @Test
    void whoWroteSomethingElseSigns() {
        dave.writes(app("R3", "mine")).succeeds();
        dave.edits(free, "mapping", "R3").succeeds();

        goesWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R2")), "R2");
    }

    @Test
    void whoseContentWasReplacedEntirelySigns() {
        dave.writes(app("R7", "mine")).succeeds();
        anna.removesRelease("R7").succeeds();
        anna.writes(app("R7", "hers")).succeeds();

        goesWithSignoffOfDave(anna.schedulesForTomorrow(edit(esr, "mapping", "R7")), "hers");
    }

    @Test
    void somebodyElseSignsWhatDaveWrote() {
        ChangeSet set = dave.schedulesForTomorrow(edit(esr, "mapping", "R2"));
        bob.signs(set, "releng").succeeds();

        bot.enacts(set).succeeds();

        assertThat(world.answer("esr")).isEqualTo("R2");
    }

    private void doesNotGoWithSignoffOfDave(ChangeSet set) {
        dave.signs(set, "releng");
        assertThat(set.signers()).doesNotContain("dave");
        bot.enacts(set).isRefused();
        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    private void goesWithSignoffOfDave(ChangeSet set, String answer) {
        dave.signs(set, "releng").succeeds();
        bot.enacts(set).succeeds();
        assertThat(world.answer("esr")).isEqualTo(answer);
    }
}
