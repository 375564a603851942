package dev.rehearsal.ui.links;

/**
 * A filter of the list of rules; empty texts narrow nothing. A rule passes as it is or as it becomes.
 *
 * @param product whose clients the rule can match, so a rule for every product passes, too
 * @param channel likewise; a rule for {@code release*} passes with {@code release-cdntest}
 * @param release part of the name of a release that the rule serves, to all or as fallback
 * @param text anything that a column says
 * @param onlyUnreached whether only those pass that no client reaches
 */
public record RuleFilter(
        String product, String channel, String release, String text, boolean onlyPending, boolean onlyUnreached) {

    public static final RuleFilter NONE = new RuleFilter("", "", "", "", false, false);

    public boolean narrows() {
        return !equals(NONE);
    }
}
