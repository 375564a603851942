package dev.rehearsal.matching.region;

import java.util.List;
import java.util.function.Predicate;

/**
 * The remainder is what is left of boxes once others are taken from them, found piece by piece, for no longer than so
 * many comparisons.
 */
final class Remainder {

    /** Some tens of milliseconds, and far more than tables made by people need. */
    private static final int MOST_COMPARED = 500_000;

    private final List<Box> taken;
    private final Predicate<Box> wanted;
    private int compared;

    private Remainder(List<Box> taken, Predicate<Box> wanted) {
        this.taken = taken;
        this.wanted = wanted;
    }

    /** There are too many pieces to look at. */
    static final class TooManyPieces extends Exception {
        TooManyPieces() {
            super(null, null, false, false);
        }
    }

    /**
     * Looks at the pieces that are left until one is wanted.
     *
     * @return whether one was
     */
    static boolean any(List<Box> boxes, List<Box> taken, Predicate<Box> wanted) throws TooManyPieces {
        List<Box> overlapping = taken.stream()
                .filter(other -> boxes.stream().anyMatch(other::overlaps))
                .toList();
        Remainder remainder = new Remainder(overlapping, wanted);
        for (Box box : boxes) {
            if (remainder.search(box, 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean search(Box box, int start) throws TooManyPieces {
        int next = start;
        while (next < taken.size() && !taken.get(next).overlaps(box)) {
            next++;
        }
        compared += next - start + 1;
        if (compared > MOST_COMPARED) {
            throw new TooManyPieces();
        }
        if (next == taken.size()) {
            return wanted.test(box);
        }
        for (Box piece : box.minus(taken.get(next))) {
            if (search(piece, next + 1)) {
                return true;
            }
        }
        return false;
    }
}
