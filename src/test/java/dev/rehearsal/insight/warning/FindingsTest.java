package dev.rehearsal.insight.warning;

import static dev.rehearsal.Office.ADA;
import static dev.rehearsal.Office.CHIOMA;
import static dev.rehearsal.Office.DMITRI;
import static dev.rehearsal.Office.addRelease;
import static dev.rehearsal.Office.addRule;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.preview.ChannelFindings;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is found about pending sets of Firefox on release, and goes once it is mended. */
@EachDatabase
class FindingsTest {

    private final Office office;
    private final ChangeSetFindings findings;

    FindingsTest(TestDatabase database) {
        this.office = new Office(database);
        this.findings = database.bean(ChangeSetFindings.class);
    }

    private List<String> of(ChangeSet set) {
        return findings.of(office.state(), office.now(set)).stream()
                .map(finding -> finding.kind().wireName() + ": " + finding.sentence())
                .toList();
    }

    private List<Finding> on(@Nullable String product, @Nullable String channel) {
        return office.database.bean(ChannelFindings.class).of(findings, product, channel);
    }

    private void takeRole(String person, Role role) {
        office.database.write(entry -> {
            office.database.bean(PeopleStore.class).removeRole(entry, person, role);
            return entry;
        });
    }

    @Test
    void areNoneOfASetThatIsAsItShouldBe() {
        assertThat(of(office.schedule("Ship", 4, edit(1, "mapping", "R2")))).isEmpty();
        assertThat(on(null, null)).isEmpty();
    }

    @Test
    void areAConflictWithWhatBecameLive() {
        ChangeSet set = office.schedule("Ship", 4, edit(1, "mapping", "R2"));
        office.live(edit(1, "mapping", "R3"));

        assertThat(of(set)).singleElement().asString().startsWith("conflict: rule 1: mapping was 'R1'");
        assertThat(on("Firefox", "release")).singleElement().satisfies(finding -> {
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.changeSet()).isEqualTo(set.id());
        });
    }

    @Test
    void areAnAliasThatSomebodyTookMeanwhile() {
        ChangeSet set = office.schedule("Rename", 4, edit(2, "alias", "taken"));
        office.live(addRule("alias", "taken", "channel", "esr"));

        assertThat(of(set)).singleElement().asString().startsWith("alias_clash: alias 'taken' would belong to rule 2");
    }

    @Test
    void areAReleaseThatWasDeletedUnderTheSet() {
        ChangeSet set = office.schedule("Ship", 4, edit(1, "mapping", "R2"));
        office.hoursPass(1);
        office.live(new Proposal.RemoveRelease(new ReleaseName("R2"), null));

        assertThat(of(set))
                .containsExactly(
                        "missing_release: rule 1 would name release 'R2', which would not exist",
                        "release_moved: R2 was deleted by greta after this set was saved");
    }

    @Test
    void areAReleaseThatWasChangedUnderTheSetUntilTheSetIsSavedAgain() {
        ChangeSet set = office.schedule("Ship", 4, edit(1, "mapping", "R2"));
        office.hoursPass(1);
        office.live(new Proposal.ReplaceRelease(new ReleaseName("R2"), null, null, Office.blob("R2", "fr")));

        assertThat(of(set)).containsExactly("release_moved: R2 was changed by greta after this set was saved");
        office.hoursPass(1);
        office.move(ADA, set, 6);
        assertThat(of(set)).isEmpty();
    }

    @Test
    void areATieThatItBringsAbout() {
        assertThat(of(office.schedule("Tie", 4, addRule("mapping", "R2", "locale", "de"))))
                .containsExactly(
                        "tie: rule #1 and rule #3 have priority 100 and may match the same clients: then rule #1 decides,"
                                + " because its number is lower",
                        "unreached: no client reaches rule #3: rule #1 always comes first");
    }

    @Test
    void areAReleaseOfAnotherProductAndAThrottledRuleWithoutFallback() {
        office.live(new Proposal.AddRelease(new ReleaseName("T1"), "Thunderbird", false, Office.blob("T1")));

        assertThat(of(office.schedule("Wrong", 4, edit(1, "mapping", "T1", "backgroundRate", 10))))
                .containsExactly(
                        "throttled: 90 % of the clients of rule #1 get no update at all: it has no fallback mapping",
                        "foreign_release: rule #1 is for Firefox, but T1 is a release of Thunderbird");
    }

    @Test
    void areAReleaseWithoutAUrlOnTheTestChannel() {
        ObjectNode blob = Office.blob("R4");
        ObjectNode urls = (ObjectNode) blob.get("fileUrls");
        urls.set("release", urls.remove("*"));
        office.live(new Proposal.AddRelease(new ReleaseName("R4"), "Firefox", false, blob));

        assertThat(of(office.schedule("Ship", 4, edit(1, "mapping", "R4"))))
                .containsExactly(
                        "no_url: R4 gives no URL on release-cdntest for 1 of the files that it lists: complete from *");
    }

    @Test
    void areThatNobodyCanSignAnyMore() {
        office.needingSignoffs();
        ChangeSet set = office.schedule("Ship", 4, edit(1, "mapping", "R2"));
        assertThat(of(set)).isEmpty();

        takeRole(DMITRI, Office.RELENG);

        assertThat(of(set))
                .containsExactly(
                        "nobody_can_sign: 1 signoff is needed by releng, but nobody other than its writers can give one");
    }

    @Test
    void areAGateWhoseRoleNobodyHoldsAnyMore() {
        office.needingTests();
        assertThat(on("Firefox", "release")).isEmpty();

        takeRole(CHIOMA, Office.QA);

        assertThat(on("Firefox", "release")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.GATE_CANNOT_OPEN);
            assertThat(finding.sentence())
                    .isEqualTo("the gate of Firefox on release cannot open: nobody holds the role 'qa':"
                            + " give it to somebody first");
        });
        assertThat(on("Thunderbird", "release")).isEmpty();
        assertThat(on("Firefox", "beta")).isEmpty();
    }

    @Test
    void areOfDraftsToo() {
        assertThat(of(office.draft("Throttle", 4, edit(1, "backgroundRate", 10))))
                .singleElement()
                .asString()
                .startsWith("throttled");
    }

    @Test
    void areNoneOfASetThatHasEnded() {
        ChangeSet set = office.schedule("Throttle", 4, edit(1, "backgroundRate", 10));
        office.changeSets.withdraw(new Actor(ADA), set.id(), null);

        assertThat(of(set)).isEmpty();
    }

    @Test
    void areGoneOnceTheReleaseIsThere() {
        ChangeSet set = office.schedule("Ship", 4, addRelease("R9"), edit(1, "mapping", "R9"));

        assertThat(of(set)).isEmpty();
    }
}
