package dev.rehearsal.ui.probes;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProbesViewTest {

    private static final String URL = "/update/3/Firefox/120.0/1/WINNT_x86_64-msvc/de/release/os/d/dv/update.xml";

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);
    private final Probes probes = TestDatabase.H2.bean(Probes.class);

    @Test
    void saysWhatAProbeIsWhereThereIsNone() {
        page.open(ADA, "probes");

        assertThat(_get(EmptyState.class)).isNotNull();
        assertThat(page.text()).contains("There are no probes yet", "before anybody vouches");
        assertThat(_find(H1.class)).hasSize(1);
    }

    @Test
    void listsEachProbeWithWhatItGotLiveAndStaged() {
        firefox.pending(ADA, "Ship 150", 1, edit(311, "mapping", "Firefox-150"));
        add("old for all", "Firefox-128");
        add("shipped", "Firefox-150");

        page.open(ADA, "probes");

        assertThat(row("old for all"))
                .contains("Firefox on release", "Firefox-128", "✓ passes", "✗ fails release-cdntest got Firefox-150");
        assertThat(row("shipped")).contains("✗ fails got Firefox-128", "✓ passes release-cdntest");
        assertThat(page.text()).contains("live: 1 of 2 pass", "release-cdntest for Firefox: 1 of 2");
    }

    @Test
    void saysThatSomethingWasWrittenSinceTheLastRunAndRunsAgain() {
        add("old for all", "Firefox-128");
        page.open(ADA, "probes");
        assertThat(page.text()).doesNotContain("something was written since");

        page.meanwhile(() -> firefox.live(edit(311, "mapping", "Firefox-140")));
        assertThat(page.text()).contains("something was written since", "live: 1 of 1 pass");

        page.click("Run all");
        assertThat(page.text()).contains("live: 0 of 1 pass").doesNotContain("something was written since");
    }

    @Test
    void isNarrowedDownByItsAddress() {
        add("old for all", "Firefox-128");
        add("other", "Firefox-150");

        page.open(ADA, "probes?product=Firefox&channel=release&text=OLD");

        assertThat(rows()).hasSize(1);
        assertThat(_find(ComboBox.class).getFirst().getValue()).isEqualTo("Firefox");
    }

    @Test
    void saysWhereNothingIsLeft() {
        add("old for all", "Firefox-128");

        page.open(ADA, "probes?text=nonsense");

        assertThat(page.text()).contains("No probe is like that", "Show all probes");
    }

    @Test
    void keepsAQuestionThatComesInTheAddress() {
        page.open(ADA, "probes?probe=new&release=Firefox-150&url=" + URLEncoder.encode(URL, StandardCharsets.UTF_8));
        assertThat(page.text()).contains("What it gets now", "release ✗ fails Firefox-128");
        enterName("Shipped to German");

        page.click("Save");

        assertThat(probes.all())
                .extracting(Probe::name, Probe::url, Probe::expected)
                .containsExactly(
                        tuple("Shipped to German", URL, new Expectation.Release(new ReleaseName("Firefox-150"))));
        assertThat(page.location()).isEqualTo("probes");
    }

    @Test
    void takesWhatIsAnsweredNowForWhatMustBe() {
        page.open(ADA, "probes?probe=new&url=" + URLEncoder.encode(URL, StandardCharsets.UTF_8));
        enterName("As it is");

        LocatorJ._click(
                _find(Button.class, spec -> spec.withText("Expect this")).getFirst());
        page.click("Save");

        assertThat(probes.all().getFirst().expected())
                .isEqualTo(new Expectation.Release(new ReleaseName("Firefox-128")));
    }

    @Test
    void showsBesideEachFieldWhatIsWrongWithIt() {
        page.open(ADA, "probes?probe=new&url=nowhere");

        page.click("Save");

        assertThat(_get(TextArea.class, spec -> spec.withLabel("Update URL of a client on the live channel"))
                        .getErrorMessage())
                .startsWith("This is no update URL");
        assertThat(name().isInvalid()).isTrue();
        assertThat(probes.all()).isEmpty();
    }

    @Test
    void changesAProbe() {
        Probe probe = add("old for all", "Firefox-128");
        page.open(ADA, "probes?probe=" + probe.id());
        enterName("old for Germans");

        page.click("Save");

        assertThat(probes.find(probe.id()).orElseThrow().name()).isEqualTo("old for Germans");
    }

    @Test
    void removesAProbeAfterNamingTheConsequence() {
        Probe probe = add("old for all", "Firefox-128");
        page.open(ADA, "probes?probe=" + probe.id());

        page.click("Remove");
        assertThat(Page.textOf(_get(Dialog.class)))
                .contains("Nobody asks any more whether this client of Firefox on release gets “Firefox-128”");
        LocatorJ._click(_find(Button.class, spec -> spec.withText("Remove")).getLast());

        assertThat(probes.all()).isEmpty();
    }

    @Test
    void saysThatAProbeIsGone() {
        page.open(ADA, "probes?probe=999");
        assertThat(page.text()).contains("There is no probe 999");

        page.open(ADA, "probes?probe=first");
        assertThat(page.text()).contains("There is no probe first");
    }

    @Test
    void tellsWhoMayNotChangeItWhy() {
        Probe probe = add("old for all", "Firefox-128");

        page.open(RITA, "probes?probe=" + probe.id());

        assertThat(page.button("Save").isEnabled()).isFalse();
        assertThat(page.text())
                .contains("You lack the permission 'rule' with action 'modify' for product 'Firefox'")
                .contains("You lack the permission 'rule' with action 'delete' for product 'Firefox'");
    }

    @Test
    void keepsWhatIsBeingEnteredWhileOthersWrite() {
        Probe probe = add("old for all", "Firefox-128");
        page.open(ADA, "probes?probe=" + probe.id());
        enterName("half-way");

        page.meanwhile(() -> add("another", "Firefox-128"));

        assertThat(name().getValue()).isEqualTo("half-way");
        assertThat(rows()).hasSize(2);
    }

    private Probe add(String name, String release) {
        return probes.add(ADA, new ProbeDraft(name, URL, new Expectation.Release(new ReleaseName(release)), null));
    }

    private void enterName(String value) {
        page.enter(name(), value);
    }

    private static TextField name() {
        return _get(TextField.class, spec -> spec.withLabel("Name"));
    }

    private static List<String> rows() {
        return _find(NativeTableRow.class).stream()
                .map(Page::textOf)
                .filter(text -> !text.startsWith("Probe Asks"))
                .toList();
    }

    private static String row(String name) {
        return rows().stream().filter(text -> text.startsWith(name)).findFirst().orElseThrow();
    }
}
