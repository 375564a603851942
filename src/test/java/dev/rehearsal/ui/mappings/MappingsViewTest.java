package dev.rehearsal.ui.mappings;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.proposal.SavedNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MappingsViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void listsEachMappingWithWhatItsTestChannelShowsNow() {
        page.open(ADA, "mappings");

        assertThat(row("release-cdntest")).contains("release", "Firefox", "whole queue", "as live");
        assertThat(_find(H1.class)).hasSize(1);
        assertThat(page.text()).contains("as of Mon 2 Mar 2026, 09:00 UTC");
    }

    @Test
    void tellsHowATestChannelDiffers() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));

        page.open(ADA, "mappings");

        assertThat(row("release-cdntest")).contains("differs", "1 edited");
    }

    @Test
    void saysThatTheSetOfAScopeIsGone() {
        firefox.live(mapping("release", "release-localtest", new Scope.Only(new ChangeSetId(77))));

        page.open(ADA, "mappings");

        assertThat(row("release-localtest")).contains("only change set 77", "scope gone, shows live");
    }

    @Test
    void mapsAChannelAtOnceAfterNamingTheConsequence() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));
        page.open(ADA, "mappings");
        page.click("Map a channel…");
        page.enter(choice("Test channel"), "release-localtest");
        page.enter(choice("Live channel"), "release");
        page.enter(choice("Product"), "Firefox");
        assertThat(panel())
                .contains(
                        "Testers on release-localtest will get what release answers plus 1 queued change set (1 edited).",
                        "Nobody has to sign it.");

        page.click("Save");
        assertThat(page.confirm()).contains("Testers on release-localtest will get", "It takes effect at once.");

        assertThat(mappings()).extracting(ChannelMapping::testChannel).contains("release-localtest");
        assertThat(row("release-localtest")).contains("differs");
        assertThat(Page.textOf(_get(SavedNote.class))).contains("live", "Map release-localtest to release");
    }

    @Test
    void becomesAChangeSetWhereSignoffsAreNeeded() {
        firefox.signedByReleng();
        page.open(ADA, "mappings?mapping=new&product=Firefox&live=release&test=release-localtest");
        assertThat(panel()).contains("Needs 1 signoff by releng.");

        page.click("Schedule");

        assertThat(mappings()).hasSize(1);
        assertThat(queue()).singleElement().extracting(ChangeSet::title).isEqualTo("Map release-localtest to release");
        assertThat(row("release-localtest")).contains("not mapped yet", "added by", "Map release-localtest to release");
    }

    @Test
    void changesTheScopeAtOnceEvenWhereAMappingNeedsSignoffs() {
        firefox.signedByReleng();
        ChangeSet set = firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));
        page.open(ADA, "mappings?mapping=" + id());
        chooseScope(3);
        ComboBox<Object> sets = choice("Change set");
        page.enter(sets, sets.getListDataView().getItem(0));

        page.click("Save");
        page.confirm();

        assertThat(mappings()).singleElement().extracting(ChannelMapping::scope).isEqualTo(new Scope.Only(set.id()));
        assertThat(row("release-cdntest")).contains("only Ship 150.0");
    }

    @Test
    void saysThatNothingIsChangedYet() {
        page.open(ADA, "mappings?mapping=" + id());

        assertThat(panel()).contains("Nothing is changed yet.");
        assertThat(page.button("Save").isEnabled()).isFalse();
    }

    @Test
    void showsWhatIsWrongBesideTheField() {
        page.open(ADA, "mappings?mapping=new&product=Firefox&live=release-cdntest&test=other");

        assertThat(choice("Live channel").getErrorMessage())
                .contains("'release-cdntest' is a test channel of 'release'", "map to that live channel instead");
        assertThat(page.button("Save").isEnabled()).isFalse();
    }

    @Test
    void removesAMappingAfterNamingTheConsequence() {
        page.open(ADA, "mappings");
        page.follow("Remove");
        assertThat(panel())
                .contains("Testers of Firefox on release-cdntest will get what the live rules say that match"
                        + " release-cdntest itself: 1 rule.");

        page.click("Save");
        page.confirm();

        assertThat(mappings()).isEmpty();
        assertThat(page.text()).contains("No test channel is mapped yet.");
    }

    @Test
    void suggestsChannelsThatAreKeptByHand() {
        firefox.live(
                rule(900, "channel", "release-localtest"),
                rule(901, "channel", "release-localtest", "locale", "de"),
                rule(902, "channel", "betatest"),
                rule(903, "channel", "beta"),
                rule(904, "channel", "nowhere-cdntest"));

        page.open(ADA, "mappings");

        assertThat(Page.textOf(_get(SuggestedMappings.class)))
                .contains(
                        "Map release-localtest to release for Firefox · 2 rules by hand",
                        "Map betatest to beta for Firefox · 1 rule by hand")
                .doesNotContain("nowhere", "release-cdntest");
        page.follow("Map release-localtest");
        assertThat(choice("Test channel").getValue()).isEqualTo("release-localtest");
        assertThat(panel()).contains("The 2 rules made by hand for it are then served to nobody.");
    }

    @Test
    void showsWhatIsPendingForAMapping() {
        firefox.signedByReleng();
        ChannelMapping mapping = mappings().getFirst();
        firefox.pending(ADA, "Away with it", 1, RowKinds.MAPPINGS.change(mapping.id(), mapping.dataVersion(), null));

        page.open(ADA, "mappings");

        assertThat(row("release-cdntest")).contains("removed by", "Away with it");
    }

    @Test
    void saysWhySomebodyMayNot() {
        page.open(RITA, "mappings?mapping=" + id());
        chooseScope(1);

        assertThat(page.button("Map a channel…").isEnabled()).isFalse();
        assertThat(page.button("Save").isEnabled()).isFalse();
        assertThat(page.text())
                .contains("You lack the permission 'channel_mapping' with action 'create' for every product.")
                .contains("lacks the permission 'channel_mapping' with action 'modify' for product 'Firefox'");
    }

    @Test
    void letsSomebodyMapWhoMayForOneProduct() {
        firefox.permit(RITA, PermissionName.CHANNEL_MAPPING, "Firefox");

        page.open(RITA, "mappings");

        assertThat(page.button("Map a channel…").isEnabled()).isTrue();
    }

    @Test
    void saysThatAMappingIsUnknown() {
        for (String query : List.of("mapping=99", "mapping=none", "mapping=99&remove=1")) {
            page.open(ADA, "mappings?" + query);

            assertThat(Page.textOf(_get(EmptyState.class))).contains("There is no channel mapping");
        }
    }

    @Test
    void showsWhatOthersDoAndKeepsWhatIsBeingEntered() {
        page.open(ADA, "mappings?mapping=new");
        page.enter(choice("Test channel"), "release-localtest");

        page.meanwhile(() -> firefox.live(mapping("beta", "beta-cdntest", new Scope.WholeQueue())));

        assertThat(row("beta-cdntest")).contains("beta");
        assertThat(choice("Test channel").getValue()).isEqualTo("release-localtest");
    }

    @Test
    void givesUpWhatIsBeingEntered() {
        page.open(ADA, "mappings?mapping=new&live=release");

        page.click("Cancel");

        assertThat(page.location()).isEqualTo("mappings");
        assertThat(_find(MappingPanel.class)).isEmpty();
    }

    private static Proposal mapping(String live, String test, Scope scope) {
        return RowKinds.MAPPINGS.change(null, null, new MappingProposal("Firefox", live, test, scope));
    }

    private static long id() {
        return mappings().getFirst().id();
    }

    private static List<ChannelMapping> mappings() {
        return TestDatabase.H2.bean(ChannelMappings.class).all();
    }

    private static List<ChangeSet> queue() {
        return TestDatabase.H2.bean(ChangeQueue.class).pending();
    }

    private static String row(String testChannel) {
        return _find(NativeTableRow.class).stream()
                .map(Page::textOf)
                .filter(text -> text.startsWith(testChannel + " "))
                .findFirst()
                .orElseThrow();
    }

    private static String panel() {
        return Page.textOf(_get(MappingPanel.class));
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> choice(String label) {
        return _get(ComboBox.class, field -> field.withCaption(label));
    }

    @SuppressWarnings("unchecked")
    private void chooseScope(int number) {
        Select<Object> scope = _get(Select.class, field -> field.withCaption("Shows"));
        page.enter(scope, scope.getListDataView().getItem(number));
    }
}
