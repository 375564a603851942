package dev.rehearsal.ui.releases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.frame.ProblemList;
import dev.rehearsal.ui.proposal.SavedNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

class ReleaseTaskViewTest {

    private static final ReleaseName RELEASE_140 = new ReleaseName("Firefox-140");
    private static final ReleaseName RELEASE_149 = new ReleaseName("Firefox-149");

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void makesAChangeSetOfANewReleaseNamedAsItsBlobSays() {
        page.open(ADA, "releases/new");
        assertThat(page.text()).contains("Choose a file with the blob as JSON, or paste it.");

        upload(Office.blob("Firefox-151"));
        assertThat(name().getValue()).isEqualTo("Firefox-151");
        page.enter(product(), "Firefox");
        page.click("Schedule");

        assertThat(queue()).singleElement().satisfies(set -> {
            assertThat(set.title()).isEqualTo("Add release Firefox-151");
            assertThat(set.changes()).singleElement().isInstanceOf(Change.ReleaseAddition.class);
        });
        assertThat(page.location()).startsWith("releases?saved=");
        assertThat(Page.textOf(_get(SavedNote.class))).contains("scheduled", "Add release Firefox-151");
    }

    @Test
    void saysWhereABlobIsWrongAndSavesNothing() {
        page.open(ADA, "releases/Firefox-149/upload");
        ObjectNode blob = Office.blob("Firefox-149", "fr");
        ((ObjectNode) blob.at("/platforms/WINNT_x86_64-msvc/locales/fr/completes/0")).put("filesize", "large");

        upload(blob);

        assertThat(Page.textOf(_get(ProblemList.class)))
                .contains("At platforms.WINNT_x86_64-msvc.locales.fr.completes[0].filesize:");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
        assertThat(page.text()).contains("It cannot be saved like this.");
    }

    @Test
    void takesABlobThatIsPasted() {
        page.open(ADA, "releases/new");

        page.enter(_get(TextArea.class), Office.blob("Firefox-151").toString());
        assertThat(name().getValue()).isEqualTo("Firefox-151");
        assertThat(page.text()).contains("What you pasted: ");
        page.enter(product(), "Firefox");
        page.click("Schedule");

        assertThat(queue())
                .singleElement()
                .satisfies(set -> assertThat(set.title()).isEqualTo("Add release Firefox-151"));
    }

    @Test
    void saysWhatIsWrongWithWhatIsPasted() {
        page.open(ADA, "releases/new");

        page.enter(_get(TextArea.class), "not a blob");

        assertThat(page.text()).contains("What you pasted is no blob: no JSON from line 1 on");
    }

    @Test
    void showsWhatDiffersFromTheVersionThatIsThereBeforeAnythingIsScheduled() {
        page.open(ADA, "releases/Firefox-149/upload");

        upload(Office.blob("Firefox-149", "fr"));

        assertThat(page.text()).contains("One part differs from Firefox-149.", "WINNT_x86_64-msvc.locales.fr");
        assertThat(queue()).isEmpty();
    }

