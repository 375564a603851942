package dev.rehearsal.matching;

import java.util.Arrays;

/**
 * The nodes of an index, one after the other in a single array, so that a search touches little memory.
 *
 * <p>A node is a head of two numbers and a body. The head holds kind and dimension, and a count. The body of a leaf is
 * the places of its rules. That of a split is a branch for the rules that want nothing in its dimension, then the keys
 * or the bounds in ascending order, then a branch for each key or, as in {@link RangeSpread}, each node. A branch is the
 * lowest place that it leads to, and where its node begins.
 */
final class IndexTree {

    /** The lowest place of a branch that leads nowhere. */
    static final int NO_PLACE = Integer.MAX_VALUE;

    static final int LEAF = 0;
    static final int KEYS = 1;
    static final int RANGES = 2;
    static final int KIND_BITS = 2;
    static final int KIND = (1 << KIND_BITS) - 1;

    static final int HEAD_SIZE = 2;
    static final int BRANCH_SIZE = 2;

    private int[] nodes = new int[64];
    private int size;
    private int root;

    /** Returns where the leaf begins. */
    int addLeaf(int[] places) {
        return add(LEAF, places.length, places);
    }

    /** @param branches that of the rules that want no key, then that of each key */
    int addKeySplit(int dimension, int[] keys, int[] branches) {
        return addSplit(KEYS | dimension << KIND_BITS, keys, branches);
    }

    /** @param branches that of the rules that want no range, then that of each node from 1 on */
    int addRangeSplit(int dimension, int[] bounds, int[] branches) {
        return addSplit(RANGES | dimension << KIND_BITS, bounds, branches);
    }

    private int addSplit(int kindAndDimension, int[] keysOrBounds, int[] branches) {
        int start = add(kindAndDimension, keysOrBounds.length, Arrays.copyOf(branches, BRANCH_SIZE));
        append(keysOrBounds);
        append(Arrays.copyOfRange(branches, BRANCH_SIZE, branches.length));
        return start;
    }

    private int add(int kindAndDimension, int count, int[] body) {
        int start = size;
        append(kindAndDimension, count);
        append(body);
        return start;
    }

    private void append(int... numbers) {
        if (size + numbers.length > nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.max(2 * nodes.length, size + numbers.length));
        }
        System.arraycopy(numbers, 0, nodes, size, numbers.length);
        size += numbers.length;
    }

    void finish(int root) {
        this.root = root;
        nodes = Arrays.copyOf(nodes, size);
    }

    int root() {
        return root;
    }

    int[] nodes() {
        return nodes;
    }
}
