package dev.rehearsal.history;

import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static dev.rehearsal.history.Writing.removeRelease;
import static dev.rehearsal.history.Writing.removeRule;
import static dev.rehearsal.history.Writing.writeRelease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Rule 1 is as it was in revision 1, release R1 as in its revision 1, until something is written. */
@EachDatabase
class RevertServiceTest {

    private static final RuleId RULE = new RuleId(1);
    private static final ReleaseName R1 = new ReleaseName("R1");

    private final Writing writing;
    private final RevertService revertService;
    private final Rule rule;
    private final Release release;

    RevertServiceTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.revertService = database.bean(RevertService.class);
        writing.directly(addRelease("R1"));
        writing.directly(addRelease("R2"), addRule("mapping", "R1", "jaws", true, "alias", "main"));
        this.rule = Objects.requireNonNull(writing.state().live().rules().get(RULE));
        this.release = Objects.requireNonNull(writing.state().live().releases().get(R1));
    }

    @Test
    void aRuleSetsTheFieldsThatDifferAndNoOthers() {
        writing.directly(edit(1, "mapping", "R2", "jaws", null));

        Change change = writing.schedule(Duration.ofHours(1), revertService.ruleTo(RULE, 1))
                .changes()
                .getFirst();

        assertThat(change)
                .isInstanceOfSatisfying(
                        Change.RuleEdit.class,
                        edit -> assertThat(edit.fields()).containsOnlyKeys(RuleField.MAPPING, RuleField.JAWS));
    }

    @Test
    void aRuleMakesItAllThatItWas() {
        writing.directly(edit(1, "mapping", "R2", "jaws", null, "alias", null, "locale", "de", "priority", 3));

        writing.directly(revertService.ruleTo(RULE, 1));

        assertThat(live()).isEqualTo(rule.withDataVersion(3));
    }

    @Test
    void aRuleThatWasRemovedMakesANewOneThatSaysTheSame() {
        writing.directly(removeRule(1));

        writing.directly(revertService.ruleTo(RULE, 1));

        assertThat(writing.state().live().rules().values()).containsExactly(rule.withId(new RuleId(2)));
    }

    @Test
    void aRuleIsLiveAtOnceWhereNothingIsInTheWay() {
        writing.directly(edit(1, "mapping", "R2"));

        RevertService.Reverted reverted = revertService.revertRule(Writing.ADA, RULE, 1);

        assertThat(reverted.waitsFor()).isEmpty();
        assertThat(live().mapping()).isEqualTo(R1);
    }

    @Test
    void aRuleIsScheduledWhereSignoffsAreNeeded() {
        writing.directly(edit(1, "mapping", "R2"));
        writing.requireSignoff("Firefox", "release");

        RevertService.Reverted reverted = revertService.revertRule(Writing.ADA, RULE, 1);

        assertThat(reverted.waitsFor())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).startsWith("signoff is required"));
        assertThat(writing.state().queue()).containsExactly(reverted.set());
        assertThat(live().mapping()).isEqualTo(new ReleaseName("R2"));
    }

    @Test
    void byWhoMayNotIsRefused() {
        writing.directly(edit(1, "mapping", "R2"));
        Actor nobody = new Actor("nobody@rehearsal.example");

        assertThatThrownBy(() -> revertService.revertRule(nobody, RULE, 1))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(RefusedException.Reason.FORBIDDEN));
        assertThat(writing.state().queue()).isEmpty();
    }

    @Test
    void toWhatIsLiveIsRefused() {
        refused("rule 1 is as it was in revision 1", () -> revertService.ruleTo(RULE, 1));
        refused("release 'R1' is as it was in revision 1", () -> revertService.releaseTo(R1, 1));
    }

    @Test
    void toARevisionOfAnotherObjectIsRefused() {
        refused("rule 1 has no revision 99", () -> revertService.ruleTo(RULE, 99));
        refused("release 'R1' has no revision 2", () -> revertService.releaseTo(R1, 2));
    }

    @Test
    void toARemovalIsRefused() {
        writing.directly(removeRule(1));

        refused("in revision 2 rule 1 was removed: choose one before it", () -> revertService.ruleTo(RULE, 2));
    }

    @Test
    void aRuleToAReleaseThatIsGoneIsRefusedWhenItIsAskedFor() {
        writing.directly(edit(1, "mapping", "R2"));
        writing.directly(removeRelease("R1"));
        Proposal back = revertService.ruleTo(RULE, 1);

        refused("release 'R1'", () -> writing.schedule(Duration.ofHours(1), back));
    }

    @Test
    void aReleaseHasItsOldContentAgain() {
        writing.directly(writeRelease("R1", "fr"));

        writing.directly(revertService.releaseTo(R1, 1));

        assertThat(content()).isEqualTo(release.content());
    }

    @Test
    void aReleaseThatWasRemovedIsMadeAgain() {
        writing.directly(removeRule(1), removeRelease("R1"));

        writing.directly(revertService.releaseTo(R1, 1));

        Release again = Objects.requireNonNull(writing.state().live().releases().get(R1));
        assertThat(again.withIncarnation(0)).isEqualTo(release.withIncarnation(0));
        assertThat(again.incarnation()).isGreaterThan(release.incarnation());
    }

    private Rule live() {
        return Objects.requireNonNull(writing.state().live().rules().get(RULE));
    }

    private ContentHash content() {
        return Objects.requireNonNull(writing.state().live().releases().get(R1)).content();
    }

    private static void refused(String sentence, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RefusedException.class).hasMessageContaining(sentence);
    }
}
