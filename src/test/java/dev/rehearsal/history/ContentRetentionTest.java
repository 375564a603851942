package dev.rehearsal.history;

import static dev.rehearsal.history.Writing.BOB;
import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.writeRelease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ReleaseField;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Release R1 is live in German; somebody proposes to add French to it. */
@EachDatabase
class ContentRetentionTest {

    private static final Duration LONGER_THAN_KEPT = Duration.ofDays(91);
    private static final String FRENCH = ".platforms.WINNT_x86_64-msvc.locales.fr";

    private final Writing writing;
    private final ContentRetention retention;
    private final StoredContents contents;

    ContentRetentionTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.retention = database.bean(ContentRetention.class);
        this.contents = database.bean(StoredContents.class);
        writing.directly(addRelease("R1"));
    }

    @Test
    void whatWasWithdrawnLongAgoIsNotKeptAndSaysSo() {
        ContentHash french = french(withdrawn());
        writing.pass(LONGER_THAN_KEPT);

        assertThat(retention.prune()).isPositive();

        assertThat(contents.part(french)).isEmpty();
        assertThatThrownBy(() -> contents.blob(french)).isInstanceOf(ContentNotKeptException.class);
    }

    @Test
    void whatWasWithdrawnLatelyIsKept() {
        writing.pass(LONGER_THAN_KEPT);
        ChangeSet open = frenchLater();
        writing.pass(LONGER_THAN_KEPT);
        writing.changeSets.withdraw(BOB, open.id(), null);
        writing.anHourPasses();

        assertKept(french(open));
    }

    @Test
    void whatIsStillProposedIsKept() {
        ChangeSet open = frenchLater();
        writing.pass(LONGER_THAN_KEPT);

        assertKept(french(open));
    }

    @Test
    void whatWasLiveIsKept() {
        ChangeSet enacted = writing.directly(writeRelease("R1", "fr"));
        writing.directly(writeRelease("R1"));
        writing.pass(LONGER_THAN_KEPT);

        assertKept(french(enacted));
    }

    @Test
    void whatWasThereWhenItsProductWasJudgedIsKept() {
        ChangeSet open = frenchLater();
        judge("Firefox");
        writing.changeSets.withdraw(BOB, open.id(), null);
        writing.pass(LONGER_THAN_KEPT);

        assertKept(french(open));
    }

    @Test
    void whatWasThereWhenAnotherProductWasJudgedIsNot() {
        ChangeSet open = frenchLater();
        judge("Thunderbird");
        writing.changeSets.withdraw(BOB, open.id(), null);
        writing.pass(LONGER_THAN_KEPT);

        assertThat(retention.prune()).isPositive();
    }

    @Test
    void whatIsHandedInAgainIsKeptFromThenOn() {
        ContentHash french = french(withdrawn());
        writing.pass(LONGER_THAN_KEPT);
        ChangeSet again = frenchLater();
        writing.changeSets.withdraw(BOB, again.id(), null);

        assertKept(french);
    }

    @Test
    void aCopyOfWhatIsNotKeptIsRefused() {
        ChangeSet set = withdrawn();
        writing.pass(LONGER_THAN_KEPT);
        retention.prune();

        assertThatThrownBy(() -> writing.changeSets.copy(BOB, set.id(), null, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is not kept any more");
    }

    @Test
    void aReleaseOfWhichNothingIsKeptIsNotAddedByACopy() {
        ChangeSet set = writing.schedule(Duration.ofDays(365), addRelease("R2"));
        writing.changeSets.withdraw(BOB, set.id(), null);
        writing.pass(LONGER_THAN_KEPT);
        retention.prune();

        assertThatThrownBy(() -> writing.changeSets.copy(BOB, set.id(), null, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is not kept any more");
    }

    private void assertKept(ContentHash part) {
        retention.prune();

        assertThat(contents.part(part)).isPresent();
    }

    private ChangeSet withdrawn() {
        ChangeSet set = frenchLater();
        writing.changeSets.withdraw(BOB, set.id(), null);
        return set;
    }

    private ChangeSet frenchLater() {
        return writing.schedule(Duration.ofDays(365), writeRelease("R1", "fr"));
    }

    private void judge(String product) {
        writing.database
                .jdbc()
                .sql(
                        "insert into verdicts (test_channel, live_channel, product, fingerprint, outcome, person, given_at)"
                                + " values ('release-cdntest', 'release', ?, 'f', 'pass', 'bob', ?)")
                .params(product, writing.now().toEpochMilli())
                .update();
    }

    private static ContentHash french(ChangeSet set) {
        Change.ReleaseEdit edit = (Change.ReleaseEdit) set.changes().getFirst();
        return new ContentHash(
                String.valueOf(Objects.requireNonNull(edit.fields().get(new ReleaseField.Part(FRENCH)))
                        .value()));
    }
}
