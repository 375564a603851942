package dev.rehearsal.ui.rollouts;

import dev.rehearsal.problem.Problem;
import dev.rehearsal.ui.frame.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a rollout as its form names what is entered: {@code Percent of step 2: must be 1 to 100}. */
final class ProblemFormatter {

    private static final Messages MESSAGES = Messages.beside(ProblemFormatter.class);

    /** Such as {@code steps[1].percentage}. */
    private static final Pattern ONE_OF_MANY = Pattern.compile("(steps|checks)\\[(\\d+)](?:\\.(\\w*))?.*");

    private ProblemFormatter() {}

    static String said(Problem problem) {
        String where = where(problem.place());
        return where.isEmpty() ? problem.sentence() : MESSAGES.get("problem", where, problem.sentence());
    }

    private static String where(String place) {
        Matcher one = ONE_OF_MANY.matcher(place);
        if (!one.matches()) {
            return field(place);
        }
        String owner = MESSAGES.get("problem.of." + one.group(1), Integer.toString(Integer.parseInt(one.group(2)) + 1));
        String field = one.group(3) == null ? "" : field(one.group(3));
        return field.isEmpty() ? owner : MESSAGES.get("problem.field.of", field, owner);
    }

    /** Returns what the form calls it; empty for what it has no field for. */
    private static String field(String name) {
        return switch (name) {
            case "title" -> MESSAGES.get("form.title");
            case "product", "release", "mapping" -> MESSAGES.get("form.release");
            case "channel" -> MESSAGES.get("form.channel");
            case "rule" -> MESSAGES.get("problem.rule");
            case "steps" -> MESSAGES.get("steps");
            case "checks" -> MESSAGES.get("checks");
            case "percentage", "backgroundRate" -> MESSAGES.get("form.percentage");
            case "after", "when" -> MESSAGES.get("form.after");
            case "version" -> MESSAGES.get("form.other.version");
            case "name" -> MESSAGES.get("form.check.name");
            case "at_least" -> MESSAGES.get("form.check.least");
            case "at_most" -> MESSAGES.get("form.check.most");
            case "url" -> MESSAGES.get("form.check.address");
            default -> "";
        };
    }
}
