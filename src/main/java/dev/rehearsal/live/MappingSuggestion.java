package dev.rehearsal.live;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that rules made by hand hint at: a channel that is named like a test channel of another
 * ({@code release-localtest}, {@code release-cdntest}, {@code releasetest}).
 *
 * @param handMade how many live rules are for the test channel, or its partners, by name
 */
public record MappingSuggestion(MappingProposal proposal, int handMade) {

    private static final List<String> ENDINGS = List.of("-localtest", "-cdntest", "test");

    /** The products that rules of a channel name, by the channel; a null product for rules of every product. */
    private record Served(Map<String, Set<@Nullable String>> products) {

        static Served by(Collection<Rule> rules) {
            Map<String, Set<@Nullable String>> products = new HashMap<>();
            for (Rule rule : rules) {
                if (rule.channel() != null) {
                    products.computeIfAbsent(ChannelPattern.of(rule.channel()).stem(), stem -> new HashSet<>())
                            .add(rule.product());
                }
            }
            return new Served(products);
        }

        /** Whether a rule of the product is for this channel, or for all that begin with it. */
        boolean has(String channel, @Nullable String product) {
            Set<@Nullable String> there = products.getOrDefault(channel, Set.of());
            return !there.isEmpty() && (product == null || there.contains(null) || there.contains(product));
        }
    }

    /**
     * What is mapped already, or could not be mapped, is none.
     *
     * @param rules live; suggestions come in the order in which these hint at them
     */
    public static List<MappingSuggestion> among(Collection<Rule> rules, List<ChannelMapping> mappings) {
        Served served = Served.by(rules);
        Map<MappingProposal, Integer> found = new LinkedHashMap<>();
        for (Rule rule : rules) {
            String test = rule.channel() == null
                    ? ""
                    : UpdateQuery.fallbackOf(ChannelPattern.of(rule.channel()).stem());
            if (!isMapped(rule.product(), test, mappings)) {
                for (String ending : ENDINGS) {
                    String live = test.endsWith(ending) ? test.substring(0, test.length() - ending.length()) : "";
                    if (served.has(live, rule.product())) {
                        found.merge(
                                new MappingProposal(rule.product(), live, test, new Scope.WholeQueue()),
                                1,
                                Integer::sum);
                    }
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> new MappingSuggestion(entry.getKey(), entry.getValue()))
                .filter(suggestion ->
                        MappingRules.problems(suggestion.proposal(), mappings).isEmpty())
                .toList();
    }

    private static boolean isMapped(@Nullable String product, String test, List<ChannelMapping> mappings) {
        return mappings.stream()
                .anyMatch(mapping -> mapping.testChannel().equals(test)
                        && (mapping.product() == null || mapping.product().equals(product)));
    }
}
