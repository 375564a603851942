package dev.rehearsal.matching;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Spreads rules over a segment tree, so that the ranges that hold a number are found in as many nodes as the tree is
 * high.
 *
 * <p>Its leaves are the bounds of all ranges and the gaps before, between and after them. Each range is kept by the few
 * nodes that together span it; those from a number's own leaf up to the root are the ones whose ranges hold it. Nodes
 * are numbered from the root, 1, so that the one above node n is n/2.
 */
final class RangeSpread {

    private final int[] bounds;
    private final Groups byNode = new Groups();

    /** @param bounds ascending */
    RangeSpread(int[] bounds) {
        this.bounds = bounds;
    }

    int[] bounds() {
        return bounds;
    }

    void add(int from, int to, int place) {
        int low = leaf(bounds, 0, bounds.length, from);
        int end = leaf(bounds, 0, bounds.length, to) + 1;
        for (; low < end; low /= 2, end /= 2) {
            if (low % 2 == 1) {
                byNode.add(low++, place);
            }
            if (end % 2 == 1) {
                byNode.add(--end, place);
            }
        }
    }

    /** Visits every node from 1 on with the rules that it keeps, in ascending order; with none where it keeps none. */
    void forEachNode(Consumer<int[]> visitor) {
        int[] next = {1};
        byNode.forEach((node, places) -> {
            for (; next[0] < node; next[0]++) {
                visitor.accept(new int[0]);
            }
            visitor.accept(places);
            next[0]++;
        });
        for (; next[0] < nodes(bounds.length); next[0]++) {
            visitor.accept(new int[0]);
        }
    }

    /** One more than the number of the last node. */
    static int nodes(int bounds) {
        return 2 * leaves(bounds);
    }

    private static int leaves(int bounds) {
        return 2 * bounds + 1;
    }

    /** The node of a number that is a bound or lies between two. */
    static int leaf(int[] numbers, int boundsStart, int boundsEnd, int number) {
        int found = Arrays.binarySearch(numbers, boundsStart, boundsEnd, number);
        int position = found >= 0 ? 2 * (found - boundsStart) + 1 : 2 * (-(found + 1) - boundsStart);
        return leaves(boundsEnd - boundsStart) + position;
    }
}
