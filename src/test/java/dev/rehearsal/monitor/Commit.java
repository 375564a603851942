package dev.rehearsal.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What one act did to a pair.
 *
 * @param sets that went live with it; empty for a direct edit
 * @param namedByBreakGlass those of them that somebody enacted untested, by name
 * @param remapped whether a mapping of the pair's own channel changed with it, which no test channel shows beforehand
 * @param fingerprint of what is live after it
 */
public record Commit(
        Pair pair,
        Instant at,
        View before,
        View after,
        Guards guards,
        List<Long> sets,
        Set<Long> namedByBreakGlass,
        boolean remapped,
        String fingerprint) {

    public Commit {
        sets = List.copyOf(sets);
        namedByBreakGlass = Set.copyOf(namedByBreakGlass);
    }
}
