package dev.rehearsal.insight.review;

import static dev.rehearsal.Office.DMITRI;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.review.Clash.Side;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a set says once somebody has decided what it clashes in. */
class ResolvingTest {

    private static final ReleaseName R2 = new ReleaseName("R2");

    private final Office office = new Office(TestDatabase.H2);

    @Test
    void aFieldThatNobodyShallHaveChangedBecomesWhatItWas() {
        ChangeSet set = office.schedule("Ship R2", 4, edit(1, "mapping", "R2", "backgroundRate", 25));
        office.live(edit(1, "mapping", "R3"));

        ChangeSet resolved = resolve(set, Side.BASE);

        assertThat(((Change.RuleEdit) resolved.changes().getFirst()).fields())
                .extractingByKey(RuleField.MAPPING)
                .satisfies(field -> {
                    assertThat(field.value()).isEqualTo("R1");
                    assertThat(field.live()).isEqualTo("R3");
                });
        assertThat(staged().conflicts()).isEmpty();
    }

    @Test
    void aPartThatNobodyShallHaveAddedGoes() {
        ContentHash withoutFrench = content(office.state().live());
        ChangeSet set = office.schedule("French", 4, release("fr"));
        office.live(release("fr=8"));

        resolve(set, Side.BASE);

        assertThat(content(staged().staged())).isEqualTo(withoutFrench);
        assertThat(staged().conflicts()).isEmpty();
    }

    @Test
    void aPartThatOnlyASetBeforeChangesBecomesAgainWhatIsLive() {
        ChangeSet set = office.schedule("Respin German", 4, release("de=9"));
        office.schedule("Respin German, too", 2, release("de=8"));

        resolve(set, Side.BASE);

        assertThat(content(staged().staged())).isEqualTo(content(office.state().live()));
        assertThat(staged().conflicts()).isEmpty();
    }

    @Test
    void aBaseThatWouldBeNoOtherOutcomeIsNotOffered() {
        Clash.OfField clash = new Clash.OfField(
                new Change.RuleRemoval(new ChangeId(1), new RuleId(1), List.of()),
                "rule #1",
                "mapping",
                "R1",
                "R1",
                "R3");

        assertThat(clash.sides()).containsExactly(Side.MINE, Side.THEIRS);
    }

    @Test
    void aRowThatIsGoneCannotBeChangedAllTheSame() {
        ChangeSet set = office.schedule("Both", 4, edit(1, "mapping", "R2"), edit(2, "mapping", "R2"));
        office.live(new Proposal.RemoveRule(new RuleId(2), null));

        assertThatThrownBy(() -> resolve(set, Side.MINE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("rule #2 cannot be decided like this");
    }

    private ChangeSet resolve(ChangeSet set, Side side) {
        Actor dmitri = new Actor(DMITRI);
        Reviews reviews = office.database.bean(Reviews.class);
        Review review = reviews.of(set.id(), dmitri).orElseThrow();
        List<Clash> clashes = review.clashes();
        return reviews.resolve(
                dmitri, review.set(), clashes.stream().collect(Collectors.toMap(clash -> clash, clash -> side)));
    }

    private Stage staged() {
        return office.state().stages().wholeQueue();
    }

    private static ContentHash content(Tables tables) {
        return Objects.requireNonNull(tables.releases().get(R2)).content();
    }

    private static Proposal release(String... locales) {
        return new Proposal.ReplaceRelease(R2, null, null, Office.blob("R2", locales));
    }
}
