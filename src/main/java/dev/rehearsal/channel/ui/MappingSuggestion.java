package dev.rehearsal.channel.ui;

import dev.rehearsal.channel.MappingProposal;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.staging.Scope;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A mapping that rules made by hand hint at: a channel named like a test channel of another.
 *
 * @param handMade how many live rules are for the test channel alone
 */
record MappingSuggestion(MappingProposal proposal, int handMade) {

    private static final List<String> ENDINGS = List.of("-localtest", "-cdntest", "test");

    /** By the order of the rules that hint at them; what is mapped already is none. */
    static List<MappingSuggestion> of(CurrentState state) {
        Collection<Rule> rules = state.live().ruleSet().inOrder();
        Map<MappingProposal, Integer> found = new LinkedHashMap<>();
        for (Rule rule : rules) {
            String test = rule.channel();
            if (test == null
                    || ChannelPattern.of(test).isGlob()
                    || state.mapping(rule.product(), test).isPresent()) {
                continue;
            }
            for (String ending : ENDINGS) {
                String live = test.endsWith(ending) ? test.substring(0, test.length() - ending.length()) : "";
                if (!live.isEmpty() && isServed(live, rule, rules)) {
                    found.merge(
                            new MappingProposal(rule.product(), live, test, new Scope.WholeQueue()), 1, Integer::sum);
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> new MappingSuggestion(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether a rule of the same product is for this channel, or for all that begin with it. */
    private static boolean isServed(String live, Rule like, Collection<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.product() == null
                        || like.product() == null
                        || Objects.equals(rule.product(), like.product()))
                .anyMatch(rule -> rule.channel() != null
                        && ChannelPattern.of(rule.channel()).stem().equals(live));
    }
}
