package dev.rehearsal.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ranges in which the query's value must lie.
 *
 * <p>Their bounds have the odd numbers in their order, the gaps before, between and after them the even ones. A rule
 * wants pairs of numbers, the first and the last of each range; a query offers the number of its value, or nothing if
 * that has no place in the order, and then no rule can be ruled out.
 */
final class RangeDimension<T> implements Dimension {

    private final List<T> bounds;
    private final Function<RuleMatcher, @Nullable Collection<Range<T>>> wanted;
    private final Function<PreparedQuery, @Nullable T> sent;
    private final Comparator<T> order;
    private final Map<Collection<Range<T>>, int[]> numbered = new IdentityHashMap<>();

    RangeDimension(
            List<RuleMatcher> rules,
            Function<RuleMatcher, @Nullable Collection<Range<T>>> wanted,
            Function<PreparedQuery, @Nullable T> sent,
            Comparator<T> order) {
        this.wanted = wanted;
        this.sent = sent;
        this.order = order;
        for (RuleMatcher rule : rules) {
            Collection<Range<T>> ranges = wanted.apply(rule);
            if (ranges != null) {
                numbered.put(ranges, NOTHING);
            }
        }
        this.bounds = bounds(numbered.keySet());
        numbered.replaceAll((ranges, _) -> numbers(ranges));
    }

    private List<T> bounds(Set<Collection<Range<T>>> all) {
        TreeSet<T> bounds = new TreeSet<>(order);
        for (Collection<Range<T>> ranges : all) {
            for (Range<T> range : ranges) {
                if (range.from() != null) {
                    bounds.add(range.from());
                }
                if (range.to() != null) {
                    bounds.add(range.to());
                }
            }
        }
        return new ArrayList<>(bounds);
    }

    private int[] numbers(Collection<Range<T>> ranges) {
        int[] numbers = new int[ranges.size() * 2];
        int i = 0;
        for (Range<T> range : ranges) {
            numbers[i++] = range.from() == null ? 0 : number(range.from());
            numbers[i++] = range.to() == null ? bounds.size() * 2 : number(range.to());
        }
        return numbers;
    }

    @Override
    public int @Nullable [] wantedBy(RuleMatcher rule) {
        Collection<Range<T>> ranges = wanted.apply(rule);
        return ranges == null ? null : numbered.get(ranges);
    }

    @Override
    public int[] offeredBy(PreparedQuery asked) {
        T value = sent.apply(asked);
        return value == null ? NOTHING : new int[] {number(value)};
    }

    /** Whether the number is that of a bound, not of a gap. */
    static boolean isBound(int number) {
        return number % 2 == 1;
    }

    private int number(T value) {
        int found = Collections.binarySearch(bounds, value, order);
        return found >= 0 ? 2 * found + 1 : 2 * -(found + 1);
    }
}
