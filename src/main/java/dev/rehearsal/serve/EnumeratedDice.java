package dev.rehearsal.serve;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery.Force;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Dice that fall in every way that they may, one after the other. A superblob rolls for each of its products, so there are
 * more than two ways for some; beyond {@value #MOST_ROLLED} rolls, the others fall as the first does.
 */
final class EnumeratedDice implements Dice {

    private static final int MOST_ROLLED = 6;

    private final List<Side> sides = new ArrayList<>(2);
    private final List<Integer> rates = new ArrayList<>(2);
    private int rolled;

    private EnumeratedDice() {}

    /** @param answer asks the dice the same as long as they fall alike */
    static List<Outcome> of(Function<Dice, Decided> answer) {
        EnumeratedDice dice = new EnumeratedDice();
        List<Outcome> outcomes = new ArrayList<>(2);
        do {
            dice.rolled = 0;
            Decided decided = answer.apply(dice);
            outcomes.add(new Outcome(decided, dice.share()));
        } while (dice.turn());
        return List.copyOf(outcomes);
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
        if (rolled == MOST_ROLLED) {
            return sides.getFirst();
        }
        if (rolled == sides.size()) {
            sides.add(Side.MAIN);
            rates.add(rate);
        }
        return sides.get(rolled++);
    }

    private double share() {
        double share = 1;
        for (int i = 0; i < sides.size(); i++) {
            share *= (sides.get(i) == Side.MAIN ? rates.get(i) : 100 - rates.get(i)) / 100.0;
        }
        return share;
    }

    /** Goes on to the next way; false after the last. */
    private boolean turn() {
        while (!sides.isEmpty() && sides.getLast() == Side.FALLBACK) {
            sides.removeLast();
            rates.removeLast();
        }
        if (sides.isEmpty()) {
            return false;
        }
        sides.set(sides.size() - 1, Side.FALLBACK);
        return true;
    }
}
