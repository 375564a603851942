package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import java.util.Map;
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
