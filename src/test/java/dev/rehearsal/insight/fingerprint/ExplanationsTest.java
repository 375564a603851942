package dev.rehearsal.insight.fingerprint;

import static dev.rehearsal.Office.ADA;
import static dev.rehearsal.Office.CHIOMA;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.fingerprint.StaleVerdicts.Looked;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks at Firefox on release, an hour between any two things that happen. */
@EachDatabase
class ExplanationsTest {

    private final Office office;
    private final Explanations explanations;
    private final StaleVerdicts stale;

    ExplanationsTest(TestDatabase database) {
        this.office = new Office(database);
        this.explanations = database.bean(Explanations.class);
        this.stale = database.bean(StaleVerdicts.class);
        office.hoursPass(1);
    }

    private ChangeSet shippingR2() {
        ChangeSet set = office.schedule("Ship R2", 48, edit(1, "mapping", "R2"));
        office.hoursPass(1);
        return set;
    }

    private void respin(String release, String... locales) {
        office.hoursPass(1);
        office.live(new Proposal.ReplaceRelease(new ReleaseName(release), null, null, Office.blob(release, locales)));
        office.hoursPass(1);
    }

    private Looked judgedLast() {
        return stale.at(office.database.bean(Verdicts.class).latest(null, null, 10))
                .getFirst();
    }

    private TestedState live() {
        return state(office.state().live());
    }

    private TestedState staged() {
        return state(office.state().stages().wholeQueue().staged());
    }

    private TestedState state(Tables tables) {
        return new TestedState(
                "Firefox",
                "release",
                Fingerprint.of(tables, office.database.bean(ReleaseContents.class), "Firefox", "release"));
    }

    private List<String> between(TestedState from, TestedState to) {
        return explanations.between(from, to.fingerprint()).sentences();
    }

    @Test
    void aVerdictOnWhatIsServedIsNotStale() {
        shippingR2();
        office.judge(CHIOMA, Outcome.PASS);

        assertThat(judgedLast().stale()).isFalse();
    }

    @Test
    void aVerdictIsStaleBecauseAReleaseGotANewBuild() {
        shippingR2();
        office.judge(CHIOMA, Outcome.PASS);

        respin("R2", "de=9");

        assertThat(judgedLast().stale()).isTrue();
        assertThat(judgedLast().because()).containsExactly("R2 got a new de build for win64");
    }

    @Test
    void anEditElsewhereMakesNoVerdictStale() {
        shippingR2();
        office.judge(CHIOMA, Outcome.PASS);

        respin("R3", "fr");

        assertThat(judgedLast().stale()).isFalse();
    }

    @Test
    void aVerdictIsStaleBecauseTheSetThatWasTestedIsAnother() {
        ChangeSet set = shippingR2();
        office.judge(CHIOMA, Outcome.FAIL);
        office.hoursPass(1);

        office.changeSets.withdraw(new Actor(ADA), set.id(), null);

        assertThat(judgedLast().because())
                .containsExactly("rule #1 main: mapping R2 → R1", "R1 can be served now", "R2 is served no more");
    }

    @Test
    void aVerdictOnWhatWentLiveSaysSoWhenTheNextSetIsShown() {
        ChangeSet set = shippingR2();
        office.judge(CHIOMA, Outcome.PASS);
        office.hoursPass(1);
        office.enactment.enact(new Actor(Office.GRETA), set.id(), null);
        office.hoursPass(1);
        office.schedule("Slowly", 50, edit(1, "backgroundRate", 25));

        assertThat(judgedLast().because())
                .containsExactly("what was tested is live on release now", "rule #1 main: backgroundRate 100 → 25");
    }

    @Test
    void aVerdictIsStaleBecauseItsChannelIsNoTestChannelAnyMore() {
        shippingR2();
        office.judge(CHIOMA, Outcome.PASS);
        office.database.write(entry -> {
            office.database
                    .bean(ChannelMappings.class)
                    .remove(entry, office.state().mappings().getFirst());
            return entry;
        });

        assertThat(judgedLast().because()).containsExactly("release-cdntest is no test channel of Firefox any more");
    }

    @Test
    void whatIsStagedAndWhatIsLiveAreToldWithoutAVerdict() {
        shippingR2();

        assertThat(between(live(), staged())).first().isEqualTo("rule #1 main: mapping R1 → R2");
    }

    @Test
    void nothingIsToldOfOneState() {
        assertThat(between(live(), live())).isEmpty();
    }

    @Test
    void aSetThatWasNeverShownIsKnownAsLongAsItIsPending() {
        shippingR2();
        ChangeSet second = office.schedule("Slowly", 50, edit(1, "backgroundRate", 25));
        TestedState alone = state(office.state()
                .stages()
                .of(new Scope.Only(second.id()), null, "release")
                .stage()
                .staged());

        assertThat(between(live(), alone)).containsExactly("rule #1 main: backgroundRate 100 → 25");
    }

    @Test
    void aStateThatWasLiveOnceIsPutTogetherFromHistory() {
        TestedState before = live();
        office.live(edit(1, "mapping", "R2"));
        office.hoursPass(1);
        TestedState meanwhile = live();
        office.live(edit(1, "mapping", "R3"));
        office.hoursPass(1);

        assertThat(between(before, live())).first().isEqualTo("rule #1 main: mapping R1 → R3");
        assertThat(between(meanwhile, live())).first().isEqualTo("rule #1 main: mapping R2 → R3");
    }

    @Test
    void twoFingerprintsAloneTellWhatTheyAreOf() {
        shippingR2();
        office.judge(CHIOMA, Outcome.PASS);
        TestedState judged = staged();
        respin("R2", "fr");

        Explanation explanation = explanations.between(judged.fingerprint(), staged().fingerprint(), null, null);

        assertThat(explanation.sentences()).containsExactly("R2 got a fr build for win64");
    }

    @Test
    void aFingerprintThatNobodyHasSeenIsNotFound() {
        Fingerprint unknown = new Fingerprint("0".repeat(64));

        assertThatThrownBy(() -> explanations.between(unknown, live().fingerprint(), null, null))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusedException.Reason.NOT_FOUND))
                .hasMessageContaining("was never judged or live");
    }

    @Test
    void aStateThatCannotBePutTogetherAnyMoreIsSaidToBeSo() {
        TestedState unknown = new TestedState("Firefox", "release", new Fingerprint("0".repeat(64)));

        assertThat(explanations.between(unknown, live().fingerprint()).sentences())
                .containsExactly("what release served for Firefox in state 00000000… cannot be put together any more");
    }

    @Test
    void aGateThatIsClosedSaysWhatWasPassedInstead() {
        office.needingTests();
        ChangeSet set = shippingR2();
        office.judge(CHIOMA, Outcome.PASS);
        respin("R2", "de=9", "fr");

        assertThatThrownBy(() -> office.enactment.enact(new Actor(Office.GRETA), set.id(), null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "is not tested: 1 more PASS by qa is needed;"
                                + " the PASS of chioma was for another state: R2 got a fr build for win64, R2 got a new de build for win64");
    }
}
