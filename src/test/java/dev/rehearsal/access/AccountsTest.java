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
    void a_password_is_that_of_its_person_only() {
        accounts.setPassword(ADMIN, "ben", PASSWORD);

        assertThat(accounts.isPasswordOf("ben", PASSWORD)).isTrue();
        assertThat(accounts.isPasswordOf("ben", PASSWORD + " ")).isFalse();
        assertThat(accounts.isPasswordOf("Ben", PASSWORD)).isFalse();
        assertThat(accounts.isPasswordOf("emi", PASSWORD)).isFalse();
        assertThat(accounts.hasPassword("ben")).isTrue();
        assertThat(accounts.hasPassword("emi")).isFalse();
    }

    @Test
    void the_latest_password_counts() {
        accounts.setPassword(ADMIN, "ben", PASSWORD);
        accounts.setPassword(new Actor("ben"), "ben", "another long one");

        assertThat(accounts.isPasswordOf("ben", PASSWORD)).isFalse();
        assertThat(accounts.isPasswordOf("ben", "another long one")).isTrue();
    }

    @Test
    void only_a_salted_hash_is_kept_which_names_its_algorithm() {
        accounts.setPassword(ADMIN, "ben", PASSWORD);
        accounts.setPassword(ADMIN, "emi", PASSWORD);

        assertThat(database.rows("select password_hash from accounts"))
                .extracting(row -> String.valueOf(row.get("password_hash")))
                .allSatisfy(hash -> assertThat(hash).startsWith("{bcrypt}$2a$11$"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_password_is_neither_too_short_nor_longer_than_its_hash_looks() {
        refused(() -> accounts.setPassword(ADMIN, "ben", "elevenchars"), "password: must have at least 12 characters");
        refused(() -> accounts.setPassword(ADMIN, "ben", "ä".repeat(37)), "password: may have at most 72 bytes");

        accounts.setPassword(ADMIN, "ben", "twelve chars");
        accounts.setPassword(ADMIN, "ben", "ä".repeat(36));
    }

    @Test
    void a_symbol_of_several_units_is_one_character() {
        refused(() -> accounts.setPassword(ADMIN, "ben", "🔑".repeat(11)), "at least 12 characters");
    }

    @Test
    void passwords_of_others_need_a_permission() {
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
    void the_holder_of_the_configured_token_has_none() {
        refused(() -> accounts.setPassword(new Actor("bootstrap"), "bootstrap", PASSWORD), "not for people");
    }

    @Test
    void the_password_of_somebody_of_the_demo_is_in_no_table() {
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
