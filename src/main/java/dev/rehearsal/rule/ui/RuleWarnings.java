package dev.rehearsal.rule.ui;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.shell.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule may say, but rarely does on purpose. */
final class RuleWarnings {

    private static final Messages MESSAGES = Messages.beside(RuleWarnings.class);

    private RuleWarnings() {}

    /** @param releaseProducts the product of each release that is live or pending, by its name */
    static List<String> of(Rule rule, Map<String, String> releaseProducts) {
        List<String> warnings = new ArrayList<>();
        if (rule.channel() != null && ChannelPattern.of(rule.channel()).matchesNothing()) {
            warnings.add(MESSAGES.get("warning.no-channel", rule.channel()));
        }
        if (rule.backgroundRate() < 100 && rule.fallbackMapping() == null) {
            warnings.add(MESSAGES.get("warning.no-fallback", 100 - rule.backgroundRate()));
        }
        if (rule.fallbackMapping() != null && rule.fallbackMapping().equals(rule.mapping())) {
            warnings.add(MESSAGES.get("warning.same-release"));
        }
        foreign(rule, rule.mapping(), releaseProducts, warnings);
        foreign(rule, rule.fallbackMapping(), releaseProducts, warnings);
        return warnings;
    }

    private static void foreign(
            Rule rule, @Nullable ReleaseName release, Map<String, String> releaseProducts, List<String> warnings) {
        if (release == null) {
            return;
        }
        String product = releaseProducts.get(release.value());
        if (product != null && rule.product() != null && !product.equals(rule.product())) {
            String warning = MESSAGES.get("warning.foreign-release", release, product, rule.product());
            if (!warnings.contains(warning)) {
                warnings.add(warning);
            }
        }
    }
}
