package dev.rehearsal.history;

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

    public <U> Page<U> map(Function<T, U> to) {
        return new Page<>(count, items.stream().map(to).toList());
    }
}
