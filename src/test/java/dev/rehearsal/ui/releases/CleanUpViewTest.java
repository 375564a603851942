package dev.rehearsal.ui.releases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.release;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Firefox-140 and Firefox-150 are used by nobody for a hundred days, Firefox-151 since yesterday. */
class CleanUpViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @BeforeEach
    void timePasses() {
        TestClock clock = TestDatabase.H2.bean(TestClock.class);
        clock.advance(Duration.ofDays(100));
        firefox.live(release("Firefox-151"));
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void offersWhatNobodyNeedsAndNobodyChangedForLong() {
        page.open(ADA, "releases/cleanup");

        assertThat(names()).containsExactly("Firefox-140", "Firefox-150");
        assertThat(page.text()).contains("2 releases");

        page.enter(_get(IntegerField.class), 0);
        assertThat(page.location()).isEqualTo("releases/cleanup?days=0");
        assertThat(names()).containsExactly("Firefox-140", "Firefox-150", "Firefox-151");
    }

    @Test
    void leavesOutWhatTheQueueIsToServe() {
        firefox.pending(ADA, "Ship 150.0", 3_000, edit(204, "mapping", "Firefox-150"));

        page.open(ADA, "releases/cleanup");

        assertThat(names()).containsExactly("Firefox-140");
    }

    @Test
    void deletesThoseThatArePickedInOneChangeSet() {
        page.open(ADA, "releases/cleanup");
        page.click("Schedule");

        ChangeSet set = queue().getFirst();
        assertThat(queue()).hasSize(1);
        assertThat(set.title()).isEqualTo("Delete 2 unused releases");
        assertThat(set.changes()).hasSize(2).allMatch(Change.ReleaseRemoval.class::isInstance);
        assertThat(page.location()).startsWith("releases?saved=");
    }

    @Test
    void neverDeletesWhatIsReadOnly() {
        firefox.live(new Proposal.LockRelease(new ReleaseName("Firefox-140"), null, true));

        page.open(ADA, "releases/cleanup?days=0");

        assertThat(Page.rows(grid())).anyMatch(row -> row.contains("read-only: unlock it first"));
        assertThat(grid().picked())
                .extracting(unused -> unused.row().name().value())
                .containsExactlyInAnyOrder("Firefox-150", "Firefox-151");
    }

    @Test
    void saysThatThereIsNothingToDelete() {
        page.open(ADA, "releases/cleanup?days=3000");

        assertThat(names()).isEmpty();
        assertThat(grid().getEmptyStateText()).isEqualTo("No release here is unused and unchanged for 3,000 days.");
        assertThat(page.text()).contains("There is none to delete.");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    private static UnusedGrid grid() {
        return _get(UnusedGrid.class);
    }

    private static List<String> names() {
        return grid().getListDataView()
                .getItems()
                .map(unused -> unused.row().name().value())
                .toList();
    }

    private static List<ChangeSet> queue() {
        return TestDatabase.H2.bean(SnapshotKeeper.class).current().queue();
    }
}
