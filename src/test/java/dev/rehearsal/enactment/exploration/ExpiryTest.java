package dev.rehearsal.enactment.exploration;

import static dev.rehearsal.enactment.exploration.Acts.say;
import static dev.rehearsal.enactment.exploration.Acts.sign;
import static dev.rehearsal.enactment.exploration.Acts.tick;
import static dev.rehearsal.enactment.exploration.Cast.ANN;
import static dev.rehearsal.enactment.exploration.Cast.BOB;
import static dev.rehearsal.enactment.exploration.Cast.FREE;
import static dev.rehearsal.enactment.exploration.Cast.ON_ESR;
import static dev.rehearsal.enactment.exploration.Cast.ON_RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Ballot;
import dev.rehearsal.matching.RuleId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where signoffs and passes count for three hours. */
class ExpiryTest {

    private final Judge judge = new Judge();
    private final Desk desk = Desk.of(judge);
    private World world = Cast.world();

    private void does(Act... acts) {
        for (Act act : acts) {
            world = Objects.requireNonNull(act.on(desk, world), act.toString());
        }
    }

    private boolean servesFree(RuleId rule) {
        return FREE.equals(Objects.requireNonNull(world.live.rule(rule)).mapping());
    }

    @Test
    void anOldSignoffDoesNotCountAndSaysSo() {
        does(Acts.scheduleIn(3, "release serves Free", ANN, Acts.SERVE_FREE), sign(BOB, 0), tick(), tick(), tick());

        assertThat(servesFree(ON_RELEASE)).isFalse();
        ChangeSet set = world.sets.getFirst();
        Ballot ballot = judge.readiness(world, set, world.situation()).ballot();
        assertThat(ballot.lapsed())
                .singleElement()
                .satisfies(lapsed -> assertThat(lapsed.reason())
                        .isEqualTo("does not count: it expired 1970-01-01 04:00 UTC; sign again"));
    }

    @Test
    void itCountsOnceItIsGivenAgain() {
        does(Acts.scheduleIn(3, "release serves Free", ANN, Acts.SERVE_FREE), sign(BOB, 0), tick(), tick(), tick());

        does(sign(BOB, 0), tick());

        assertThat(servesFree(ON_RELEASE)).isTrue();
    }

    @Test
    void anOldPassDoesNotCountUntilItIsGivenAgain() {
        does(Acts.scheduleIn(4, "esr serves Free", ANN, Acts.TEST_FREE), say(BOB, Outcome.PASS));
        does(tick(), tick(), tick(), tick());
        assertThat(servesFree(ON_ESR)).isFalse();

        does(say(BOB, Outcome.PASS), tick());

        assertThat(servesFree(ON_ESR)).isTrue();
    }
}
