package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.problem.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {

    private final PasswordStrength strength = new PasswordStrength();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd1234",
                "qwertyuiop12",
                "iloveyou1234",
                "administrator",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "123456789012",
                "Rehearsal2026",
                "ada.lovelace@rehearsal.example",
                "lovelacelovelace"
            })
    void whatIsCommonOrGuessedFromTheNameIsRefused(String password) {
        assertThatThrownBy(() -> strength.refuseWeak(password, "ada.lovelace@rehearsal.example"))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("password: is easy to guess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "twelve chars", "rht_hx7Yh2jQp0sKd82LmZq"})
    void wordsThatDoNotBelongTogetherAreFine(String password) {
        assertThatCode(() -> strength.refuseWeak(password, "ada")).doesNotThrowAnyException();
    }
}
