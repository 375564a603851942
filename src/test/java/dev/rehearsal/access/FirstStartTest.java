package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.problem.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@EachDatabase
class FirstStartTest {

    private static final String HERE = "192.0.2.1";
    private static final String PASSWORD = "correct horse battery";

    private final Town town;
    private final FirstStart firstStart;

    FirstStartTest(TestDatabase database) {
        this.town = new Town(database.emptied());
        this.firstStart = town.firstStart();
    }

    @Test
    void whoeverHasTheTokenBecomesTheFirstAdministrator() {
        assertThat(firstStart.isOpen()).isTrue();

        firstStart.begin(Town.BOOTSTRAP_TOKEN, "ada", PASSWORD, HERE);

        assertThat(town.accounts.isPasswordOf("ada", PASSWORD)).isTrue();
        assertThat(town.permission("ada", PermissionName.ADMIN)).isNotNull();
    }

    @Test
    void itIsOverOnceSomebodyHasAPassword() {
        firstStart.begin(Town.BOOTSTRAP_TOKEN, "ada", PASSWORD, HERE);

        assertThat(firstStart.isOpen()).isFalse();
        refused(() -> firstStart.begin(Town.BOOTSTRAP_TOKEN, "eve", PASSWORD, HERE), "is over");
        assertThat(town.person("eve").isKnown()).isFalse();
    }

    @Test
    void theTokenIsNotGuessed() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            refused(() -> firstStart.begin("guessed", "eve", PASSWORD, HERE), "token: is not the one");
        }

        refused(() -> firstStart.begin(Town.BOOTSTRAP_TOKEN, "eve", PASSWORD, HERE), "token: was wrong too often");
    }

    @Test
    void aWrongNameOrPasswordMakesNobody() {
        refused(() -> firstStart.begin(Town.BOOTSTRAP_TOKEN, "bootstrap", PASSWORD, HERE), "not for people");
        refused(() -> firstStart.begin(Town.BOOTSTRAP_TOKEN, "ada", "password1234", HERE), "easy to guess");

        assertThat(town.person("ada").isKnown()).isFalse();
        assertThat(firstStart.isOpen()).isTrue();
    }

    @Test
    void wherePermissionsNeedSignoffsItPassesNone() {
        town.everyPermissionNeedsSignoff();

        refused(() -> firstStart.begin(Town.BOOTSTRAP_TOKEN, "ada", PASSWORD, HERE), "permissions need signoffs");
    }

    private static void refused(ThrowingCallable deed, String sentence) {
        assertThatThrownBy(deed).isInstanceOf(RefusedException.class).hasMessageContaining(sentence);
    }
}
