package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Content.superblob;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.rule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Anna's set moves a rule of a free channel to esr. Bob has looked at it as Balrog's clients do, who name its version and
 * no digest: whatever makes something else of it raises the version, and nothing else does.
 */
class RaisedVersionTest extends Story {

    private final Person dave = world.known("dave");
    private final Rule free = world.rule("free", "R2", "priority", 200, "version", "<0.1");
    private final Rule other = world.rule("other", "R3");

    @BeforeEach
    void esrNeedsASignoff() {
        world.guarded(require("esr", "releng", 1));
    }

    private ChangeSet moves() {
        return anna.schedulesForTomorrow(edit(free, "channel", "esr"));
    }

    private static int version(ChangeSet set) {
        return set.told().get("data_version").asInt();
    }

    /** By Balrog's own endpoint, naming the version. */
    private Reply bobSigns(ChangeSet set, int version) {
        return bob.tries(
                "POST", set.path() + "/signoffs", "{\"role\": \"releng\", \"data_version\": %d}".formatted(version));
    }

    @Test
    void anEditOfTheRuleThatIsBroughtInRaisesIt() {
        ChangeSet moves = moves();

        dave.edits(free, "version", null).succeeds();

        assertThat(version(moves)).isEqualTo(2);
    }

    @Test
    void whoHasLookedBeforeDoesNotSignWhatTheyHaveNotSeen() {
        ChangeSet moves = moves();
        dave.edits(free, "version", null).succeeds();

        bobSigns(moves, 1).isRefused();

        assertThat(moves.signers()).isEmpty();
    }

    @Test
    void whoLooksAgainSigns() {
        ChangeSet moves = moves();
        dave.edits(free, "version", null).succeeds();

        bobSigns(moves, 2).succeeds();

        assertThat(moves.signers()).containsExactly("bob");
    }

    @Test
    void soDoesOtherContentOfItsRelease() {
        ChangeSet moves = moves();

        dave.writes(app("R2", "evil")).succeeds();

        assertThat(version(moves)).isEqualTo(2);
    }

    @Test
    void soDoesOneLocaleOfIt() {
        ChangeSet moves = moves();

        dave.writesLocale("R2", "20300101000000").succeeds();

        assertThat(version(moves)).isEqualTo(2);
    }

    @Test
    void soDoesAPartOfASuperblobThatIsShipped() {
        world.has(app("Part", "part"), superblob("Super", "Part"));
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "Super"));

        dave.writes(app("Part", "evil")).succeeds();

        assertThat(version(ships)).isEqualTo(2);
    }

    @Test
    void soDoesAPartThatWasAbsent() {
        world.has(superblob("Super", "Missing"));
        ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "Super"));

        world.has(app("Missing", "made"));

        assertThat(version(ships)).isEqualTo(2);
    }

    @Test
    void soDoesASetThatTakesAPlaceBeforeIt() {
        ChangeSet moves = moves();

        ChangeSet before = dave.schedules(edit(free, "version", null));

        assertThat(version(moves)).isEqualTo(2);
        dave.withdraws(before).succeeds();
        assertThat(version(moves)).isEqualTo(3);
    }

    @Test
    void soDoesWhatHappensWhileItIsHeld() {
        ChangeSet moves = moves();
        anna.suspends(moves).succeeds();

        dave.edits(free, "version", null).succeeds();

        assertThat(version(moves)).isEqualTo(3);
    }

    @Test
    void anEditOfAnotherRuleDoesNot() {
        ChangeSet moves = moves();

        dave.edits(other, "mapping", "R2").succeeds();
        dave.adds(rule("elsewhere", "R3")).succeeds();

        assertThat(version(moves)).isEqualTo(1);
    }

    @Test
    void norDoesAnEditOfAnotherRelease() {
        ChangeSet moves = moves();

        dave.writes(app("R3", "else")).succeeds();

        assertThat(version(moves)).isEqualTo(1);
    }

    @Test
    void norDoesAComment() {
        ChangeSet moves = moves();

        dave.edits(free, "comment", "said").succeeds();

        assertThat(version(moves)).isEqualTo(1);
    }

    @Test
    void norDoesASetThatIsSignedOrThatComesAfterIt() {
        ChangeSet moves = moves();

        bobSigns(moves, 1).succeeds();
        dave.schedulesAt(world.tomorrow() + 3_600_000, edit(free, "version", null));

        assertThat(version(moves)).isEqualTo(1);
    }

    @Test
    void norDoesASetBeforeItThatGoesLiveAsItWasAnnounced() {
        ChangeSet before = dave.schedules(edit(free, "version", null));
        ChangeSet moves = moves();

        bot.enacts(before).succeeds();

        assertThat(version(moves)).isEqualTo(1);
    }
}
