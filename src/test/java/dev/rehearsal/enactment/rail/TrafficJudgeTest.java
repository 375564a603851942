package dev.rehearsal.enactment.rail;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RailJudgement.Result;
import dev.rehearsal.blob.ReleaseVersion;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.serve.impact.Answers;
import dev.rehearsal.serve.impact.Answers.Portion;
import dev.rehearsal.serve.impact.Got;
import dev.rehearsal.serve.impact.Movement;
import dev.rehearsal.serve.impact.Movements;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.Rendered;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrafficJudgeTest {

    private static final Got OLD = update("Firefox-149", "149.0");
    private static final Got NEW = update("Firefox-150", "150.0");
    private static final long ALL = 100_000;

    private static Got update(String release, String version) {
        return new Got(
                Got.Kind.UPDATE, new ReleaseName(release), new ReleaseVersion(version, version), new Rendered(1, 0), 1);
    }

    /** So many of a sample get one thing instead of another; nobody else does. */
    private static Movements moving(long requests, long sampled, Got before, Got after) {
        RequestClass moved = new RequestClass(aQuery().atVersion("140.0").build(), Math.max(requests, 1));
        List<RequestClass> classes = new ArrayList<>();
        List<Movement> moving = new ArrayList<>();
        if (requests > 0) {
            classes.add(moved);
            moving.add(new Movement(moved, all(before), all(after)));
        }
        classes.add(new RequestClass(aQuery().atVersion("141.0").build(), sampled - requests));
        return new Movements(
                new Population(
                        new ProductChannel("Firefox", "release"),
                        "a sample of this server's requests",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        classes,
                        ALL),
                moving);
    }

    private static Answers all(Got got) {
        return new Answers(List.of(new Portion(got, 1)));
    }

    private static Found found(GuardRail.Kind kind, @Nullable Integer percent, Movements movements) {
        GuardRail rail = new GuardRail(
                1, "Firefox", "release", kind, percent, GuardRail.Mode.BLOCK, false, new Role("relman"), 1);
        return new TrafficJudge(rail, movements, RuleSet.of(List.of()), RuleSet.of(List.of())).found();
    }

    @Test
    void aShareWhoseBoundsAreAboveTheLimitIsAFault() {
        Found found = found(GuardRail.Kind.AT_MOST_CHANGED, 5, moving(1_190, 10_000, OLD, NEW));

        assertThat(found.result()).isEqualTo(Result.FAIL);
        assertThat(found.reasons().getFirst())
                .startsWith("11.9 % (11.2–12.6) of")
                .contains("of requests get something else, in 10,000 of 100,000 requests");
        assertThat(found.reasons().get(1)).contains("140.0", "Firefox-149 by no rule", "Firefox-150 by no rule");
    }

    @Test
    void oneWhoseBoundsAreBelowIsNone() {
        assertThat(found(GuardRail.Kind.AT_MOST_CHANGED, 20, moving(1_190, 10_000, OLD, NEW))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void whereTheBoundsLieOnBothSidesItCannotSay() {
        assertThat(found(GuardRail.Kind.AT_MOST_CHANGED, 12, moving(1_190, 10_000, OLD, NEW))
                        .result())
                .isEqualTo(Result.CANNOT_SAY);
    }

    @Test
    void anyRequestThatLosesItsUpdateIsAFault() {
        assertThat(found(GuardRail.Kind.NO_LOST_UPDATES, null, moving(1, 10_000, OLD, Got.NONE))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void noneInALargeSampleIsNone() {
        Found found = found(GuardRail.Kind.NO_LOST_UPDATES, null, moving(500, 10_000, OLD, NEW));

        assertThat(found.result()).isEqualTo(Result.PASS);
        assertThat(found.reasons().getFirst()).startsWith("less than 0.0");
    }

    @Test
    void noneOfWhatWasCountedWholeIsNone() {
        assertThat(found(GuardRail.Kind.NO_LOST_UPDATES, null, moving(500, ALL, OLD, NEW))
                        .reasons()
                        .getFirst())
                .startsWith("0 % of requests lose their update");
    }

    @Test
    void noneInASmallOneCannotSay() {
        assertThat(found(GuardRail.Kind.NO_LOST_UPDATES, null, moving(0, 100, OLD, NEW))
                        .result())
                .isEqualTo(Result.CANNOT_SAY);
    }

    @Test
    void somethingOlderThanIsOfferedNowIsAFault() {
        assertThat(found(GuardRail.Kind.NOTHING_OLDER, null, moving(5, 10_000, NEW, OLD))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(found(GuardRail.Kind.NOTHING_OLDER, null, moving(5, 10_000, OLD, NEW))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void theSampleIsKnownByItsDigest() {
        Found one = found(GuardRail.Kind.NO_LOST_UPDATES, null, moving(5, 10_000, OLD, NEW));
        Found other = found(GuardRail.Kind.NO_LOST_UPDATES, null, moving(6, 10_000, OLD, NEW));

        assertThat(one.sample()).hasSize(64).isNotEqualTo(other.sample());
    }
}
