package dev.rehearsal.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What one act did to a pair.
 *
 * @param sets that went live with it; empty for a direct edit
 * @param namedByBreakGlass those of them that somebody enacted untested, by name
 * @param mapping what became of the mappings of the pair's own channel, which no test channel shows beforehand
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
        Mapping mapping,
        String fingerprint) {

    /** What an act does to the mappings of a channel. */
    public enum Mapping {
        AS_BEFORE,
        /** It is a test channel from now on: what it shows is its live channel's, whoever writes that, now and later. */
        MADE,
        OTHER
    }

    public Commit {
        sets = List.copyOf(sets);
        namedByBreakGlass = Set.copyOf(namedByBreakGlass);
    }
}
