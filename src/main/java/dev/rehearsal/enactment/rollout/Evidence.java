package dev.rehearsal.enactment.rollout;

import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence is what is known of what checks ask.
 *
 * @param lastWords the latest verdict of each person on the channel
 * @param readings in the order in which they were made
 * @param undone what of the steps that are live is so no more; empty where all is
 * @param since when the latest step went live; null where none has: what was seen before says nothing of it
 */
public record Evidence(
        List<Verdict> lastWords,
        List<Reading> readings,
        String undone,
        @Nullable Instant since,
        Instant plannedAt,
        Instant now) {

    public Evidence {
        lastWords = List.copyOf(lastWords);
        readings = List.copyOf(readings);
    }

    public List<CheckResult> of(List<PlanCheck> checks) {
        return checks.stream().map(this::of).toList();
    }

    private CheckResult of(PlanCheck check) {
        return switch (check) {
            case PlanCheck.Unchanged unchanged ->
                new CheckResult(
                        unchanged,
                        undone.isEmpty() ? CheckResult.Outcome.SUCCESS : CheckResult.Outcome.FAILURE,
                        undone.isEmpty() ? "nobody has changed them since" : undone);
            case PlanCheck.NoFail none ->
                fail().map(fail -> new CheckResult(
                                none,
                                CheckResult.Outcome.FAILURE,
                                "%s said FAIL of what %s shows".formatted(fail.by(), fail.testChannel())))
                        .orElse(new CheckResult(none, CheckResult.Outcome.SUCCESS, "nobody has said FAIL"));
            case PlanCheck.Figure figure ->
                decisive(figure)
                        .map(reading -> of(figure, reading))
                        .filter(result -> counts(result, figure.within()))
                        .orElse(new CheckResult(
                                figure,
                                CheckResult.Outcome.INCONCLUSIVE,
                                "nothing new enough was sent of %s".formatted(figure.name())));
            case PlanCheck.Asked asked ->
                decisive(asked)
                        .map(reading -> new CheckResult(
                                asked, outcome(reading), "%s: %s".formatted(asked.name(), reading.says())))
                        .filter(result -> counts(result, asked.within()))
                        .orElse(new CheckResult(
                                asked,
                                CheckResult.Outcome.INCONCLUSIVE,
                                "%s has not answered since".formatted(asked.name())));
        };
    }

    private static CheckResult of(PlanCheck.Figure check, Reading reading) {
        Double figure = reading.figure();
        if (figure == null) {
            return new CheckResult(check, CheckResult.Outcome.ERROR, "%s: %s".formatted(check.name(), reading.says()));
        }
        return new CheckResult(
                check,
                check.holds(figure) ? CheckResult.Outcome.SUCCESS : CheckResult.Outcome.FAILURE,
                "%s is %s, and shall be %s".formatted(check.name(), figure, check.bound()));
    }

    private static CheckResult.Outcome outcome(Reading reading) {
        return reading.outcome() == null ? CheckResult.Outcome.ERROR : reading.outcome();
    }

    private Optional<Reading> latest(int check) {
        return sinceThen(check).reduce((one, later) -> later);
    }

    private Stream<Reading> sinceThen(int check) {
        return readings.stream()
                .filter(reading -> reading.check() == check
                        && (since == null || !reading.at().isBefore(since)));
    }

    /** What could not be found out ends no failure: the latest that tells something does. */
    private Optional<Reading> decisive(PlanCheck check) {
        return sinceThen(check.number())
                .filter(Reading::tells)
                .reduce((one, later) -> later)
                .filter(told -> check.fails(told))
                .or(() -> latest(check.number()));
    }

    /** What went badly goes badly until something else is seen; what went well is soon no news. */
    private boolean counts(CheckResult result, Duration within) {
        return result.outcome() == CheckResult.Outcome.FAILURE
                || latest(result.check().number())
                        .filter(reading -> !reading.at().isBefore(now.minus(within)))
                        .isPresent();
    }

    /** A FAIL that was lifted later is none. */
    private Optional<Verdict> fail() {
        return lastWords.stream()
                .filter(word -> word.outcome() == Outcome.FAIL && !word.at().isBefore(plannedAt))
                .filter(word -> lastWords.stream()
                        .noneMatch(lift -> lift.outcome() == Outcome.LIFT
                                && lift.state().equals(word.state())
                                && lift.at().isAfter(word.at())))
                .max(Comparator.comparing(Verdict::at));
    }
}
