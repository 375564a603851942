package dev.rehearsal.enactment.rail;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds rules that come to serve only some clients and have nothing for the others: exactly, from the tables alone. */
final class MissingFallbacks {

    private static final int EVERYBODY = 100;

    private MissingFallbacks() {}

    static Found between(Tables before, Tables after, ProductChannel pair) {
        Map<RuleId, Rule> were = PairRules.byId(before, pair);
        List<String> lacking = new ArrayList<>();
        for (Rule rule : PairRules.of(after, pair)) {
            if (lacks(rule) && !lacks(were.get(rule.id()))) {
                lacking.add("rule #%s serves %s to %d %% and nothing to the others"
                        .formatted(rule.id(), rule.mapping(), rule.backgroundRate()));
            }
        }
        return lacking.isEmpty()
                ? Found.passing("no rule comes to serve only some clients without a fallback")
                : Found.failing(lacking);
    }

    private static boolean lacks(@Nullable Rule rule) {
        return rule != null
                && rule.mapping() != null
                && rule.fallbackMapping() == null
                && rule.backgroundRate() < EVERYBODY;
    }
}
