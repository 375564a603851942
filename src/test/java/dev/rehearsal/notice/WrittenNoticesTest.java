package dev.rehearsal.notice;

import static dev.rehearsal.Office.addRule;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Enactor;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachDatabase
class WrittenNoticesTest {

    private final Office office;
    private final Post post;

    WrittenNoticesTest(TestDatabase database) {
        office = new Office(database);
        post = new Post(database);
        database.jdbc().sql("delete from notices").update();
    }

    private ChangeSet scheduled() {
        return office.schedule("More", 1, edit(1, "mapping", "R2"));
    }

    @Test
    void aScheduledSetIsToldOnce() {
        ChangeSet set = scheduled();
        office.retitle(Office.ADA, set, "Still more");

        assertThat(post.written())
                .containsExactly("set_changed: Change set %s “More” was scheduled".formatted(set.id()));
    }

    @Test
    void aDraftIsToldNobodyBeforeItIsSubmitted() {
        ChangeSet draft = office.draft("More", 1, edit(1, "mapping", "R2"));
        assertThat(post.written()).isEmpty();

        office.changeSets.submit(new Actor(Office.ADA), draft.id(), null);

        assertThat(post.written())
                .containsExactly("set_changed: Change set %s “More” is pending".formatted(draft.id()));
    }

    @Test
    void whoeverHoldsSomebodysSetIsNamedAndItsAuthorIsTold() {
        ChangeSet set = scheduled();
        office.changeSets.hold(new Actor(Office.GRETA), set.id(), null);

        assertThat(post.of(NoticeKind.SET_CHANGED).getLast())
                .containsEntry("people", Office.ADA)
                .containsEntry("by_person", Office.GRETA)
                .containsEntry("path", "changes/" + set.id())
                .containsEntry("text", "By greta.");
    }

    @Test
    void whatTheEnactorEnactsIsToldItsAuthorAndEverybody() {
        ChangeSet set = scheduled();
        office.hoursPass(2);
        office.database.bean(SnapshotKeeper.class).refresh();
        office.database.bean(Enactor.class).enactDue();

        assertThat(post.written())
                .contains(
                        "set_changed: Change set %s “More” went live".formatted(set.id()),
                        "went_live: Change set %s “More” is live".formatted(set.id()));
    }

    @Test
    void aDirectEditIsToldAsWhatIsLive() {
        office.live(addRule("channel", "nightly"));

        assertThat(post.written()).singleElement().asString().startsWith("went_live: ");
    }

    @Test
    void aSetThatCannotGoIsToldWithItsReason() {
        ChangeSet set = scheduled();
        office.live(edit(1, "mapping", "R3"));
        office.hoursPass(2);
        office.database.bean(Enactor.class).enactDue();

        assertThat(post.of(NoticeKind.SET_DISARMED)).singleElement().satisfies(told -> {
            assertThat(told).containsEntry("people", Office.ADA).containsEntry("by_person", null);
            assertThat(String.valueOf(told.get("title")))
                    .isEqualTo("Change set %s “More” was due and could not go live".formatted(set.id()));
            assertThat(String.valueOf(told.get("text"))).endsWith("Resolve or reschedule it.");
        });
    }

    @Test
    void aShutoffIsToldEverybodyAndSoIsItsEnd() {
        Shutoff shutoff = office.database.write(
                write -> office.database.bean(EmergencyShutoffs.class).add(write, "Firefox", "release", "it burns"));
        office.database.write(write -> {
            office.database.bean(EmergencyShutoffs.class).remove(write, shutoff);
            return write;
        });

        assertThat(post.written())
                .containsExactly(
                        "shutoff: Updates of Firefox on release are shut off",
                        "shutoff: Updates of Firefox on release are served again");
        assertThat(post.of(NoticeKind.SHUTOFF).getFirst())
                .containsEntry("people", null)
                .containsEntry("text", "By writer@rehearsal.example: it burns");
    }

    @Test
    void breakGlassIsToldWithItsReason() {
        office.needingTests();
        office.database.permit(new Actor(Office.DMITRI), PermissionName.BREAK_GLASS);
        ChangeSet set = scheduled();
        office.enactment.breakGlass(
                new Actor(Office.DMITRI),
                set.id(),
                null,
                "it cannot wait",
                List.of(),
                Set.of(BreakGlassScope.Over.GATES));

        assertThat(post.of(NoticeKind.BREAK_GLASS))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .containsEntry("text", "By dmitri, who says: it cannot wait")
                        .containsEntry("people", null));
    }

    @Test
    void whatIsRolledBackIsToldNobody() {
        ChangeSet set = scheduled();
        post.database.jdbc().sql("delete from notices").update();

        assertThatThrownBy(() -> office.database
                        .bean(WriteLock.class)
                        .write(new Actor(Office.GRETA), WriteKind.QUEUE, write -> {
                            office.changeSets.withdraw(write, write.by(), set);
                            throw RefusedException.conflict("no");
                        }))
                .isInstanceOf(RefusedException.class);

        assertThat(post.written()).isEmpty();
    }

    @Test
    void whatADatasetBringsIsToldNobody() {
        office.database
                .bean(WriteLock.class)
                .write(
                        new Actor("import"),
                        WriteKind.LIVE,
                        write -> office.database.bean(EmergencyShutoffs.class).add(write, "Firefox", "release", null));

        assertThat(post.written()).isEmpty();
    }

    /** Two to find out that there is nothing to tell. */
    @Test
    void aWriteOfWhichNothingIsToldCostsTwoQueries() {
        List<String> before = post.written();
        office.database.write(write -> write);

        assertThat(post.written()).isEqualTo(before);
    }
}
