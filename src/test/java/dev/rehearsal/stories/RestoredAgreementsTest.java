package dev.rehearsal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.dataset.RoundTrip;
import dev.rehearsal.enactment.CommentService;
import dev.rehearsal.enactment.rollout.NewPlan;
import dev.rehearsal.enactment.rollout.PlanScheduler;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people agreed to in one installation counts in the one that its export fills, and nothing else does. */
@EachDatabase
class RestoredAgreementsTest {

    private final TestDatabase database;
    private final Office office;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    RestoredAgreementsTest(TestDatabase database) {
        this.database = database;
        this.office = new Office(database)
                .with("ada", "releng")
                .with("ben", "releng")
                .with("dora", "qa")
                .live(Wishes.release("R1"), Wishes.release("R2"), Wishes.rule("release", "R1"))
                .maps("release", "release-cdntest", new Scope.WholeQueue())
                .requires("release", "releng", 1)
                .gate("release", "qa", 1);
    }

    @Test
    void aSignedAndTestedSetGoesLive() {
        ChangeSetId set = office.schedules("ada", 2, Wishes.edit(1, "mapping", "R2"));
        office.signs("ben", set, "releng");
        office.passes("dora", "release-cdntest");

        new RoundTrip(database, folder).assertNothingIsLost();

        assertThat(office.obstacles(only())).isEmpty();
        office.comes(2);
        assertThat(office.mapsTo(1)).isEqualTo("R2");
    }

    @Test
    void aStepThatItsRolloutHasNotLetGoArrivesHeld() {
        database.bean(PlanScheduler.class)
                .make(
                        new Actor("ada"),
                        new NewPlan(
                                "R2",
                                Office.PRODUCT,
                                "release",
                                new ReleaseName("R2"),
                                null,
                                office.hour(2),
                                List.of(new NewPlan.Step(Duration.ZERO, 1), new NewPlan.Step(Duration.ofHours(1), 100)),
                                List.of()));

        RoundTrip trip = new RoundTrip(database, folder);
        trip.restore(trip.export());

        assertThat(database.bean(ChangeSets.class).inState("pending", 10))
                .singleElement()
                .satisfies(set -> assertThat(set.title()).contains("1 %"));
        assertThat(database.bean(ChangeSets.class).inState("held", 10))
                .singleElement()
                .satisfies(set -> assertThat(set.title()).contains("100 %"));
    }

    @Test
    void aSignoffOfSomebodyWhoWasGivenTheRoleAnewCountsNeitherBeforeNorAfter() {
        ChangeSetId set = office.schedules("ada", 2, Wishes.edit(1, "mapping", "R2"));
        office.signs("ben", set, "releng");
        database.write(entry -> {
            PeopleStore people = database.bean(PeopleStore.class);
            people.removeRole(entry, "ben", new Role("releng"));
            people.addRole(entry, "ben", new Role("releng"));
            return entry;
        });
        assertThat(office.standing(set).counted()).isEmpty();

        new RoundTrip(database, folder).assertNothingIsLost();

        assertThat(office.standing(only()).counted()).isEmpty();
    }

    @Test
    void aRequestForChangesStillStandsAmongAllThatWasSaid() {
        ChangeSetId set = office.schedules("ada", 2, Wishes.edit(1, "mapping", "R2"));
        office.signs("ben", set, "releng");
        CommentService comments = database.bean(CommentService.class);
        ChangeId change =
                office.sets.find(set).orElseThrow().changes().getFirst().id();
        CommentService.Target mapping = new CommentService.Target(change, "mapping");
        long first = comments.requestChanges(new Actor("ben"), set, mapping, "Not R2, @dora?")
                .id();
        comments.answer(new Actor("dora"), set, first, "No.");
        comments.answer(new Actor("ada"), set, first, "It is fine.");
        long second = comments.requestChanges(new Actor("ben"), set, null, "It is not.")
                .id();
        comments.takeBack(new Actor("ben"), set, second, "");
        comments.requestChanges(new Actor("ben"), set, null, "Or is it?");

        new RoundTrip(database, folder).assertNothingIsLost();

        assertThat(office.obstacles(only())).anyMatch(sentence -> sentence.startsWith("changes are requested by ben"));
        Discussion said = database.bean(Comments.class).of(only());
        assertThat(said.comments())
                .extracting(Comment::text)
                .containsExactly("Not R2, @dora?", "No.", "It is fine.", "It is not.", "", "Or is it?");
        assertThat(said.standing()).extracting(Comment::text).containsExactly("Or is it?");
        assertThat(said.comments().getFirst().about())
                .isEqualTo(new Comment.Place(
                        office.sets
                                .find(only())
                                .orElseThrow()
                                .changes()
                                .getFirst()
                                .id(),
                        "mapping",
                        "rule 1"));
        long last = said.standing().getFirst().id();
        assertThat(comments.takeBack(new Actor("ben"), only(), last, "").ends())
                .as("the same person")
                .isTrue();
    }

    @Test
    void aFailStillBlocks() {
        office.schedules("ada", 2, Wishes.edit(1, "mapping", "R2"));
        office.fails("dora", "release-cdntest");

        new RoundTrip(database, folder).assertNothingIsLost();

        assertThat(office.obstacles(only())).anyMatch(sentence -> sentence.contains("dora"));
    }

    @Test
    void whoeverWroteSomeOfASetStillCannotSignIt() {
        ChangeSetId set = office.schedules("ada", 2, Wishes.edit(1, "mapping", "R2"));
        office.edits("ben", set, Wishes.edit(1, "mapping", "R2", "priority", 7));

        new RoundTrip(database, folder).assertNothingIsLost();

        ChangeSet restored = database.bean(ChangeSets.class).find(only()).orElseThrow();
        assertThat(restored.contentBy()).contains(new Actor("ben"));
    }

    private ChangeSetId only() {
        return office.state().queue().getFirst().id();
    }
}
