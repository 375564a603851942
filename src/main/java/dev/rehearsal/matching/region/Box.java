package dev.rehearsal.matching.region;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clients that are of certain kinds in each criterion.
 *
 * @param sides the kinds of each {@link Space#CRITERIA criterion}, never written to
 */
record Box(List<BitSet> sides, Systems systems) {

    boolean isEmpty() {
        return sides.stream().anyMatch(BitSet::isEmpty) || systems.isEmpty();
    }

    boolean overlaps(Box other) {
        for (int i = 0; i < sides.size(); i++) {
            if (!sides.get(i).intersects(other.sides.get(i))) {
                return false;
            }
        }
        return systems.overlaps(other.systems);
    }

    /** Returns what both hold; null where that is nothing. */
    @Nullable
    Box and(Box other) {
        if (!overlaps(other)) {
            return null;
        }
        List<BitSet> shared = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            shared.add(and(sides.get(i), other.sides.get(i)));
        }
        return new Box(shared, systems.and(other.systems));
    }

    /** Returns what is left without the other: boxes that do not overlap, none of them empty. */
    List<Box> minus(Box other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        List<BitSet> shared = new ArrayList<>(sides);
        for (int i = 0; i < sides.size(); i++) {
            BitSet outside = (BitSet) sides.get(i).clone();
            outside.andNot(other.sides.get(i));
            if (!outside.isEmpty()) {
                List<BitSet> piece = new ArrayList<>(shared);
                piece.set(i, outside);
                left.add(new Box(piece, systems));
                shared.set(i, and(sides.get(i), other.sides.get(i)));
            }
        }
        systems.minus(other.systems).forEach(rest -> left.add(new Box(shared, rest)));
        return left;
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet shared = (BitSet) one.clone();
        shared.and(other);
        return shared;
    }
}
