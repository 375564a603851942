package dev.rehearsal.probe.comparison;

/**
 * Sums up what one side answered.
 *
 * @param status 0 where no answer came
 * @param rule {@code none} where the answer names none
 * @param ruleVersion {@code none} where the answer names none
 * @param release what is offered, or that nothing is
 * @param line the first line of the body that the other side has not, bounded
 */
public record ReplySummary(int status, String rule, String ruleVersion, String release, String line) {

    static final String NONE = "none";
}
