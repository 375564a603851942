package dev.rehearsal.matching.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of a criterion whose values have an order: each value at which what rules say may change, and the stretches
 * before, between and after these.
 *
 * @param <T> the values
 */
final class Line<T> {

    /** Makes up values, pleasant ones first; the last is there whenever there is any. */
    interface Between<T> {

        /**
         * @param low null for no bound
         * @param high null for no bound
         * @return values of which some may lie outside
         */
        List<T> tried(@Nullable T low, @Nullable T high);
    }

    private final Comparator<T> order;
    private final Between<T> between;
    /** What each bound is called; the ones that only mark where a stretch begins have the name of the stretch. */
    private final TreeMap<T, Bound> bounds;

    private record Bound(String name, boolean isMark) {}

    Line(Comparator<T> order, Between<T> between) {
        this.order = order;
        this.between = between;
        this.bounds = new TreeMap<>(order);
    }

    void add(T value, String name) {
        bounds.put(value, new Bound(name, false));
    }

    /** @param lowest of the values that are called so */
    void addMark(T lowest, String name) {
        bounds.putIfAbsent(lowest, new Bound(name, true));
    }

    /** Returns them in ascending order. */
    List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        T low = null;
        for (T bound : bounds.keySet()) {
            addBetween(low, bound, kinds);
            Bound named = bound(bound);
            kinds.add(new Kind(
                    bound.toString(), ">= " + named.name(), (named.isMark() ? "< " : "<= ") + named.name(), false));
            low = bound;
        }
        addBetween(low, null, kinds);
        return kinds;
    }

    private Bound bound(T value) {
        return Objects.requireNonNull(bounds.get(value));
    }

    private void addBetween(@Nullable T low, @Nullable T high, Collection<Kind> kinds) {
        for (T tried : between.tried(low, high)) {
            if ((low == null || order.compare(low, tried) < 0) && (high == null || order.compare(tried, high) < 0)) {
                kinds.add(new Kind(
                        tried.toString(),
                        low == null
                                ? ""
                                : (bound(low).isMark() ? ">= " : "> ")
                                        + bound(low).name(),
                        high == null ? "" : "< " + bound(high).name(),
                        false));
                return;
            }
        }
    }
}
