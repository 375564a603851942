package dev.rehearsal.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds an index from above: splits rules by the criterion that most of them have, then each part again. */
final class IndexBuilder {

    /** So few rules are looked at as fast as told apart. */
    private static final int LEAF_SIZE = 4;
    /** A rule that names many values stands in many places; beyond this mean number of places nothing is split. */
    private static final int PLACES_PER_RULE = 32;

    private final RuleMatcher[] rules;
    private final List<Dimension> dimensions;
    /** By dimension and rule, empty where the rule wants nothing. */
    private final int[][][] wanted;
    /** Per rule a bit for each dimension in which it wants something. */
    private final int[] wants;

    private final IndexTree tree = new IndexTree();
    private long placesLeft;

    private IndexBuilder(RuleMatcher[] rules, List<Dimension> dimensions) {
        this.rules = rules;
        this.dimensions = dimensions;
        this.wanted = new int[dimensions.size()][rules.length][];
        this.wants = new int[rules.length];
        this.placesLeft = (long) rules.length * PLACES_PER_RULE;
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            for (int place = 0; place < rules.length; place++) {
                int[] numbers = dimensions.get(dimension).wantedBy(rules[place]);
                if (numbers != null) {
                    wanted[dimension][place] = numbers;
                    wants[place] |= 1 << dimension;
                }
            }
        }
    }

    static IndexTree build(RuleMatcher[] rules, List<Dimension> dimensions) {
        IndexBuilder builder = new IndexBuilder(rules, dimensions);
        int everyDimension = (1 << dimensions.size()) - 1;
        int root = builder.node(IntStream.range(0, rules.length).toArray(), everyDimension);
        builder.tree.finish(root);
        return builder.tree;
    }

    /**
     * @param open a bit for each dimension that no node above has used
     * @return where the node begins in the tree
     */
    private int node(int[] places, int open) {
        placesLeft -= places.length;
        if (places.length <= LEAF_SIZE) {
            return tree.addLeaf(places);
        }
        int widest = widest(places, open);
        if (widest < 0 || placesLeft < 0) {
            return tree.addLeaf(withoutRepetitions(places));
        }
        int left = open & ~(1 << widest);
        return switch (dimensions.get(widest)) {
            case Dimension.Keys _ -> keySplit(places, widest, left);
            case RangeDimension<?> _ -> rangeSplit(places, widest, left);
        };
    }

    /** The open dimension in which most rules want something; negative if none does. */
    private int widest(int[] places, int open) {
        int[] counts = new int[dimensions.size()];
        for (int place : places) {
            for (int left = wants[place] & open; left != 0; left &= left - 1) {
                counts[Integer.numberOfTrailingZeros(left)]++;
            }
        }
        int widest = -1;
        for (int dimension = 0; dimension < counts.length; dimension++) {
            if (counts[dimension] > (widest < 0 ? 0 : counts[widest])) {
                widest = dimension;
            }
        }
        return widest;
    }

    private int keySplit(int[] places, int dimension, int open) {
        Groups byKey = new Groups();
        for (int place : wanting(places, dimension, true)) {
            for (int key : wanted[dimension][place]) {
                byKey.add(key, place);
            }
        }
        Numbers keys = new Numbers();
        Numbers branches = new Numbers();
        addBranch(wanting(places, dimension, false), open, branches);
        byKey.forEach((key, group) -> {
            keys.add(key);
            addBranch(group, open, branches);
        });
        return tree.addKeySplit(dimension, keys.toArray(), branches.toArray());
    }

    private int rangeSplit(int[] places, int dimension, int open) {
        int[] ranged = wanting(places, dimension, true);
        RangeSpread spread = new RangeSpread(bounds(ranged, dimension));
        for (int place : ranged) {
            int[] numbers = wanted[dimension][place];
            for (int i = 0; i < numbers.length; i += 2) {
                spread.add(numbers[i], numbers[i + 1], place);
            }
        }
        Numbers branches = new Numbers();
        addBranch(wanting(places, dimension, false), open, branches);
        spread.forEachNode(group -> addBranch(group, open, branches));
        return tree.addRangeSplit(dimension, spread.bounds(), branches.toArray());
    }

    private int[] bounds(int[] places, int dimension) {
        Numbers bounds = new Numbers();
        for (int place : places) {
            for (int number : wanted[dimension][place]) {
                if (RangeDimension.isBound(number)) {
                    bounds.add(number);
                }
            }
        }
        return bounds.toSortedDistinctArray();
    }

    private void addBranch(int[] places, int open, Numbers branches) {
        boolean empty = places.length == 0;
        branches.add(empty ? IndexTree.NO_PLACE : places[0]);
        branches.add(empty ? 0 : node(places, open));
    }

    private int[] wanting(int[] places, int dimension, boolean something) {
        Numbers wanting = new Numbers();
        for (int place : places) {
            if ((wants[place] & 1 << dimension) != 0 == something) {
                wanting.add(place);
            }
        }
        return wanting.toArray();
    }

    /** Leaves out repetitions: of rules that ask for the same only the first is ever found. */
    private int[] withoutRepetitions(int[] places) {
        Set<List<@Nullable String>> seen = new HashSet<>();
        return Arrays.stream(places)
                .filter(place -> seen.add(rules[place].criteria()))
                .toArray();
    }
}
