package dev.rehearsal.enactment.exploration;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.Map;

/** Makes equal tables one, and texts numbers, so that states are told apart quickly. Data versions of rows decide nothing. */
final class Interned {

    private static final Map<State, Tables> TABLES = new HashMap<>();
    private static final Map<Object, Integer> NUMBERS = new HashMap<>();

    private record State(Map<RuleId, Rule> rules, Map<ReleaseName, Release> releases, Map<Pins.Key, ReleaseName> pins) {}

    private Interned() {}

    static Tables tables(Map<RuleId, Rule> rules, Map<ReleaseName, Release> releases, Map<Pins.Key, ReleaseName> pins) {
        Map<RuleId, Rule> plainRules = new HashMap<>();
        rules.forEach((id, rule) -> plainRules.put(id, rule.withDataVersion(1)));
        Map<ReleaseName, Release> plainReleases = new HashMap<>();
        releases.forEach((name, row) -> plainReleases.put(
                name, new Release(name, row.product(), row.readOnly(), 1, row.content())));
        State state = new State(Map.copyOf(plainRules), Map.copyOf(plainReleases), Map.copyOf(pins));
        return TABLES.computeIfAbsent(state, made -> Tables.of(made.rules(), made.releases(), new Pins(made.pins())));
    }

    static Tables tables(Tables tables) {
        return tables(tables.rules(), tables.releases(), tables.pins().releases());
    }

    /** Returns one number for all that is equal to this. */
    static int number(Object any) {
        return NUMBERS.computeIfAbsent(any, unseen -> NUMBERS.size());
    }
}
