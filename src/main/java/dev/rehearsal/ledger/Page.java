package dev.rehearsal.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One page of a list.
 *
 * @param count how many items the whole list has
 * @param countsOn whether there are more than {@code count}: nobody counts millions of rows to show fifty
 */
public record Page<T>(long count, boolean countsOn, List<T> items) {

    /** How far a list is counted that only ever grows. */
    public static final int MOST_COUNTED = 10_000;

    public Page {
        items = List.copyOf(items);
    }

    public Page(long count, List<T> items) {
        this(count, false, items);
    }

    /**
     * That page of a list which was read by itself. The list is counted only where the page does not tell its end.
     *
     * @param counted how many items there are, up to one more than {@link #MOST_COUNTED}
     */
    public static <T> Page<T> read(List<T> items, Paging paging, LongSupplier counted) {
        boolean isLast = items.size() < paging.limit() && (!items.isEmpty() || paging.page() == 1);
        if (isLast) {
            return new Page<>(paging.offset() + items.size(), items);
        }
        long count = counted.getAsLong();
        return new Page<>(Math.min(count, MOST_COUNTED), count > MOST_COUNTED, items);
    }

    /**
     * Returns a statement that counts rows no further than {@link #read} needs.
     *
     * @param fromWhere a query from its {@code from} on
     */
    public static String counting(String fromWhere) {
        return "select count(*) as found from (select 1 as one " + fromWhere + " limit " + (MOST_COUNTED + 1)
                + ") counted";
    }

    /** That page of a list which is at hand as a whole. */
    public static <T> Page<T> of(List<T> all, Paging paging) {
        return new Page<>(
                all.size(),
                all.stream().skip(paging.offset()).limit(paging.limit()).toList());
    }

    public <U> Page<U> map(Function<T, U> to) {
        return new Page<>(count, countsOn, items.stream().map(to).toList());
    }
}
