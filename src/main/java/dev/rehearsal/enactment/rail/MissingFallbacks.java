package dev.rehearsal.enactment.rail;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.region.ChangedRegion;
import dev.rehearsal.matching.region.ChangedRegions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules that come to serve only some clients and have nothing for the others, and clients for whom such a rule comes to
 * decide: exactly, from the tables alone.
 */
final class MissingFallbacks {

    private static final int EVERYBODY = 100;

    private MissingFallbacks() {}

    static Found between(Tables before, Tables after, ProductChannel pair) {
        Map<RuleId, Rule> were = PairRules.byId(before, pair);
        List<String> lacking = new ArrayList<>();
        for (Rule rule : PairRules.of(after, pair)) {
            if (lacks(rule) && !lacks(were.get(rule.id()))) {
                lacking.add("%s and nothing to the others".formatted(told(rule)));
            }
        }
        RuleSet was = PairRules.setOf(before, pair);
        RuleSet becomes = PairRules.setOf(after, pair);
        ChangedRegions.Found regions = becomes.inOrder().stream().anyMatch(MissingFallbacks::lacks)
                ? ChangedRegions.between(was, becomes, MissingFallbacks::lacks, MissingFallbacks::lacks)
                : ChangedRegions.Found.NOTHING;
        for (ChangedRegion region : regions.regions()) {
            Rule rule = region.after();
            if (rule != null && lacks(rule) && lacks(were.get(rule.id()))) {
                lacking.add("%s and nothing to the others, and comes to decide for %s"
                        .formatted(told(rule), region.clients()));
            }
        }
        if (!lacking.isEmpty()) {
            return Found.failing(lacking);
        }
        return regions.unsaid().isEmpty()
                ? Found.passing("no rule comes to serve only some clients without a fallback")
                : Found.unsaid("not all is known: " + String.join("; ", regions.unsaid()));
    }

    private static String told(Rule rule) {
        return "rule #%s serves %s to %d %%".formatted(rule.id(), rule.mapping(), rule.backgroundRate());
    }

    private static boolean lacks(@Nullable Rule rule) {
        return rule != null
                && rule.mapping() != null
                && rule.fallbackMapping() == null
                && rule.backgroundRate() < EVERYBODY;
    }
}
