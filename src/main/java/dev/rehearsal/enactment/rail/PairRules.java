package dev.rehearsal.enactment.rail;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of a state that can decide for a product on a live channel. */
final class PairRules {

    private PairRules() {}

    static List<Rule> of(Tables tables, ProductChannel pair) {
        return tables.ruleSet().inOrder().stream()
                .filter(rule -> rule.product() == null || rule.product().equals(pair.product()))
                .filter(rule -> rule.channel() == null
                        || ChannelPattern.of(rule.channel()).canMatchLiveChannel(pair.channel()))
                .toList();
    }

    static RuleSet setOf(Tables tables, ProductChannel pair) {
        return RuleSet.of(of(tables, pair));
    }

    static Map<RuleId, Rule> byId(Tables tables, ProductChannel pair) {
        return of(tables, pair).stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }
}
