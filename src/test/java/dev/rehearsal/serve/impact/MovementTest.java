package dev.rehearsal.serve.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.serve.impact.Answers.Portion;
import dev.rehearsal.serve.impact.Movement.Flow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovementTest {

    private static final Got OLD = update("Firefox-149", 1);
    private static final Got NEW = update("Firefox-150", 1);
    private static final Got RESPUN = update("Firefox-150", 2);

    private static Got update(String release, long content) {
        return new Got(Got.Kind.UPDATE, new ReleaseName(release), null, new Rendered(content, 0), 1);
    }

    private static Answers answers(Portion... portions) {
        return new Answers(Arrays.asList(portions));
    }

    private static Portion portion(double share, Got got) {
        return new Portion(got, share);
    }

    private static Movement movement(Answers before, Answers after) {
        return new Movement(new RequestClass(QueryBuilder.aQuery().build(), 1), before, after);
    }

    @Test
    void isOfThoseOnlyWhomARateThatRisesReaches() {
        Movement raised = movement(
                answers(portion(0.25, NEW), portion(0.75, OLD)), answers(portion(0.5, NEW), portion(0.5, OLD)));

        assertThat(raised.flows()).containsExactly(new Flow(OLD, NEW, 0.25));
    }

    @Test
    void takesAReleaseForItsOwnOtherContent() {
        Movement respun = movement(
                answers(portion(0.25, OLD), portion(0.75, NEW)), answers(portion(0.75, RESPUN), portion(0.25, OLD)));

        assertThat(respun.flows()).containsExactly(new Flow(NEW, RESPUN, 0.75));
    }

    @Test
    void losesTheUpdateOfThoseForWhomThereIsNoFallback() {
        Movement throttled = movement(answers(portion(1, OLD)), answers(portion(0.25, NEW), portion(0.75, Got.NONE)));

        assertThat(throttled.flows().stream()
                        .filter(Flow::losesUpdate)
                        .mapToDouble(Flow::share)
                        .sum())
                .isEqualTo(0.75);
        assertThat(throttled.changed()).isEqualTo(1);
    }

    @Test
    void isNoneWhereOnlyTheSidesAreSwapped() {
        Movement swapped =
                movement(answers(portion(0.4, NEW), portion(0.6, OLD)), answers(portion(0.6, OLD), portion(0.4, NEW)));

        assertThat(swapped.before().areAs(swapped.after())).isTrue();
        assertThat(swapped.flows()).isEmpty();
    }

    @Test
    void isToldWithShares() {
        assertThat(List.of(
                        answers(portion(1, NEW)).told(),
                        answers(portion(0.25, NEW), portion(0.75, OLD)).told(),
                        answers(portion(0.25, NEW), portion(0.25, RESPUN), portion(0.5, Got.NONE))
                                .told(),
                        answers(portion(0.25, NEW), portion(0.75, RESPUN)).told()))
                .containsExactly(
                        "Firefox-150",
                        "Firefox-150 at 25 %, else Firefox-149",
                        "Firefox-150 at 50 %, else no update",
                        "Firefox-150");
    }
}
