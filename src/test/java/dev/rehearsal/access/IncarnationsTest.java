package dev.rehearsal.access;

import static dev.rehearsal.access.Town.ADMIN;
import static dev.rehearsal.access.Town.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import org.junit.jupiter.api.Test;

/** Somebody who was removed and comes back is somebody else: nothing of the first passes to the second. */
@EachDatabase
class IncarnationsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Role QA = new Role("qa");

    private final TestDatabase database;
    private final Town town;

    IncarnationsTest(TestDatabase database) {
        this.database = database.emptied();
        this.town = new Town(database);
        town.holding("ben", "qa");
    }

    private void removeBenAndMakeAnother() {
        town.grants.take(ADMIN, "ben", PermissionName.RULE, 1);
        town.grants.give(ADMIN, "ben", rule());
    }

    @Test
    void aTokenDoesNotPassToTheNextOfThatName() {
        String secret =
                town.tokens.create(ADMIN, "ben", "ci", TokenScope.WRITE, null).secret();

        removeBenAndMakeAnother();

        assertThat(town.bearers.recognise(secret)).isInstanceOf(Bearer.Rejected.class);
        assertThat(town.tokens.of(ADMIN, "ben")).allMatch(ApiToken::isRevoked);
    }

    @Test
    void aPasswordDoesNotPassToTheNextOfThatName() {
        town.accounts.setPassword(ADMIN, "ben", PASSWORD);

        removeBenAndMakeAnother();

        assertThat(town.accounts.isPasswordOf("ben", PASSWORD)).isFalse();
        assertThat(town.accounts.hasPassword("ben")).isFalse();
        assertThat(database.rows("select * from accounts")).isEmpty();
    }

    @Test
    void rolesDoNotPassToTheNextOfThatName() {
        removeBenAndMakeAnother();

        assertThat(town.person("ben").roles()).isEmpty();
    }
}
