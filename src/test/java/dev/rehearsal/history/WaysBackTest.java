package dev.rehearsal.history;

import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.history.WaysBack.WayBack;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rule 1 serves R1; sets change it, and one goes back on them. */
class WaysBackTest {

    private static final Pins.Key PIN = new Pins.Key("Firefox", "release", "140.");

    private final Writing writing = new Writing(TestDatabase.H2);
    private final WaysBack back = TestDatabase.H2.bean(WaysBack.class);

    WaysBackTest() {
        writing.directly(addRelease("R1"), addRelease("R2"), addRelease("R3"), addRule("mapping", "R1"));
    }

    private WayBack from(ChangeSet... sets) {
        return back.from(Arrays.stream(sets).map(ChangeSet::id).toList());
    }

    private void go(ChangeSet... sets) {
        writing.directly(from(sets).changes().toArray(Proposal[]::new));
    }

    private Rule rule() {
        return Objects.requireNonNull(writing.state().live().rules().get(new RuleId(1)));
    }

    @Test
    void restoresTheFieldsThatTheSetChangedAndNoOthers() {
        ChangeSet shipped = writing.directly(edit(1, "mapping", "R2", "backgroundRate", 25));
        writing.directly(edit(1, "comment", "Of somebody else"));

        go(shipped);

        assertThat(rule().mapping()).isEqualTo(new ReleaseName("R1"));
        assertThat(rule().backgroundRate()).isEqualTo(100);
        assertThat(rule().comment()).isEqualTo("Of somebody else");
    }

    @Test
    void leavesWhatSomebodyChangedSinceAndSaysSo() {
        ChangeSet shipped = writing.directly(edit(1, "mapping", "R2", "backgroundRate", 25));
        writing.directly(edit(1, "backgroundRate", 50));

        WayBack way = from(shipped);

        assertThat(way.left()).containsExactly("rule 1: backgroundRate was changed since, from '25' to '50'");
        assertThat(way.changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(((Proposal.EditRule) change).fields()).containsOnlyKeys("mapping"));
    }

    @Test
    void goesBackOnSeveralSetsInOne() {
        ChangeSet shipped = writing.directly(edit(1, "mapping", "R2", "backgroundRate", 25));
        writing.anHourPasses();
        ChangeSet raised = writing.directly(edit(1, "backgroundRate", 50));

        go(shipped, raised);

        assertThat(rule().mapping()).isEqualTo(new ReleaseName("R1"));
        assertThat(rule().backgroundRate()).isEqualTo(100);
    }

    @Test
    void takesAwayWhatWasAddedAndMakesAgainWhatWasRemoved() {
        ChangeSet added = writing.directly(addRule("mapping", "R2", "priority", 7));
        ChangeSet removed = writing.directly(new Proposal.RemoveRule(new RuleId(1), null));

        go(added, removed);

        assertThat(writing.state().live().rules().values()).singleElement().satisfies(rule -> {
            assertThat(rule.mapping()).isEqualTo(new ReleaseName("R1"));
            assertThat(rule.id()).isNotIn(new RuleId(1), new RuleId(2));
        });
    }

    @Test
    void pointsAPinWhereItPointed() {
        writing.directly(new Proposal.SetPin(PIN, new ReleaseName("R1")));
        ChangeSet moved = writing.directly(new Proposal.SetPin(PIN, new ReleaseName("R2")));

        assertThat(from(moved).changes()).containsExactly(new Proposal.SetPin(PIN, new ReleaseName("R1")));
    }

    @Test
    void leavesAReleaseThatWasAdded() {
        ChangeSet added = writing.directly(addRelease("R9"));

        WayBack way = from(added);

        assertThat(way.changes()).isEmpty();
        assertThat(way.left()).containsExactly("release 'R9' stays: nobody gets it once no rule names it");
    }

    @Test
    void asksForNothingWhereAllIsAsItWas() {
        ChangeSet shipped = writing.directly(edit(1, "mapping", "R2"));
        writing.directly(edit(1, "mapping", "R1"));

        assertThat(from(shipped)).isEqualTo(new WayBack(List.of(shipped), List.of(), List.of()));
    }

    @Test
    void refusesWhatIsNotLive() {
        ChangeSet queued = writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"));

        assertThatThrownBy(() -> from(queued))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is not live, so there is nothing to go back on");
    }
}
