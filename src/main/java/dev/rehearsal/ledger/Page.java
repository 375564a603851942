package dev.rehearsal.ledger;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param count how many items the whole list has
 */
public record Page<T>(long count, List<T> items) {

    public Page {
        items = List.copyOf(items);
    }

    /** That page of a list which is at hand as a whole. */
    public static <T> Page<T> of(List<T> all, Paging paging) {
        return new Page<>(
                all.size(),
                all.stream().skip(paging.offset()).limit(paging.limit()).toList());
    }

    public <U> Page<U> map(Function<T, U> to) {
        return new Page<>(count, items.stream().map(to).toList());
    }
}
