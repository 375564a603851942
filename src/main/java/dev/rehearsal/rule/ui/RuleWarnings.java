package dev.rehearsal.rule.ui;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule may say, but rarely does on purpose. */
final class RuleWarnings {

    private RuleWarnings() {}

    /** @param releaseProducts the product of each release that is live or pending, by its name */
    static List<String> of(Rule rule, Map<String, String> releaseProducts) {
        List<String> warnings = new ArrayList<>();
        if (rule.channel() != null && ChannelPattern.of(rule.channel()).matchesNothing()) {
            warnings.add("'%s' matches no channel: a star needs at least two characters before it."
                    .formatted(rule.channel()));
        }
        if (rule.backgroundRate() < 100 && rule.fallbackMapping() == null) {
            warnings.add("%d %% of clients get no update at all: there is no fallback mapping."
                    .formatted(100 - rule.backgroundRate()));
        }
        if (rule.fallbackMapping() != null && rule.fallbackMapping().equals(rule.mapping())) {
            warnings.add("Mapping and fallback mapping are the same release: the rate decides nothing.");
        }
        foreign(rule, rule.mapping(), releaseProducts, warnings);
        foreign(rule, rule.fallbackMapping(), releaseProducts, warnings);
        return warnings;
    }

    private static void foreign(
            Rule rule, @Nullable ReleaseName release, Map<String, String> releaseProducts, List<String> warnings) {
        String product = release == null ? null : releaseProducts.get(release.value());
        if (product != null && rule.product() != null && !product.equals(rule.product())) {
            String warning = "%s is a release of %s, not of %s.".formatted(release, product, rule.product());
            if (!warnings.contains(warning)) {
                warnings.add(warning);
            }
        }
    }
}
