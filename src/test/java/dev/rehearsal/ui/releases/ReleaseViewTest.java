package dev.rehearsal.ui.releases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.release;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReleaseViewTest {

    private static final ReleaseName RELEASE_149 = new ReleaseName("Firefox-149");

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void saysWhoNeedsItWithTheWayThere() {
        firefox.pending(ADA, "Japan to 150.0", 1, edit(877, "mapping", "Firefox-150"));

        page.open(ADA, "releases/Firefox-149");

        assertThat(page.heading()).isEqualTo("Firefox-149");
        assertThat(page.text())
                .contains("live #204 firefox-release serves it to Firefox on release, priority 90, 100 %")
                .contains("leaves #877 serves it")
                .contains("Firefox · data version 1 · 2 parts");
        assertThat(_find(H1.class)).hasSize(1);
        page.follow("#204");
        assertThat(page.location()).isEqualTo("rules?rule=204");
    }

    @Test
    void saysThatNothingNeedsIt() {
        page.open(ADA, "releases/Firefox-140");

        assertThat(page.text()).contains("Nothing uses it");
    }

    @Test
    void showsAReleaseThatOnlyTheQueueAdds() {
        firefox.pending(ADA, "Bring 151.0", 1, release("Firefox-151"));

        page.open(ADA, "releases/Firefox-151");

        assertThat(page.text()).contains("to be added", "Bring 151.0");
    }

    @Test
    void readsLocalesOfTheTreeOnlyWhenTheyAreOpened() {
        page.open(ADA, "releases/Firefox-149?tab=tree");
        BlobNodes nodes = _get(BlobTree.class).nodes();

        BlobNode platforms = child(nodes, null, "platforms");
        BlobNode locales = child(nodes, child(nodes, platforms, "WINNT_x86_64-msvc"), "locales");
        BlobNode german = child(nodes, locales, "de");

        assertThat(german).isInstanceOf(BlobNode.Part.class);
        assertThat(nodes.below(german)).extracting(BlobNode::label).containsExactly("completes");
        assertThat(nodes.below(null)).extracting(BlobTree::value).contains("Firefox-149");
    }

    @Test
    void showsOnePartAsText() {
        page.open(ADA, "releases/Firefox-149?tab=text");
        assertThat(text()).contains("\"schema_version\" : 9").doesNotContain("filesize");

        page.enter(part(), ".platforms.WINNT_x86_64-msvc.locales.de");

        assertThat(text()).contains("\"filesize\" : 5").doesNotContain("schema_version");
    }

    @Test
    void findsATextInEveryPart() {
        page.open(ADA, "releases/Firefox-149?tab=text");

        page.enter(_get(TextField.class), "FILESIZE");

        assertThat(page.text()).contains("de · WINNT_x86_64-msvc, line");
        page.follow("de · WINNT_x86_64-msvc, line");
        assertThat(_get(Pre.class).getElement().getChildren().filter(piece -> !piece.isTextNode()))
                .extracting(Element::getTag)
                .containsExactly("mark");
        assertThat(page.location()).contains("part=.platforms.WINNT_x86_64-msvc.locales.de", "find=FILESIZE");
    }

    @Test
    void findsAPartByItsLocale() {
        respin("de-AT", "fr");
        page.open(ADA, "releases/Firefox-149?tab=text");

        page.enter(_get(TextField.class), "DE");

        assertThat(page.text())
                .contains("2 parts are called that de · WINNT_x86_64-msvc de-AT · WINNT_x86_64-msvc")
                .contains("No line of any part contains this.");
        page.follow("de-AT · WINNT_x86_64-msvc");
        assertThat(page.location()).contains("part=.platforms.WINNT_x86_64-msvc.locales.de-AT", "find=DE");
    }

    @Test
    void findsPartsByTheirPlatformOrByAPieceOfTheirPath() {
        page.open(ADA, "releases/Firefox-149?tab=text&find=WINNT_x86_64-msvc");
        assertThat(page.text()).contains("One part is called that de · WINNT_x86_64-msvc");

        page.enter(_get(TextField.class), "msvc.locales.d");

        assertThat(page.text()).contains("One part is called that de · WINNT_x86_64-msvc");
    }

    @Test
    void tellsHowMuchMoreItHasFoundThanItLists() {
        respin(IntStream.range(0, 130).mapToObj(at -> "x" + at).toArray(String[]::new));

        page.open(ADA, "releases/Firefox-149?tab=text&find=filesize");

        assertThat(_find(ListItem.class)).hasSize(100);
        assertThat(page.text()).contains("131 lines", "And 31 more: search for more of it.");
    }

    @Test
    void saysThatAPartOrATextIsNotThere() {
        page.open(ADA, "releases/Firefox-149?tab=text&part=.platforms.none.locales.xx&find=zzzzz");

        assertThat(page.text())
                .contains("There is no part .platforms.none.locales.xx in this release.")
                .contains("No line of any part contains this.");
    }

    @Test
    void downloadsTheBlob() {
        page.open(ADA, "releases/Firefox-149");

        byte[] json = DownloadKt._download(_get(Anchor.class, wanted -> wanted.withText("Download JSON")));

        assertThat(new String(json, StandardCharsets.UTF_8)).startsWith("{").contains("\"name\":\"Firefox-149\"");
    }

    @Test
    void comparesTwoVersionsPartByPart() {
        respin("fr");
        page.open(ADA, "releases/Firefox-149?tab=versions");

        assertThat(page.text()).contains("One part differs.", "+ platforms.WINNT_x86_64-msvc.locales.fr");
        NativeDetails french = _get(NativeDetails.class);
        french.setOpen(true);
        ComponentUtil.fireEvent(french, new NativeDetails.ToggleEvent(french, true));

        assertThat(Page.textOf(french)).contains("\"filesize\" : 7");
    }

    @Test
    void restoresWhichVersionsAreCompared() {
        respin("fr");
        respin("fr", "it");
        List<String> keys = versions();

        page.open(ADA, "releases/Firefox-149?tab=versions&from=" + keys.getLast() + "&to=" + keys.getFirst());

        assertThat(page.text()).contains("2 parts differ.");
    }

    @Test
    void comparesWhatIsLiveWithWhatTheQueueLeaves() {
        firefox.pending(ADA, "Lock it", 1, new Proposal.LockRelease(RELEASE_149, null, true));

        page.open(ADA, "releases/Firefox-149?tab=versions&to=queue");

        assertThat(page.text()).contains("It was locked.", "The blobs are equal.");
    }

    @Test
    void saysThatASingleVersionCannotBeCompared() {
        page.open(ADA, "releases/Firefox-149?tab=versions&from=77&to=nonsense");

        assertThat(page.text()).contains("There is only one version");
    }

    @Test
    void leadsBackToAnOlderVersion() {
        respin("fr");
        page.open(ADA, "releases/Firefox-149?tab=versions");

        page.click("Go back to it…");

        assertThat(page.location()).startsWith("releases/Firefox-149/revert?revision=");
        assertThat(page.heading()).isEqualTo("Take Firefox-149 back to an older version");
    }

    @Test
    void tellsWhatADeletedReleaseWas() {
        firefox.live(new Proposal.RemoveRelease(new ReleaseName("Firefox-140"), null));

        page.open(ADA, "releases/Firefox-140");

        assertThat(page.text()).contains("There is no such release any more", "deleted", "Go back to it…");
    }

    @Test
    void saysThatAReleaseIsUnknown() {
        page.open(ADA, "releases/Firefox-999");

        assertThat(Page.textOf(_get(EmptyState.class)))
                .contains("There is no release Firefox-999, neither live nor pending.", "All releases");
    }

    @Test
    void saysWhyItCannotBeChangedOrDeleted() {
        firefox.live(new Proposal.LockRelease(RELEASE_149, null, true));

        page.open(ADA, "releases/Firefox-149");

        assertThat(page.button("New version…").isEnabled()).isFalse();
        assertThat(page.button("Delete…").isEnabled()).isFalse();
        assertThat(page.button("Unlock…").isEnabled()).isTrue();
        assertThat(page.text()).contains("It is read-only: unlock it first.");
    }

    @Test
    void saysThatWhatRulesNeedCannotBeDeleted() {
        page.open(ADA, "releases/Firefox-149");

        assertThat(page.button("Delete…").isEnabled()).isFalse();
        assertThat(page.text()).contains("2 rules or pins need it: see where it is used.");
    }

    @Test
    void saysWhatSomebodyLacks() {
        page.open(RITA, "releases/Firefox-140");

        for (String button : List.of("New version…", "Lock…", "Delete…")) {
            assertThat(page.button(button).isEnabled()).as(button).isFalse();
        }
        assertThat(page.text()).contains("You lack the permission 'release_read_only' with action 'set'");
    }

    @Test
    void takesAnUnknownTabForTheFirst() {
        page.open(ADA, "releases/Firefox-149?tab=nonsense");

        assertThat(page.text()).contains("serves it");
    }

    private void respin(String... locales) {
        firefox.live(new Proposal.ReplaceRelease(RELEASE_149, null, null, Office.blob("Firefox-149", locales)));
    }

    private static List<String> versions() {
        return TestDatabase.H2.bean(Revisions.class).ofRelease(RELEASE_149, new Paging(1, 10)).items().stream()
                .map(revision -> ReleaseVersion.of(revision).key())
                .toList();
    }

    private static BlobNode child(BlobNodes nodes, @Nullable BlobNode parent, String label) {
        return nodes.below(parent).stream()
                .filter(node -> node.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String text() {
        return Page.textOf(_get(Pre.class));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> part() {
        return _get(ComboBox.class, field -> field.withCaption("Part"));
    }
}
