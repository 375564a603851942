package dev.rehearsal.matching;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * One search of an index for the first rule that is accepted, among those that a query may concern.
 *
 * <p>Of the branches that a query takes at a node, that with the lowest place is followed first: the earlier a rule is
 * found, the more branches can be left.
 */
final class IndexSearch {

    private final PreparedQuery asked;
    private final RuleMatcher[] rules;
    private final Predicate<RuleMatcher> accepts;
    private final List<Dimension> dimensions;
    private final int[] nodes;
    /** By dimension; null where nothing has asked for it yet. */
    private final int[][] offered;

    /** Branches yet to be followed: those of a node on top of those of the nodes above, the lowest place last. */
    private int[] open = new int[32];

    private int openCount;
    /** The lowest place that was accepted so far. */
    private int best;

    IndexSearch(
            IndexTree tree,
            PreparedQuery asked,
            RuleMatcher[] rules,
            Predicate<RuleMatcher> accepts,
            List<Dimension> dimensions) {
        this.nodes = tree.nodes();
        this.asked = asked;
        this.rules = rules;
        this.accepts = accepts;
        this.dimensions = dimensions;
        this.offered = new int[dimensions.size()][];
        this.best = rules.length;
    }

    /** The lowest place of a rule that is accepted; that after the last if none is. */
    int first(int root) {
        visit(root);
        return best;
    }

    private void visit(int node) {
        int kind = nodes[node] & IndexTree.KIND;
        int count = nodes[node + 1];
        int body = node + IndexTree.HEAD_SIZE;
        if (kind == IndexTree.LEAF) {
            judge(body, body + count);
            return;
        }
        int[] numbers = offered(nodes[node] >> IndexTree.KIND_BITS);
        int keysOrBounds = body + IndexTree.BRANCH_SIZE;
        int branches = keysOrBounds + count;
        int bottom = openCount;
        open(body, bottom);
        if (kind == IndexTree.KEYS) {
            openKeys(numbers, keysOrBounds, branches, bottom);
        } else if (numbers.length > 0) {
            openRanges(numbers[0], keysOrBounds, branches, bottom);
        } else {
            followEvery(branches, RangeSpread.nodes(count));
        }
        followOpen(bottom);
    }

    private void judge(int start, int end) {
        for (int i = start; i < end && nodes[i] < best; i++) {
            if (accepts.test(rules[nodes[i]])) {
                best = nodes[i];
            }
        }
    }

    private void openKeys(int[] offered, int keys, int branches, int bottom) {
        for (int key : offered) {
            int index = Arrays.binarySearch(nodes, keys, branches, key);
            if (index >= 0) {
                open(branches + (index - keys) * IndexTree.BRANCH_SIZE, bottom);
            }
        }
    }

    private void openRanges(int offered, int bounds, int branches, int bottom) {
        for (int node = RangeSpread.leaf(nodes, bounds, branches, offered); node > 0; node /= 2) {
            open(branches + (node - 1) * IndexTree.BRANCH_SIZE, bottom);
        }
    }

    private void open(int branch, int bottom) {
        int lowest = nodes[branch];
        if (lowest >= best) {
            return;
        }
        if (openCount == open.length) {
            open = Arrays.copyOf(open, 2 * openCount);
        }
        int slot = openCount++;
        for (; slot > bottom && nodes[open[slot - 1]] < lowest; slot--) {
            open[slot] = open[slot - 1];
        }
        open[slot] = branch;
    }

    private void followOpen(int bottom) {
        while (openCount > bottom) {
            follow(open[--openCount]);
        }
    }

    /** Whatever the value, it lies in none of the ranges or in any: in order they would not be many fewer. */
    private void followEvery(int branches, int rangeNodes) {
        for (int node = 1; node < rangeNodes; node++) {
            follow(branches + (node - 1) * IndexTree.BRANCH_SIZE);
        }
    }

    private void follow(int branch) {
        if (nodes[branch] < best) {
            visit(nodes[branch + 1]);
        }
    }

    private int[] offered(int dimension) {
        int[] known = offered[dimension];
        if (known == null) {
            known = dimensions.get(dimension).offeredBy(asked);
            offered[dimension] = known;
        }
        return known;
    }
}
