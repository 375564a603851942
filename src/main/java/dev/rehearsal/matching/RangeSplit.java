package dev.rehearsal.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rules told apart by ranges in which the query's value must lie: a segment tree, so that a value is looked for in as
 * many nodes as the tree is high.
 *
 * <p>Its places are the bounds of all ranges and the gaps before, between and after them. Each range is kept by the few
 * nodes that together span it; those above a value's own place are the ones whose ranges hold it.
 */
final class RangeSplit<T> extends IndexNode {

    /**
     * @param wanted the ranges of a rule; null where it asks for none
     * @param sent the query's value; null if it has none that can be ordered, and then every rule is a candidate
     */
    record By<T>(
            Function<RuleMatcher, @Nullable Collection<Range<T>>> wanted,
            Function<PreparedQuery, @Nullable T> sent,
            Comparator<T> order)
            implements Dimension {

        @Override
        public boolean concerns(RuleMatcher rule) {
            return wanted.apply(rule) != null;
        }

        @Override
        public IndexNode split(Positions places, IndexBuilder.Branch branch) {
            List<T> bounds = bounds(places, branch);
            int size = 2 * bounds.size() + 1;
            List<Positions> tree = new ArrayList<>();
            for (int i = 0; i < 2 * size; i++) {
                tree.add(new Positions());
            }
            Positions others = new Positions();
            for (int i = 0; i < places.size(); i++) {
                int place = places.get(i);
                Collection<Range<T>> ranges = wanted.apply(branch.rule(place));
                if (ranges == null) {
                    others.add(place);
                } else {
                    ranges.forEach(range -> spread(range, place, bounds, tree));
                }
            }
            return new RangeSplit<>(places.get(0), bounds, branch.buildAll(tree), branch.build(others), this);
        }

        private List<T> bounds(Positions places, IndexBuilder.Branch branch) {
            TreeSet<T> bounds = new TreeSet<>(order);
            for (int i = 0; i < places.size(); i++) {
                Collection<Range<T>> ranges = wanted.apply(branch.rule(places.get(i)));
                for (Range<T> range : ranges == null ? List.<Range<T>>of() : ranges) {
                    if (range.from() != null) {
                        bounds.add(range.from());
                    }
                    if (range.to() != null) {
                        bounds.add(range.to());
                    }
                }
            }
            return List.copyOf(bounds);
        }

        private void spread(Range<T> range, int place, List<T> bounds, List<Positions> tree) {
            int size = tree.size() / 2;
            T from = range.from();
            T to = range.to();
            int low = size + (from == null ? 0 : place(from, bounds));
            int high = size + (to == null ? size : place(to, bounds) + 1);
            for (; low < high; low /= 2, high /= 2) {
                if (low % 2 == 1) {
                    tree.get(low++).add(place);
                }
                if (high % 2 == 1) {
                    tree.get(--high).add(place);
                }
            }
        }

        /** A bound's own place is odd, the gap before it even. */
        private int place(T value, List<T> bounds) {
            int found = Collections.binarySearch(bounds, value, order);
            return found >= 0 ? 2 * found + 1 : 2 * -(found + 1);
        }
    }

    private final List<T> bounds;
    private final @Nullable IndexNode[] tree;
    private final @Nullable IndexNode others;
    private final By<T> by;

    private RangeSplit(int lowest, List<T> bounds, @Nullable IndexNode[] tree, @Nullable IndexNode others, By<T> by) {
        super(lowest);
        this.bounds = bounds;
        this.tree = tree;
        this.others = others;
        this.by = by;
    }

    @Override
    int first(Search search, int best) {
        T value = by.sent().apply(search.asked());
        int found = best;
        if (value == null) {
            for (IndexNode node : tree) {
                found = first(node, search, found);
            }
        } else {
            for (int i = tree.length / 2 + by.place(value, bounds); i > 0; i /= 2) {
                found = first(tree[i], search, found);
            }
        }
        return first(others, search, found);
    }
}
