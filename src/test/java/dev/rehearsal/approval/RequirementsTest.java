package dev.rehearsal.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many signoffs of which role, and what is missing of them. */
class RequirementsTest {

    private static final Role RELENG = new Role("releng");
    private static final Role RELMAN = new Role("relman");

    @Test
    void togetherAskForTheLargerNumberOfEachRole() {
        Requirements one = Requirements.of(RELENG, 2).and(Requirements.of(RELMAN, 1));
        Requirements other = Requirements.of(RELENG, 1).and(Requirements.of(RELMAN, 3));

        assertThat(one.and(other)).isEqualTo(Requirements.of(RELENG, 2).and(Requirements.of(RELMAN, 3)));
    }

    @Test
    void areNoneWhereNobodyIsAsked() {
        assertThat(Requirements.NONE.isEmpty()).isTrue();
    }

    @Test
    void areSomeWhereSomebodyIsAsked() {
        assertThat(Requirements.of(RELENG, 1).isEmpty()).isFalse();
    }

    @Test
    void areMetRoleByRole() {
        Requirements needed = Requirements.of(RELENG, 2).and(Requirements.of(RELMAN, 1));

        assertThat(needed.missing(List.of(by("ada", RELENG), by("emi", RELMAN))))
                .isEqualTo(Requirements.of(RELENG, 1));
    }

    @Test
    void areNotMetByAnotherRole() {
        assertThat(Requirements.of(RELENG, 1).missing(List.of(by("emi", RELMAN))))
                .isEqualTo(Requirements.of(RELENG, 1));
    }

    @Test
    void areMetByMoreThanAreAskedFor() {
        assertThat(Requirements.of(RELENG, 1).missing(List.of(by("ada", RELENG), by("bo", RELENG))))
                .isEqualTo(Requirements.NONE);
    }

    private static Signoff by(String person, Role role) {
        return new Signoff(new Actor(person), role, Instant.EPOCH, null, Map.of(), 0, null, null);
    }
}
