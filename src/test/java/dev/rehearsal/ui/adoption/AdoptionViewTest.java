package dev.rehearsal.ui.adoption;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.proposal.SavedNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** release-localtest is kept by hand: 990 copies 204 but at another priority, 991 copies nothing. */
class AdoptionViewTest {

    private static final String LOCALTEST = "mappings/adoption?product=Firefox&live=release&test=release-localtest";

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    private void keepByHand() {
        firefox.live(
                rule(
                        990,
                        "alias",
                        "firefox-release-localtest",
                        "channel",
                        "release-localtest",
                        "priority",
                        95,
                        "mapping",
                        "Firefox-149"),
                rule(991, "channel", "release-localtest", "locale", "xx", "distribution", "lab", "version", "<60.0"));
    }

    @Test
    void listsWhatThereIsToAdopt() {
        keepByHand();

        page.open(ADA, "mappings/adoption");

        assertThat(Page.textOf(_get(CandidateTable.class)))
                .contains("release-localtest release Firefox ○ served 2 1 1 Look at it");
        assertThat(_find(H1.class)).hasSize(1);
    }

    @Test
    void saysWhatWouldBeListedWhereNothingIsKeptByHand() {
        page.open(ADA, "mappings/adoption");

        assertThat(Page.textOf(_get(EmptyState.class)))
                .contains("No test channel is kept by hand.", "named like release-localtest");
    }

    @Test
    void isReachedFromTheMappings() {
        keepByHand();
        page.open(ADA, "mappings");

        page.follow("Look at its copies");

        assertThat(page.heading()).isEqualTo("Adopt release-localtest for Firefox");
    }

    @Test
    void showsRowByRowWhereCopiesHaveDrifted() {
        keepByHand();

        page.open(ADA, LOCALTEST);

        assertThat(Page.textOf(_get(PairingCard.class)))
                .contains("2 rules are made by hand: none as the live rule, one drifted, one a copy of nothing.")
                .contains("#990 firefox-release-localtest #204 firefox-release priority 95 90")
                .contains("One rule copies nothing live", "#991")
                .contains("One live rule has no copy", "#877");
    }

    @Test
    void showsQueryByQueryWhoIsAnsweredDifferently() {
        keepByHand();
        firefox.live(release151(), edit(990, "mapping", "Firefox-151"));
        page.open(ADA, LOCALTEST);

        page.meanwhile(() -> {});

        assertThat(Page.textOf(_get(AnswersCard.class)))
                .containsPattern("Asked \\d+ clients: (one is|\\d+ are) answered differently")
                .contains("/release-localtest/")
                .contains("By hand:#990 firefox-release-localtest serves Firefox-151")
                .contains("Computed:#204 firefox-release serves Firefox-149");
        assertThat(page.button("Compare again").isVisible()).isTrue();
    }

    private static Proposal release151() {
        ObjectNode blob = (ObjectNode) BlobBuilder.aRelease(9)
                .with("name", "'Firefox-151'")
                .with("appVersion", "'151.0'")
                .json();
        return new Proposal.AddRelease(new ReleaseName("Firefox-151"), "Firefox", false, blob);
    }

    @Test
    void saysThatAComparisonIsOutOfDate() {
        keepByHand();
        page.open(ADA, LOCALTEST);
        page.meanwhile(() -> {});

        page.meanwhile(() -> firefox.live(edit(204, "mapping", "Firefox-150")));

        assertThat(Page.textOf(_get(AnswersCard.class))).contains("compare again");
        page.click("Compare again");
        page.meanwhile(() -> {});
        assertThat(Page.textOf(_get(AnswersCard.class))).containsPattern("Asked \\d+ clients");
    }

    @Test
    void mapsTheChannelAndGoesOnToRetireTheCopies() {
        keepByHand();
        page.open(ADA, LOCALTEST);
        page.follow("Next: map the channel");
        assertThat(Page.textOf(_get(MapStep.class)))
                .contains("The 2 rules made by hand for it are then served to nobody.");

        page.click("Save");
        page.confirm();

        assertThat(TestDatabase.H2.bean(ChannelMappings.class).all())
                .extracting(ChannelMapping::testChannel)
                .contains("release-localtest");
        assertThat(page.location()).contains("step=retire", "saved=");
        assertThat(Page.textOf(_get(SavedNote.class))).contains("live", "Map release-localtest to release");
        assertThat(Page.textOf(_get(RetireStep.class))).contains("2 rules less to keep.");
    }

    @Test
    void retiresTheCopiesAsOneSet() {
        keepByHand();
        mapped();
        page.open(ADA, LOCALTEST + "&step=retire");

        page.click("Schedule");

        ChangeSet set = TestDatabase.H2.bean(ChangeQueue.class).pending().getFirst();
        assertThat(set.title()).isEqualTo("Retire the hand-made rules of release-localtest");
        assertThat(set.changes()).hasSize(2);
        assertThat(Page.textOf(_get(RetireStep.class)))
                .contains("All 2 rules made by hand for release-localtest will be removed");
        page.meanwhile(() -> TestDatabase.H2.bean(EnactmentService.class).enact(ADA, set.id()));
        assertThat(Page.textOf(_get(RetireStep.class))).contains("No rule is made by hand for release-localtest.");
    }

    @Test
    void doesNotRetireWhatIsStillServed() {
        keepByHand();

        page.open(ADA, LOCALTEST + "&step=retire");

        assertThat(Page.textOf(_get(RetireStep.class)))
                .contains("release-localtest is not mapped yet: testers are still served by these rules.");
    }

    @Test
    void saysThatAChannelIsMappedAlready() {
        keepByHand();
        mapped();

        page.open(ADA, LOCALTEST + "&step=map");

        assertThat(Page.textOf(_get(MapStep.class))).contains("release-localtest shows release already (whole queue).");
    }

    @Test
    void saysWhySomebodyMayNot() {
        keepByHand();
        mapped();

        page.open(RITA, LOCALTEST + "&step=retire");

        assertThat(page.button("Schedule").isEnabled()).isFalse();
        assertThat(page.text()).contains("You lack the permission 'rule' with action 'delete'");
    }

    @Test
    void saysWhatIsWrongWithChannelsThatCannotBeAdopted() {
        for (String query : List.of("live=beta&test=release-cdntest&product=Firefox", "live=release&test=release")) {
            page.open(ADA, "mappings/adoption?" + query);

            assertThat(_find(EmptyState.class)).hasSize(1);
            assertThat(_find(PairingCard.class)).isEmpty();
        }
    }

    private void mapped() {
        firefox.live(RowKinds.MAPPINGS.change(
                null, null, new MappingProposal("Firefox", "release", "release-localtest", new Scope.WholeQueue())));
    }
}
