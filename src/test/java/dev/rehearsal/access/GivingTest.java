package dev.rehearsal.access;

import static dev.rehearsal.access.Town.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A token, a password or a role for somebody else needs what granting all that this person holds would need. */
@EachDatabase
class GivingTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Role QA = new Role("qa");

    private final TestDatabase database;
    private final Town town;
    private final Actor mallory;

    GivingTest(TestDatabase database) {
        this.database = database.emptied();
        this.town = new Town(database);
        this.mallory = town.with("mallory", Town.permission(Action.CREATE));
        town.with("ben", Town.rule());
    }

    @Test
    void noTokenOfAnAdminIsMintedPastTheSignoffsOfPermissions() {
        town.everyPermissionNeedsSignoff();

        refused(
                "must be scheduled in a change set and signed",
                () -> town.tokens.create(mallory, ADMIN.name(), "mine", TokenScope.WRITE, null));

        assertThat(database.rows("select * from api_tokens")).isEmpty();
    }

    @Test
    void noPasswordOfAnAdminIsSetPastTheSignoffsOfPermissions() {
        Actor modifier = town.with("modifier", Town.permission(Action.CREATE, Action.MODIFY));
        town.everyPermissionNeedsSignoff();

        refused(
                "must be scheduled in a change set and signed",
                () -> town.accounts.setPassword(modifier, ADMIN.name(), PASSWORD));
    }

    @Test
    void aPasswordForSomebodyElseNeedsTheRightToGrantWhatTheyHold() {
        Actor modifier = town.with("modifier", Town.permission(Action.MODIFY));

        refused("with action 'create'", () -> town.accounts.setPassword(modifier, ADMIN.name(), PASSWORD));
    }

    @Test
    void nobodyGivesThemselvesARoleThatIsNeededPastTheSignoffs() {
        town.requires("qa", 1);
        town.everyPermissionNeedsSignoff();

        refused(
                "must be scheduled in a change set and signed",
                () -> town.grants.giveRole(mallory, mallory.name(), QA));
    }

    @Test
    void whatIsOnesOwnNeedsNobody() {
        town.everyPermissionNeedsSignoff();

        town.tokens.create(new Actor("ben"), "ben", "ci", TokenScope.WRITE, null);
        town.accounts.setPassword(new Actor("ben"), "ben", PASSWORD);
    }

    private static void refused(String sentence, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(RefusedException.class).hasMessageContaining(sentence);
    }
}
