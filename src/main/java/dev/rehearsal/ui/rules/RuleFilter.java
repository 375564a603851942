package dev.rehearsal.ui.rules;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.ui.frame.RuleTelling;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the list of rules is narrowed down to; empty texts narrow nothing. A rule passes as it is or as it becomes.
 *
 * @param product whose clients the rule can match, so a rule for every product passes, too
 * @param channel likewise; a rule for {@code release*} passes with {@code release-cdntest}
 * @param release part of the name of a release that the rule serves, to all or as fallback
 * @param text anything that a column says
 */
record RuleFilter(String product, String channel, String release, String text, boolean onlyPending) {

    static final RuleFilter NONE = new RuleFilter("", "", "", "", false);

    /** The condition, prepared for many rows. */
    Predicate<RuleRow> condition() {
        ChannelPattern channels = ChannelPattern.of(channel);
        String named = release.toLowerCase(Locale.ROOT);
        Predicate<Rule> about = rule ->
                (product.isEmpty() || rule.product() == null || rule.product().equals(product))
                        && (channel.isEmpty()
                                || rule.channel() == null
                                || ChannelPattern.of(rule.channel()).overlaps(channels))
                        && (named.isEmpty() || names(rule.mapping(), named) || names(rule.fallbackMapping(), named));
        return row -> (!onlyPending || row.isPending())
                && (about.test(row.rule()) || row.was() != null && about.test(row.was()))
                && (text.isBlank()
                        || RuleTelling.EVERYTHING.mentions(row, text)
                        || row.sets()
                                .toLowerCase(Locale.ROOT)
                                .contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean names(@Nullable ReleaseName release, String lowerCase) {
        return release != null && release.value().toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    boolean narrows() {
        return !equals(NONE);
    }
}
