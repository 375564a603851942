package dev.rehearsal.serve;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery.Force;

/** Decides which side of a rule's background rate a request falls on. */
@FunctionalInterface
interface Dice {

    Side side(Rule rule, Force force);

    /** For test channels, whose answers must not depend on chance: main, unless the client forces the fallback. */
    static Dice unrolled() {
        return (rule, force) -> force == Force.FALLBACK && rule.backgroundRate() < 100 ? Side.FALLBACK : Side.MAIN;
    }

    /** Always this side, whatever the client forces; a rule at 100 % has no fallback side. */
    static Dice landing(Side side) {
        return (rule, _) -> rule.backgroundRate() < 100 ? side : Side.MAIN;
    }
}
