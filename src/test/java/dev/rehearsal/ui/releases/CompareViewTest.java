package dev.rehearsal.ui.releases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ui.frame.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompareViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void showsPartByPartWhatDiffersBetweenAnyTwoReleases() {
        firefox.live(Office.addRelease("Firefox-151", "fr"));

        page.open(ADA, "releases/compare?from=Firefox-128&to=Firefox-151");

        assertThat(page.text())
                .contains(
                        "2 parts differ.",
                        "everything but locales",
                        "platforms.WINNT_x86_64-msvc.locales.fr",
                        "Go to Firefox-128");
    }

    @Test
    void comparesAReleaseWithTheOneBeforeUnlessSomebodyChoosesAnother() {
        page.open(ADA, "releases/Firefox-150");
        page.follow("Compare…");

        assertThat(page.location()).isEqualTo("releases/compare?to=Firefox-150");
        assertThat(box("From").getValue()).isEqualTo("Firefox-149");

        page.enter(box("From"), "Firefox-128");
        assertThat(page.location()).isEqualTo("releases/compare?from=Firefox-128&to=Firefox-150");
    }

    @Test
    void asksForTwoReleases() {
        page.open(ADA, "releases/compare");

        assertThat(page.text()).contains("Choose two releases");
    }

    @Test
    void saysWhichReleaseIsNotThere() {
        page.open(ADA, "releases/compare?from=Firefox-1&to=Firefox-150");

        assertThat(page.text()).contains("There is no release Firefox-1, neither live nor pending.");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> box(String label) {
        return _get(ComboBox.class, box -> box.withCaption(label));
    }
}
