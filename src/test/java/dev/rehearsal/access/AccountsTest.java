package dev.rehearsal.access;

import static dev.rehearsal.access.Town.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EachDatabase
class AccountsTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestDatabase database;
    private final Town town;
    private final Accounts accounts;

    AccountsTest(TestDatabase database) {
        this.database = database.emptied();
        this.town = new Town(database);
        this.accounts = town.accounts;
        town.with("ben", Town.rule());
        town.with("emi", Town.permission(Action.CREATE, Action.DELETE, Action.VIEW));
    }

    @Test
    void aPasswordIsThatOfItsPersonOnly() {
        accounts.setPassword(ADMIN, "ben", PASSWORD);

        assertThat(accounts.isPasswordOf("ben", PASSWORD)).isTrue();
        assertThat(accounts.isPasswordOf("ben", PASSWORD + " ")).isFalse();
        assertThat(accounts.isPasswordOf("Ben", PASSWORD)).isFalse();
        assertThat(accounts.isPasswordOf("emi", PASSWORD)).isFalse();
        assertThat(accounts.hasPassword("ben")).isTrue();
        assertThat(accounts.hasPassword("emi")).isFalse();
    }

    @Test
    void theLatestPasswordCounts() {
        accounts.setPassword(ADMIN, "ben", PASSWORD);
        accounts.changePassword(new Actor("ben"), PASSWORD, "another long one");

        assertThat(accounts.isPasswordOf("ben", PASSWORD)).isFalse();
        assertThat(accounts.isPasswordOf("ben", "another long one")).isTrue();
    }

    @Test
    void onlyASaltedHashIsKeptWhichNamesItsAlgorithm() {
        accounts.setPassword(ADMIN, "ben", PASSWORD);
        accounts.setPassword(ADMIN, "emi", PASSWORD);

        assertThat(database.rows("select password_hash from accounts"))
                .extracting(row -> String.valueOf(row.get("password_hash")))
                .allSatisfy(hash -> assertThat(hash).startsWith("{bcrypt}$2a$"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPasswordIsNeitherTooShortNorLongerThanItsHashLooks() {
        refused(() -> accounts.setPassword(ADMIN, "ben", "elevenchars"), "password: must have at least 12 characters");
        refused(() -> accounts.setPassword(ADMIN, "ben", "ä".repeat(37)), "password: may have at most 72 bytes");

        accounts.setPassword(ADMIN, "ben", "twelve chars");
        accounts.setPassword(ADMIN, "ben", "äöüßñçøåæœëï".repeat(2) + "àèìòùâêîôûãõ");
    }

    @Test
    void aCommonPasswordIsRefused() {
        refused(() -> accounts.setPassword(ADMIN, "ben", "password1234"), "password: is easy to guess");
        refused(() -> accounts.setPassword(ADMIN, "ben", "benbenbenben"), "password: is easy to guess");

        assertThat(accounts.hasPassword("ben")).isFalse();
    }

    @Test
    void onesOwnPasswordIsChangedByWhoKnowsIt() {
        Actor ben = new Actor("ben");
        accounts.setPassword(ben, "ben", PASSWORD);

        refused(() -> accounts.setPassword(ben, "ben", "another long one"), "whoever knows the present one");
        refused(() -> accounts.changePassword(ben, "guessed", "another long one"), "present_password: is not your");
        assertThat(accounts.isPasswordOf("ben", PASSWORD)).isTrue();
    }

    @Test
    void thePresentPasswordIsNotGuessedInAnOpenSession() {
        Actor ben = new Actor("ben");
        accounts.setPassword(ben, "ben", PASSWORD);
        for (int attempt = 1; attempt <= 5; attempt++) {
            refused(() -> accounts.changePassword(ben, "guessed", "another long one"), "is not your password");
        }

        refused(() -> accounts.changePassword(ben, PASSWORD, "another long one"), "wrong too often: wait for 10 s");
    }

    @Test
    void whatIsLongerThanAPasswordIsNoneEvenIfItBeginsWithIt() {
        String longest = "correct horse battery staple ".repeat(3).substring(0, 72);
        accounts.setPassword(ADMIN, "ben", longest);

        assertThat(accounts.isPasswordOf("ben", longest)).isTrue();
        assertThat(accounts.isPasswordOf("ben", longest + "!")).isFalse();
    }

    @Test
    void whoResetsAPasswordEndsTheTokensOfItsPerson() {
        accounts.setPassword(ADMIN, "ben", PASSWORD);
        town.tokens.create(new Actor("ben"), "ben", "ci", TokenScope.WRITE);
        town.tokens.create(new Actor("emi"), "emi", "ci", TokenScope.WRITE);

        accounts.setPassword(ADMIN, "ben", "another long one");

        assertThat(town.tokens.of(ADMIN, "ben")).extracting(ApiToken::revokedBy).containsExactly(ADMIN.name());
        assertThat(town.tokens.of(ADMIN, "emi")).extracting(ApiToken::isRevoked).containsExactly(false);
    }

    @Test
    void aFirstPasswordAndAnOwnOneEndNoToken() {
        town.tokens.create(new Actor("ben"), "ben", "ci", TokenScope.WRITE);

        accounts.setPassword(ADMIN, "ben", PASSWORD);
        accounts.changePassword(new Actor("ben"), PASSWORD, "another long one");

        assertThat(town.tokens.of(ADMIN, "ben")).extracting(ApiToken::isRevoked).containsExactly(false);
    }

    @Test
    void whatBecomesOfPasswordsIsKeptForTheJournal() {
        accounts.setPassword(ADMIN, "ben", PASSWORD);
        town.tokens.create(new Actor("ben"), "ben", "ci", TokenScope.WRITE);
        accounts.setPassword(ADMIN, "ben", "another long one");
        accounts.confirm(new Actor("emi"), "ben");

        assertThat(database.rows("select event, about, person from security_events order by id"))
                .extracting(row -> row.get("event") + " " + row.get("about") + " by " + row.get("person"))
                .containsExactly(
                        "password_set ben by " + ADMIN,
                        "token_made ben by ben",
                        "password_set ben by " + ADMIN,
                        "tokens_ended ben by " + ADMIN,
                        "password_confirmed ben by emi");
    }

    @Test
    void aSymbolOfSeveralUnitsIsOneCharacter() {
        refused(() -> accounts.setPassword(ADMIN, "ben", "🔑".repeat(11)), "at least 12 characters");
    }

    @Test
    void passwordsOfOthersNeedAPermission() {
        Actor emi = new Actor("emi");

        refused(() -> accounts.setPassword(emi, "ben", PASSWORD), "emi lacks the permission");
        accounts.setPassword(emi, "emi", PASSWORD);

        assertThat(database.rows("select person from accounts")).hasSize(1);
    }

    @Test
    void aPasswordIsForSomebodyWithAPermissionSoThatItPassesToNobody() {
        refused(() -> accounts.setPassword(ADMIN, "newcomer", PASSWORD), "newcomer has none yet");

        assertThat(database.rows("select person from accounts")).isEmpty();
    }

    @Test
    void theHolderOfTheConfiguredTokenHasNone() {
        refused(() -> accounts.setPassword(new Actor("bootstrap"), "bootstrap", PASSWORD), "not for people");
    }

    @Test
    void thePasswordOfSomebodyOfTheDemoIsInNoTable() {
        Accounts ofDemo = town.accounts(new DemoPeople(Map.of("ada", "ada-rehearses")));

        assertThat(ofDemo.isPasswordOf("ada", "ada-rehearses")).isTrue();
        assertThat(ofDemo.isPasswordOf("ben", "ada-rehearses")).isFalse();
        assertThat(accounts.isPasswordOf("ada", "ada-rehearses")).isFalse();
        assertThat(database.rows("select person from accounts")).isEmpty();
    }

    private static void refused(Runnable deed, String sentence) {
        assertThatThrownBy(deed::run).isInstanceOf(RefusedException.class).hasMessageContaining(sentence);
    }
}
