package dev.rehearsal.ui.releases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.releaseOf;
import static dev.rehearsal.LiveFirefox.remove;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShipViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void offersTheRulesOfTheProductThoseForMostClientsFirst() {
        firefox.pending(ADA, "Gone", 1, remove(311));

        page.open(ADA, "releases/Firefox-150");
        page.click("Ship this…");

        assertThat(page.location()).isEqualTo("releases/Firefox-150/ship");
        assertThat(_find(NativeTableHeaderCell.class).stream().map(Page::textOf))
                .containsSubsequence("#204 firefox-release", "#877")
                .doesNotContain("#311");
    }

    @Test
    void leadsIntoTheFormOfTheRuleWithTheReleaseFilledIn() {
        page.open(ADA, "releases/Firefox-150/ship");
        page.follow("Serve it here…");

        assertThat(page.location()).isEqualTo("rules/204/edit?mapping=Firefox-150");
        page.click("Schedule");
        assertThat(TestDatabase.H2.bean(SnapshotKeeper.class).current().queue())
                .singleElement()
                .satisfies(set -> assertThat(set.title()).isEqualTo("#204 firefox-release: mapping → Firefox-150"));
    }

    @Test
    void leadsIntoTheFormOfANewRuleForAProductThatNobodyServes() {
        firefox.live(releaseOf("Petrel", "Petrel-1"));

        page.open(ADA, "releases/Petrel-1/ship");
        assertThat(page.text()).contains("No rule is for Petrel there yet");
        page.follow("a new rule");

        assertThat(page.location()).isEqualTo("rules/new?mapping=Petrel-1&product=Petrel");
        page.enter(_get(TextField.class, field -> field.withCaption("Priority")), "100");
        page.click("Schedule");
        assertThat(TestDatabase.H2.bean(SnapshotKeeper.class).current().queue()).hasSize(1);
    }

    @Test
    void saysWhereItIsServedAlready() {
        page.open(ADA, "releases/Firefox-149/ship");

        assertThat(page.text()).contains("#204 firefox-release release 90 Firefox-149 serves it already");
    }

    @Test
    void saysWhyThereIsNothingToShip() {
        page.open(RITA, "releases/Firefox-150/ship");
        assertThat(page.text()).contains("You lack the permission");

        page.open(ADA, "releases/Nothing/ship");
        assertThat(page.text()).contains("There is no release Nothing");
    }
}
