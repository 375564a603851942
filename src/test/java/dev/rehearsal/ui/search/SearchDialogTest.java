package dev.rehearsal.ui.search;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.ShortcutsKt;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ui.frame.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SearchDialogTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void opensByItsKeyFromAnyScreen() {
        page.open(ADA, "rules");

        ShortcutsKt.fireShortcut(Key.KEY_K, KeyModifier.CONTROL);

        assertThat(_get(SearchDialog.class).isOpened()).isTrue();
        assertThat(Page.textOf(_get(SearchDialog.class))).contains("Type to search, paste an update URL");
    }

    @Test
    void findsRulesByNumberAliasReleaseChannelAndComment() {
        for (String text : List.of("204", "firefox-release", "main rule", "#204")) {
            assertThat(search(ADA, text)).as(text).contains("#204 firefox-release", "Firefox on release → Firefox-149");
        }
        assertThat(search(ADA, "128 release*")).contains("#311");
    }

    @Test
    void findsARuleThatIsOnlyPending() {
        firefox.pending(ADA, "Add it", 1, rule(500, "alias", "brand-new"));

        assertThat(search(ADA, "brand-new")).contains("#500 brand-new");
    }

    @Test
    void findsReleases() {
        assertThat(search(ADA, "firefox-128")).contains("Releases", "Firefox-128", "Firefox · one rule");
        assertThat(paths()).contains("releases/Firefox-128");
    }

    @Test
    void findsChangeSetsByTitleAndNumber() {
        ChangeSet set = firefox.pending(ADA, "Ship it to Japan", 1, edit(877, "mapping", "Firefox-150"));

        assertThat(search(ADA, "japan ship")).contains("Change sets", "Ship it to Japan", "pending");
        assertThat(search(ADA, "#" + set.id())).contains("Ship it to Japan");
        assertThat(paths()).contains("changes/" + set.id());
    }

    @Test
    void findsPeopleOnlyForThoseWhoMaySeeThem() {
        assertThat(search(ADA, "rita@")).contains("People", "rita@rehearsal.example");

        assertThat(search(RITA, "ada@")).doesNotContain("People");
        assertThat(search(RITA, "rita@")).contains("rita@rehearsal.example");
    }

    @Test
    void findsChannelsAndScreens() {
        assertThat(search(ADA, "cdntest")).contains("Channels", "release-cdntest", "shows release for Firefox");
        assertThat(search(ADA, "emerg")).contains("Screens", "Emergency");
        assertThat(paths()).contains("emergency");
    }

    @Test
    void saysThatNothingIsLikeThat() {
        assertThat(search(ADA, "no such thing")).contains("Nothing is like that.");
        assertThat(search(ADA, "999999999999999999999")).contains("Nothing is like that.");
    }

    @Test
    void showsAFewOfEachKindAndSaysThatThereAreMore() {
        firefox.live(IntStream.range(600, 610)
                .mapToObj(id -> rule(id, "alias", "many-" + id))
                .toArray(Proposal[]::new));

        assertThat(search(ADA, "many-")).contains("There are more: add a word.");
        assertThat(paths()).hasSize(Search.MOST_OF_A_KIND);
    }

    @Test
    void tellsWhatTheClientOfAPastedUrlGetsAndByWhichRule() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(311, "mapping", "Firefox-150"));

        String url = "https://aus.example/update/3/Firefox/120.0/1/WINNT_x86_64-msvc/de/release/os/d/dv/update.xml";

        assertThat(search(ADA, url))
                .contains("release, live: Firefox-128 rule #311", "release-cdntest: Firefox-150 rule #311");
        assertThat(paths().getFirst()).startsWith("ask?url=https");
        assertThat(paths().getLast()).startsWith("channels/release-cdntest?");
    }

    @Test
    void saysWhatIsWrongWithAPastedUrl() {
        assertThat(search(ADA, "/update/6/half")).contains("This is no update URL.");
    }

    @Test
    void beginsWhatIsToBeDone() {
        assertThat(search(ADA, "new rule")).contains("New rule");
        assertThat(paths()).startsWith("rules/new");

        assertThat(search(ADA, "shut off")).contains("Shut off a channel");
        assertThat(paths()).startsWith("emergency");
    }

    @Test
    void findsWhatIsDoneEveryWeekByTheWordsForIt() {
        assertThat(search(ADA, "ship")).contains("Plan a rollout", "Ship a release");
        assertThat(search(ADA, "export rules")).contains("Edit, delete or export rules");
        assertThat(search(ADA, "never")).contains("Rules that nobody reaches");
        assertThat(search(ADA, "due time")).contains("What is queued");
        assertThat(search(ADA, "who signed")).contains("What changed, and by whom");
        assertThat(search(ADA, "respin")).contains("New release");
    }

    @Test
    void leadsToTheRule() {
        search(ADA, "#204");

        assertThat(paths()).contains("rules?rule=204");
    }

    private String search(Actor viewer, String text) {
        page.open(viewer, "emergency");
        LocatorJ._click(_find(Button.class, button -> button.withText("Search")).getFirst());
        page.enter(_get(_get(SearchDialog.class), TextField.class), text);
        return Page.textOf(_get(SearchDialog.class));
    }

    private static List<String> paths() {
        return _find(_get(SearchDialog.class), Anchor.class).stream()
                .map(Anchor::getHref)
                .toList();
    }
}
