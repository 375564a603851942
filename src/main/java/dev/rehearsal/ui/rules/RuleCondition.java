package dev.rehearsal.ui.rules;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.ui.frame.RuleFormatter;
import dev.rehearsal.ui.links.RuleFilter;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows that a filter lets pass. */
final class RuleCondition {

    private RuleCondition() {}

    /** Returns the condition of this filter, prepared for many rows. */
    static Predicate<RuleRow> of(RuleFilter filter) {
        ChannelPattern channels = ChannelPattern.of(filter.channel());
        String named = filter.release().toLowerCase(Locale.ROOT);
        Predicate<Rule> about = rule -> (filter.product().isEmpty()
                        || rule.product() == null
                        || rule.product().equals(filter.product()))
                && (filter.channel().isEmpty()
                        || rule.channel() == null
                        || ChannelPattern.of(rule.channel()).overlaps(channels))
                && (named.isEmpty() || names(rule.mapping(), named) || names(rule.fallbackMapping(), named));
        return row -> (!filter.onlyPending() || row.isPending())
                && (about.test(row.rule()) || row.was() != null && about.test(row.was()))
                && (filter.text().isBlank()
                        || RuleFormatter.EVERYTHING.mentions(row, filter.text())
                        || row.sets()
                                .toLowerCase(Locale.ROOT)
                                .contains(filter.text().strip().toLowerCase(Locale.ROOT)))
                && (!filter.onlyUnreached() || row.isUnreached());
    }

    private static boolean names(@Nullable ReleaseName release, String lowerCase) {
        return release != null && release.value().toLowerCase(Locale.ROOT).contains(lowerCase);
    }
}
