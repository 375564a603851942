package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashesTest {

    private static final String PASSWORD = "seven quiet otters";

    private final PasswordHashes hashes = new PasswordHashes(9);

    @Test
    void aHashHasTheCostThatIsAskedFor() {
        assertThat(hashes.make(PASSWORD, "ben").text()).startsWith("{bcrypt}$2a$09$");
    }

    @Test
    void aHashOfAnotherCostIsComparedAllTheSame() {
        PasswordHash older = new PasswordHashes(8).make(PASSWORD, "ben");

        assertThat(hashes.areSame(PASSWORD, older)).isTrue();
        assertThat(hashes.areSame("seven quiet otter", older)).isFalse();
    }

    @Test
    void aCheaperHashTakesAsLongAsANameThatThereIsNot() {
        PasswordHashes raised = new PasswordHashes(12);
        long rounds = (1 << 8) + raised.inVain(8).mapToLong(cost -> 1L << cost).sum();

        assertThat(rounds).isEqualTo(1 << 12);
        assertThat(raised.inVain(12)).isEmpty();
    }

    @Test
    void nothingIsThePasswordOfNobody() {
        assertThat(hashes.areSame("", null)).isFalse();
        assertThat(hashes.areSame(PASSWORD, null)).isFalse();
    }
}
