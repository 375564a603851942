package dev.rehearsal.enactment.rollout;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rollout as somebody asks for it.
 *
 * @param rule that shall serve the release; null for the one that serves the channel, or a new one
 * @param start null for now
 */
public record NewPlan(
        String title,
        String product,
        String channel,
        ReleaseName release,
        @Nullable RuleId rule,
        @Nullable Instant start,
        List<Step> steps,
        List<PlanCheck> checks) {

    public static final int MOST_STEPS = 20;
    public static final int MOST_CHECKS = 10;
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NAME = 60;

    /**
     * A step of a plan says who shall get the release when.
     *
     * @param after the start of the plan
     * @param channel null for that of the plan
     * @param release null for that of the plan
     * @param version which clients alone, as rules say it; null for all
     */
    public record Step(
            Duration after,
            int percentage,
            @Nullable String channel,
            @Nullable ReleaseName release,
            @Nullable String version) {

        public Step(Duration after, int percentage) {
            this(after, percentage, null, null, null);
        }
    }

    /** The clients whom a step is about. */
    record Target(String channel, @Nullable String version) {}

    public NewPlan {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
    }

    Target target(Step step) {
        return new Target(step.channel() == null ? channel : step.channel(), step.version());
    }

    ReleaseName release(Step step) {
        return step.release() == null ? release : step.release();
    }

    /** @throws RefusedException with everything that is wrong in itself */
    void refuseProblems() {
        List<Problem> problems = new ArrayList<>();
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            problems.add(new Problem("title", "must be 1 to %d characters long".formatted(LONGEST_TITLE)));
        }
        if (product.isBlank()) {
            problems.add(new Problem("product", "is missing"));
        }
        addProblem(problems, "channel", channel);
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            problems.add(new Problem("steps", "must be 1 to %d".formatted(MOST_STEPS)));
        }
        addProblemsOfSteps(problems);
        addProblemsOfChecks(problems);
        RefusedException.throwIfAny(problems);
    }

    private static void addProblem(List<Problem> problems, String at, String channel) {
        if (channel.isBlank() || channel.endsWith("*")) {
            problems.add(new Problem(at, "must be one channel"));
        }
    }

    private void addProblemsOfSteps(List<Problem> problems) {
        Map<Target, Integer> reached = new HashMap<>();
        Duration before = Duration.ZERO;
        for (int place = 0; place < steps.size(); place++) {
            Step step = steps.get(place);
            String at = "steps[%d].".formatted(place);
            if (step.channel() != null) {
                addProblem(problems, at + "channel", step.channel());
            }
            if (step.percentage() < 1 || step.percentage() > 100) {
                problems.add(new Problem(at + "percentage", "must be 1 to 100"));
            }
            Integer last = reached.put(target(step), step.percentage());
            if (last != null && last >= step.percentage()) {
                problems.add(new Problem(
                        at + "percentage", "must be more than the %d %% of the step before".formatted(last)));
            }
            if (step.after().isNegative() || step.after().compareTo(LONGEST) > 0) {
                problems.add(new Problem(at + "after", "must be from the start to a year after it"));
            } else if (step.after().compareTo(before) < 0) {
                problems.add(new Problem(at + "after", "must not be before the step before"));
            }
            before = step.after();
        }
    }

    private void addProblemsOfChecks(List<Problem> problems) {
        if (checks.size() > MOST_CHECKS) {
            problems.add(new Problem("checks", "must be at most %d".formatted(MOST_CHECKS)));
        }
        for (int place = 0; place < checks.size(); place++) {
            String at = "checks[%d].".formatted(place);
            PlanCheck check = checks.get(place);
            if (check.name().isBlank() || check.name().length() > LONGEST_NAME) {
                problems.add(new Problem(at + "name", "must be 1 to %d characters long".formatted(LONGEST_NAME)));
            }
            if (checks.subList(0, place).stream().anyMatch(other -> other.name().equals(check.name()))) {
                problems.add(new Problem(at + "name", "is that of another check"));
            }
            switch (check) {
                case PlanCheck.Figure figure -> addProblems(problems, at, figure);
                case PlanCheck.Asked asked -> addProblems(problems, at, asked.within());
                case PlanCheck.NoFail _, PlanCheck.Unchanged _ -> {}
            }
        }
    }

    private static void addProblems(List<Problem> problems, String at, PlanCheck.Figure figure) {
        Double least = figure.atLeast();
        Double most = figure.atMost();
        if (least == null && most == null) {
            problems.add(new Problem(at + "at_most", "has no bound: say at least how much, at most how much, or both"));
        } else if (least != null && most != null && least > most) {
            problems.add(new Problem(at + "at_most", "must not be less than the least"));
        }
        addProblems(problems, at, figure.within());
    }

    private static void addProblems(List<Problem> problems, String at, Duration within) {
        if (within.compareTo(Duration.ofMinutes(1)) < 0 || within.compareTo(Duration.ofDays(7)) > 0) {
            problems.add(new Problem(at + "within", "must be from a minute to seven days, such as PT2H"));
        }
    }
}
