package dev.rehearsal.enactment.exploration;

import dev.rehearsal.approval.TestedState;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/** Makes equal tables one, and texts numbers, so that states are told apart quickly. Data versions of rows decide nothing. */
final class Interned {

    private static final Map<State, Tables> TABLES = new HashMap<>();
    private static final Map<Tables, Integer> MADE = new IdentityHashMap<>();
    private static final Map<String, TestedState> STATES = new HashMap<>();
    private static final Map<Object, Integer> NUMBERS = new HashMap<>();

    private record State(Map<RuleId, Rule> rules, Map<ReleaseName, Release> releases, Pins pins) {}

    private Interned() {}

    static Tables tables(Map<RuleId, Rule> rules, Map<ReleaseName, Release> releases, Pins pins) {
        Map<RuleId, Rule> plainRules = new HashMap<>();
        rules.forEach((id, rule) -> plainRules.put(id, rule.withDataVersion(1)));
        Map<ReleaseName, Release> plainReleases = new HashMap<>();
        releases.forEach((name, row) -> plainReleases.put(
                name, new Release(name, row.product(), row.readOnly(), 1, row.content(), row.incarnation())));
        State state = new State(Map.copyOf(plainRules), Map.copyOf(plainReleases), pins);
        return TABLES.computeIfAbsent(state, unseen -> {
            Tables made = Tables.of(unseen.rules(), unseen.releases(), unseen.pins());
            MADE.put(made, MADE.size());
            return made;
        });
    }

    static Tables tables(Tables tables) {
        if (MADE.containsKey(tables)) {
            return tables;
        }
        return tables(tables.rules(), tables.releases(), tables.pins());
    }

    /** Returns a number of tables that were made here. */
    static int numberOf(Tables tables) {
        return Objects.requireNonNull(MADE.get(tables(tables)));
    }

    /** Returns what a channel serves in a state. */
    static TestedState state(Tables tables, String channel) {
        Tables made = tables(tables);
        return STATES.computeIfAbsent(
                numberOf(made) + " " + channel,
                unseen -> new TestedState(
                        Cast.PRODUCT, channel, Fingerprint.of(made, Cast.CONTENTS, Cast.PRODUCT, channel)));
    }

    /** Returns one number for all that is equal to this. */
    static int number(Object any) {
        return NUMBERS.computeIfAbsent(any, unseen -> NUMBERS.size());
    }
}