    @Test
    void comparesANewReleaseWithTheOneBeforeItAndWithAnyOther() {
        page.open(ADA, "releases/new");

        upload(Office.blob("Firefox-151"));
        assertThat(page.text()).contains("One part differs from Firefox-150.", "everything but locales");

        page.enter(compared(), "Firefox-128");
        assertThat(page.text()).contains("One part differs from Firefox-128.");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> compared() {
        return _get(ComboBox.class, field -> field.withCaption("Compared with"));
    }

    @Test
    void saysInWhichLineAFileIsNoJson() {
        page.open(ADA, "releases/Firefox-149/upload");

        upload("{\n\"name\": oops}".getBytes(StandardCharsets.UTF_8));

        assertThat(page.text()).contains("blob.json is no blob: no JSON from line 2 on");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    @Test
    void refusesJsonThatIsNoObject() {
        page.open(ADA, "releases/new");

        upload("[1, 2]".getBytes(StandardCharsets.UTF_8));

        assertThat(page.text()).contains("blob.json is no blob: the JSON is no object.");
    }

    @Test
    void refusesABlobThatCallsItselfSomethingElse() {
        page.open(ADA, "releases/Firefox-149/upload");

        upload(Office.blob("Firefox-150"));

        assertThat(Page.textOf(_get(ProblemList.class))).contains("'Firefox-150' must be the release's name");
    }

    @Test
    void schedulesANewVersion() {
        page.open(ADA, "releases/Firefox-149/upload");
        upload(Office.blob("Firefox-149", "fr"));

        page.click("Schedule");

        assertThat(queue()).extracting(ChangeSet::title).containsExactly("New version of Firefox-149");
        assertThat(page.location()).startsWith("releases/Firefox-149?saved=");
    }

    @Test
    void savesAtOnceWhereNobodyHasToSign() {
        page.open(ADA, "releases/Firefox-149/upload");
        upload(Office.blob("Firefox-149", "fr"));

        page.click("Save at once…");
        assertThat(Page.textOf(_get(Dialog.class)))
                .contains("Whoever is served this release gets what the new blob says.");
        page.click("Do it now");

        assertThat(live(RELEASE_149)).get().extracting(Release::dataVersion).isEqualTo(2);
        assertThat(queue()).isEmpty();
    }

    @Test
    void doesNotSaveAtOnceWhatOthersMustSign() {
        firefox.signedByReleng();

        page.open(ADA, "releases/Firefox-149/upload");
        upload(Office.blob("Firefox-149", "fr"));

        assertThat(page.text()).contains("Needs 1 signoff by releng.");
        assertThat(LocatorJ._find(Button.class, wanted -> wanted.withText("Save at once…")))
                .isEmpty();
    }

    @Test
    void saysThatTheSameBlobChangesNothing() {
        page.open(ADA, "releases/Firefox-149/upload");

        upload((ObjectNode) TestDatabase.H2
                .bean(StoredContents.class)
                .json(live(RELEASE_149).orElseThrow().content()));

        assertThat(Page.textOf(_get(ProblemList.class))).contains("Nothing would change");
    }

    @Test
    void locksAndUnlocks() {
        page.open(ADA, "releases/Firefox-140/lock");
        assertThat(page.text()).contains("Nobody can change or delete it then");
        page.click("Save at once…");
        page.click("Do it now");
        assertThat(live(RELEASE_140)).get().extracting(Release::readOnly).isEqualTo(true);

        page.open(ADA, "releases/Firefox-140/unlock");
        page.click("Schedule");

        assertThat(queue()).extracting(ChangeSet::title).containsExactly("Unlock Firefox-140");
    }

    @Test
    void saysThatWhatIsLockedStaysLocked() {
        firefox.live(new Proposal.LockRelease(RELEASE_140, null, true));

        page.open(ADA, "releases/Firefox-140/lock");

        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    @Test
    void deletesWhatNobodyNeeds() {
        page.open(ADA, "releases/Firefox-140/remove");

        page.click("Save at once…");
        page.click("Do it now");

        assertThat(live(RELEASE_140)).isEmpty();
        assertThat(page.location()).startsWith("releases?saved=");
    }

    @Test
    void doesNotDeleteWhatRulesNeed() {
        page.open(ADA, "releases/Firefox-149/remove");

        page.click("Schedule");

        assertThat(queue()).isEmpty();
        assertThat(LocatorJ._find(Button.class, wanted -> wanted.withText("Save at once…")))
                .isEmpty();
        assertThat(page.text()).contains("Rule 204 would name release 'Firefox-149', which would not exist.");
    }

    @Test
    void goesBackToAnOlderVersionAsAChangeSet() {
        firefox.live(new Proposal.ReplaceRelease(RELEASE_149, null, null, Office.blob("Firefox-149", "fr")));
        long first = TestDatabase.H2
                .bean(Revisions.class)
                .ofRelease(RELEASE_149, new Paging(1, 10))
                .items()
                .getLast()
                .row()
                .changeId();

        page.open(ADA, "releases/Firefox-149/revert?revision=" + first);
        page.click("Schedule");

        assertThat(queue())
                .singleElement()
                .satisfies(set -> assertThat(set.changes()).singleElement().isInstanceOf(Change.ReleaseEdit.class));
    }

    @Test
    void bringsADeletedReleaseBack() {
        firefox.live(new Proposal.RemoveRelease(RELEASE_140, null));
        long first = TestDatabase.H2
                .bean(Revisions.class)
                .ofRelease(RELEASE_140, new Paging(1, 10))
                .items()
                .getLast()
                .row()
                .changeId();

        page.open(ADA, "releases/Firefox-140/revert?revision=" + first);
        page.click("Save at once…");
        page.click("Do it now");

        assertThat(live(RELEASE_140)).isPresent();
    }

    @Test
    void saysThatARevisionIsUnknown() {
        page.open(ADA, "releases/Firefox-149/revert?revision=9999");

        assertThat(page.text()).contains("has no revision 9999");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    @Test
    void saysThatAReleaseIsUnknown() {
        page.open(ADA, "releases/Firefox-999/upload");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("There is no release Firefox-999");
    }

    @Test
    void saysWhatSomebodyLacks() {
        page.open(RITA, "releases/Firefox-140/lock");

        assertThat(page.text()).contains("permission 'release_read_only'");
        page.click("Schedule");
        assertThat(queue()).isEmpty();
    }

    @Test
    void keepsTheFileWhileOthersWrite() {
        page.open(ADA, "releases/Firefox-149/upload");
        upload(Office.blob("Firefox-149", "fr"));

        page.meanwhile(() -> firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150")));

        assertThat(page.text()).contains("blob.json:");
        assertThat(page.button("Schedule").isEnabled()).isTrue();
    }

    private static void upload(ObjectNode blob) {
        upload(CanonicalJson.bytes(blob));
    }

    private static void upload(byte[] content) {
        UploadKt._upload(_get(Upload.class), "blob.json", content);
        MockVaadin.clientRoundtrip(false);
    }

    private static TextField name() {
        return _get(TextField.class, field -> field.withCaption("Name"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> product() {
        return _get(ComboBox.class, field -> field.withCaption("Product"));
    }

    private static Optional<Release> live(ReleaseName name) {
        return TestDatabase.H2.bean(Releases.class).all().stream()
                .filter(release -> release.name().equals(name))
                .findFirst();
    }

    private static List<ChangeSet> queue() {
        return TestDatabase.H2.bean(ChangeQueue.class).pending();
    }
}
