package dev.rehearsal.notice;

import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.rollout.NewPlan;
import dev.rehearsal.enactment.rollout.PlanScheduler;
import dev.rehearsal.enactment.rollout.RolloutService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no write tells by itself is found, and told once. */
@EachDatabase
class WaitingNoticesTest {

    private final Office office;
    private final Post post;

    WaitingNoticesTest(TestDatabase database) {
        office = new Office(database);
        post = new Post(database);
        post.webhook("http://127.0.0.1:1/");
    }

    private ChangeSet scheduled() {
        return office.schedule("More", 1, edit(1, "mapping", "R2"));
    }

    @Test
    void whoeverCanSignIsToldAndTheAuthorIsNot() {
        office.needingSignoffs();
        ChangeSet set = scheduled();
        post.round();
        post.round();

        assertThat(post.of(NoticeKind.TO_SIGN)).singleElement().satisfies(told -> {
            assertThat(String.valueOf(told.get("people")).split("\n"))
                    .containsExactlyInAnyOrder(Office.BEN, Office.DMITRI);
            assertThat(told).containsEntry("path", "changes/" + set.id());
            assertThat(String.valueOf(told.get("text"))).endsWith("Needed: releng, relman.");
        });
    }

    @Test
    void whatIsSomethingElseByNowIsToldAgain() {
        office.needingSignoffs();
        ChangeSet set = scheduled();
        post.round();
        office.move(Office.ADA, set, 3);
        post.round();

        assertThat(post.of(NoticeKind.TO_SIGN)).hasSize(2);
    }

    @Test
    void testersAreToldOfEachStateThatATestChannelShows() {
        office.needingTests();
        scheduled();
        post.round();
        post.round();

        assertThat(post.of(NoticeKind.TO_TEST))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .containsEntry("people", Office.CHIOMA)
                        .containsEntry("path", "channels/release-cdntest?product=Firefox")
                        .containsEntry("title", "release-cdntest of Firefox waits for a verdict"));
    }

    @Test
    void theAuthorOfWhatClashesIsAskedToDecide() {
        ChangeSet set = scheduled();
        office.live(edit(1, "mapping", "R3"));
        post.round();

        assertThat(post.of(NoticeKind.TO_DECIDE))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .containsEntry("people", Office.ADA)
                        .containsEntry("path", "changes/" + set.id()));
    }

    @Test
    void theAuthorOfWhatIsOverdueHearsWhatIsMissing() {
        office.needingSignoffs();
        scheduled();
        post.round();
        assertThat(post.of(NoticeKind.SET_HELD_UP)).isEmpty();

        office.hoursPass(2);
        post.round();
        post.round();

        assertThat(post.of(NoticeKind.SET_HELD_UP)).singleElement().satisfies(told -> {
            assertThat(told).containsEntry("people", Office.ADA);
            assertThat(String.valueOf(told.get("text"))).contains("signoff is required: 0 of 1 by releng given");
        });
    }

    @Test
    void aTesterHearsThatAVerdictWentStale() {
        office.needingTests();
        scheduled();
        office.judge(Office.CHIOMA, Outcome.PASS);
        post.round();
        assertThat(post.of(NoticeKind.VERDICT_STALE)).isEmpty();

        office.schedule("Even more", 2, edit(1, "backgroundRate", 50));
        post.round();
        post.round();

        assertThat(post.of(NoticeKind.VERDICT_STALE)).singleElement().satisfies(told -> {
            assertThat(told)
                    .containsEntry("people", Office.CHIOMA)
                    .containsEntry("title", "release-cdntest of Firefox shows something else than what you judged");
            assertThat(String.valueOf(told.get("text"))).startsWith("Your verdict is stale: ");
        });
    }

    /** That it is judged is what it was for. */
    @Test
    void aVerdictOnWhatWentLiveIsNotToldToBeStale() {
        office.needingTests();
        ChangeSet set = scheduled();
        office.judge(Office.CHIOMA, Outcome.PASS);
        office.enactment.enact(TestDatabase.WRITER, set.id());
        post.round();

        assertThat(post.of(NoticeKind.VERDICT_STALE)).isEmpty();
    }

    @Test
    void theAuthorOfARolloutHearsEachTimeThatAnotherStopsIt() {
        RolloutService rollouts = post.database.bean(RolloutService.class);
        long rollout = post.database
                .bean(PlanScheduler.class)
                .make(
                        new Actor(Office.ADA),
                        new NewPlan(
                                "R2 to everybody",
                                "Firefox",
                                "release",
                                new ReleaseName("R2"),
                                null,
                                null,
                                List.of(new NewPlan.Step(Duration.ZERO, 1), new NewPlan.Step(Duration.ofHours(1), 100)),
                                List.of()))
                .id();
        rollouts.stop(TestDatabase.WRITER, rollout, "it crashes");
        post.round();
        post.round();

        assertThat(post.of(NoticeKind.ROLLOUT_HALTED))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .containsEntry("people", Office.ADA)
                        .containsEntry("path", "rollouts/" + rollout)
                        .containsEntry("title", "Rollout %d “R2 to everybody” is stopped".formatted(rollout))
                        .containsEntry(
                                "text",
                                "By %s: it crashes. No further step goes live until somebody resumes it."
                                        .formatted(TestDatabase.WRITER.name())));
    }

    @Test
    void nothingIsLookedForWhereNobodyIsTold() {
        post.database.jdbc().sql("delete from webhooks").update();
        office.needingSignoffs();
        scheduled();
        post.round();

        assertThat(post.of(NoticeKind.TO_SIGN)).isEmpty();
    }
}
