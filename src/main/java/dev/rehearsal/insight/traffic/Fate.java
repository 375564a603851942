package dev.rehearsal.insight.traffic;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.Decided;
import dev.rehearsal.serve.Outcome;
import dev.rehearsal.serve.impact.Got;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fate of a request is what becomes of it.
 *
 * @param rule that decides, whatever the dice say; null where none does
 * @param offers with the share of those who ask so and get it
 */
record Fate(@Nullable RuleId rule, Map<Offered, Double> offers) {

    /** @param release null where there is no update */
    record Offered(Got.Kind kind, @Nullable ReleaseName release) {

        static Offered of(Decided decided) {
            ReleaseName release = decided.release();
            if (release != null) {
                return new Offered(Got.Kind.UPDATE, release);
            }
            return new Offered(decided.isRefused() ? Got.Kind.REFUSED : Got.Kind.NONE, null);
        }
    }

    /** @param outcomes one for each way in which the dice fall */
    static Fate of(List<Outcome> outcomes) {
        Map<Offered, Double> offers = new LinkedHashMap<>();
        outcomes.forEach(outcome -> offers.merge(Offered.of(outcome.decided()), outcome.share(), Double::sum));
        Rule rule = outcomes.getFirst().decided().rule();
        return new Fate(rule == null ? null : rule.id(), offers);
    }
}
