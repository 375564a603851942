package dev.rehearsal.ui.releases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.release;
import static dev.rehearsal.LiveFirefox.releaseOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.links.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReleasesViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void listsEachReleaseWithWhoNeedsIt() {
        page.open(ADA, "releases");

        assertThat(rows())
                .hasSize(4)
                .anySatisfy(row -> assertThat(row).contains("Firefox-149", "Firefox", "2 rules"))
                .anySatisfy(row -> assertThat(row).contains("Firefox-128", "one rule"))
                .anySatisfy(row -> assertThat(row).contains("Firefox-140", "not used"));
        assertThat(_find(H1.class)).hasSize(1);
        assertThat(page.text()).contains("4 releases");
    }

    @Test
    void showsWhatTheQueueChanges() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));
        firefox.pending(ADA, "Bring 151.0", 2, release("Firefox-151"));

        page.open(ADA, "releases");

        assertThat(row("Firefox-150")).contains("one rule to come");
        assertThat(row("Firefox-149")).contains("one rule leaves it");
        assertThat(row("Firefox-151")).contains("to be added", "Bring 151.0");
    }

    @Test
    void namesPins() {
        firefox.live(new Proposal.SetPin(new Pins.Key("Firefox", "release", "140."), new ReleaseName("Firefox-140")));

        page.open(ADA, "releases");

        assertThat(row("Firefox-140")).contains("pinned");
    }

    @Test
    void isNarrowedByNameProductAndUseAndSaysSoInItsAddress() {
        firefox.live(releaseOf("Thunderbird", "Thunderbird-149"));
        page.open(ADA, "releases");

        page.enter(_get(TextField.class), "149");
        assertThat(rows()).hasSize(2);
        page.enter(choice("Product"), "Thunderbird");
        assertThat(rows()).singleElement().asString().startsWith("Thunderbird-149");
        page.enter(choice("Use"), Usage.SERVED);

        assertThat(rows()).isEmpty();
        assertThat(page.text()).contains("0 of 5 releases");
        page.click("Clear");
        assertThat(rows()).hasSize(5);
    }

    @Test
    void isRestoredFromItsAddress() {
        page.open(ADA, "releases?use=unused&sort=-name");

        assertThat(rows()).extracting(row -> row.split(" ")[0]).containsExactly("Firefox-150", "Firefox-140");
    }

    @Test
    void takesAnUnknownUseOrColumnForNone() {
        page.open(ADA, "releases?use=nonsense&sort=nonsense&saved=x");

        assertThat(rows()).hasSize(4);
    }

    @Test
    void saysWhySomebodyMayNotUpload() {
        page.open(RITA, "releases");

        assertThat(page.button("Upload a release…").isEnabled()).isFalse();
        assertThat(page.text()).contains("You lack the permission 'release' with action 'create'");
    }

    @Test
    void letsSomebodyUploadWhoMayForOneProduct() {
        firefox.permit(RITA, PermissionName.RELEASE, "Firefox");

        page.open(RITA, "releases");

        assertThat(page.button("Upload a release…").isEnabled()).isTrue();
    }

    @Test
    void showsWhatOthersDoMeanwhile() {
        page.open(ADA, "releases?name=151");

        page.meanwhile(() -> firefox.live(release("Firefox-151")));

        assertThat(rows()).singleElement().asString().startsWith("Firefox-151");
    }

    private static String row(String release) {
        return rows().stream().filter(row -> row.contains(release)).findFirst().orElseThrow();
    }

    /** The name first. */
    private static List<String> rows() {
        ReleaseGrid grid = _get(ReleaseGrid.class);
        return GridKt._findAll(grid).stream()
                .map(row -> row.name() + " " + row.release().product() + " "
                        + ReleaseFormatter.states(row) + ReleaseFormatter.uses(row)
                        + row.pending().stream().map(set -> set.title()).toList())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> choice(String label) {
        return _get(
                ComboBox.class,
                field ->
                        field.withPredicate(box -> label.equals(box.getElement().getAttribute("aria-label"))
                                || label.equals(box.getPlaceholder())));
    }
}
