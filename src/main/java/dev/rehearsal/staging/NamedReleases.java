package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which releases the rules that can match a live channel name, by the product that a rule is for; can follow a
 * state from set to set without going through all rules again.
 */
final class NamedReleases {

    private final String live;
    private final Map<@Nullable String, Map<ReleaseName, Integer>> byProduct = new HashMap<>();

    NamedReleases(String live) {
        this.live = live;
    }

    /** Returns a copy that counts on its own. */
    NamedReleases copy() {
        NamedReleases copy = new NamedReleases(live);
        byProduct.forEach((product, counts) -> copy.byProduct.put(product, new HashMap<>(counts)));
        return copy;
    }

    /** @return whether a release is named now that was not */
    boolean add(Rule rule) {
        return count(rule, 1);
    }

    /** @return whether a release is not named any more that was */
    boolean remove(Rule rule) {
        return count(rule, -1);
    }

    /** The mapping and the fallback, where there are any. */
    static List<ReleaseName> namedBy(Rule rule) {
        ReleaseName mapping = rule.mapping();
        ReleaseName fallback = rule.fallbackMapping();
        if (mapping == null) {
            return fallback == null ? List.of() : List.of(fallback);
        }
        return fallback == null || fallback.equals(mapping) ? List.of(mapping) : List.of(mapping, fallback);
    }

    /** @param product null for the rules that are for every product */
    Set<ReleaseName> byRulesFor(@Nullable String product) {
        return byProduct.getOrDefault(product, Map.of()).keySet();
    }

    /** The products that rules are for; null is among them where there are rules for every product. */
    Set<@Nullable String> products() {
        return byProduct.keySet();
    }

    private boolean count(Rule rule, int by) {
        if (!ChannelReach.matches(rule.channel(), live)) {
            return false;
        }
        Map<ReleaseName, Integer> counts = byProduct.computeIfAbsent(rule.product(), product -> new HashMap<>());
        boolean changed = false;
        for (ReleaseName name : namedBy(rule)) {
            int count = counts.merge(name, by, Integer::sum);
            changed |= count == 0 || count == 1 && by > 0;
            if (count == 0) {
                counts.remove(name);
            }
        }
        return changed;
    }
}
