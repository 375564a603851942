package dev.rehearsal.serve;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery.Force;
import java.util.function.IntSupplier;

/** The dice of one request on an ordinary channel; they remember whether the answer depended on them. */
final class RolledDice implements Dice {

    private final IntSupplier roll;
    private boolean rolled;

    /** @param roll gives 0 to 99 */
    RolledDice(IntSupplier roll) {
        this.roll = roll;
    }

    @Override
    public Side side(Rule rule, Force force) {
        int rate = rule.backgroundRate();
        if (force == Force.MAIN || rate >= 100) {
            return Side.MAIN;
        }
        if (force == Force.FALLBACK || rate <= 0) {
            return Side.FALLBACK;
        }
        rolled = true;
        return roll.getAsInt() < rate ? Side.MAIN : Side.FALLBACK;
    }

    boolean decided() {
        return rolled;
    }
}
