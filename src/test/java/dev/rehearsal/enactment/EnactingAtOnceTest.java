package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.add;
import static dev.rehearsal.enactment.Asking.edit;
import static dev.rehearsal.enactment.Asking.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.Proposal.RemoveRule;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Direct edits. */
@EachDatabase
class EnactingAtOnceTest {

    private final Rehearsal sets;

    EnactingAtOnceTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    @Test
    void doesNotWaitForWhatIsPendingAndDue() {
        sets.schedule(0, new RemoveRule(new RuleId(1), 1));
        sets.database.bean(TestClock.class).advance(Duration.ofHours(1));

        sets.live(edit(1, "mapping", "R3"));

        assertThat(sets.liveRule(1).mapping()).isEqualTo(new ReleaseName("R3"));
    }

    @Test
    void doesNotCountOnAReleaseThatIsOnlyAnnounced() {
        sets.schedule(0, add("R9"));

        refused(
                Reason.INVALID,
                "rule 1 would name release 'R9', which would not exist",
                () -> sets.live(edit(1, "mapping", "R9")));
    }
}
