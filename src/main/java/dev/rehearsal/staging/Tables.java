package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One state of everything that is staged: rules, releases and pins. Live tables and staged tables are both of this kind.
 *
 * @param ruleSet the same rules as {@code rules}, compiled and in evaluation order
 */
public record Tables(Map<RuleId, Rule> rules, RuleSet ruleSet, Map<ReleaseName, Release> releases, Pins pins)
        implements Rows {

    public Tables {
        rules = Map.copyOf(rules);
        releases = Map.copyOf(releases);
    }

    public static Tables of(Map<RuleId, Rule> rules, Map<ReleaseName, Release> releases, Pins pins) {
        return new Tables(rules, RuleSet.of(rules.values()), releases, pins);
    }

    /**
     * Returns these tables with some rows in place of those of their keys; null for a row that is gone. The other rows are
     * these very ones, so that little is left to sort and to compare.
     */
    public Tables with(
            Map<RuleId, @Nullable Rule> otherRules, Map<ReleaseName, @Nullable Release> otherReleases, Pins otherPins) {
        Pins pinsNow = otherPins.equals(pins) ? pins : otherPins;
        if (otherRules.isEmpty()) {
            return new Tables(rules, ruleSet, replaced(releases, otherReleases), pinsNow);
        }
        List<Rule> inOrder = new ArrayList<>(rules.size());
        ruleSet.inOrder().stream()
                .filter(rule -> !otherRules.containsKey(rule.id()))
                .forEach(inOrder::add);
        otherRules.values().stream().filter(Objects::nonNull).forEach(inOrder::add);
        return new Tables(
                replaced(rules, otherRules), RuleSet.of(inOrder, ruleSet), replaced(releases, otherReleases), pinsNow);
    }

    private static <K, V> Map<K, V> replaced(Map<K, V> rows, Map<K, @Nullable V> others) {
        if (others.isEmpty()) {
            return rows;
        }
        Map<K, V> all = new HashMap<>(rows);
        others.forEach((key, row) -> {
            if (row == null) {
                all.remove(key);
            } else {
                all.put(key, row);
            }
        });
        return all;
    }

    @Override
    public @Nullable Rule rule(RuleId id) {
        return rules.get(id);
    }

    @Override
    public @Nullable Release release(ReleaseName name) {
        return releases.get(name);
    }

    @Override
    public @Nullable ReleaseName pin(Pins.Key pin) {
        return pins.releases().get(pin);
    }
}
