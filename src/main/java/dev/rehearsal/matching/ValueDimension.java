package dev.rehearsal.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of which a query has at most one. */
final class ValueDimension implements Dimension.Keys {

    private final Map<String, int[]> numbers = new HashMap<>();
    private final Function<RuleMatcher, @Nullable Collection<String>> wanted;
    private final Function<PreparedQuery, @Nullable String> sent;

    ValueDimension(
            List<RuleMatcher> rules,
            Function<RuleMatcher, @Nullable Collection<String>> wanted,
            Function<PreparedQuery, @Nullable String> sent) {
        this.wanted = wanted;
        this.sent = sent;
        for (RuleMatcher rule : rules) {
            Collection<String> values = wanted.apply(rule);
            if (values != null) {
                for (String value : values) {
                    numbers.computeIfAbsent(value, _ -> new int[] {numbers.size()});
                }
            }
        }
    }

    @Override
    public int @Nullable [] wantedBy(RuleMatcher rule) {
        Collection<String> values = wanted.apply(rule);
        if (values == null) {
            return null;
        }
        if (values.size() == 1) {
            return offered(values.iterator().next());
        }
        int[] all = new int[values.size()];
        int count = 0;
        for (String value : values) {
            all[count++] = offered(value)[0];
        }
        return all;
    }

    @Override
    public int[] offeredBy(PreparedQuery asked) {
        String value = sent.apply(asked);
        return value == null ? NOTHING : offered(value);
    }

    private int[] offered(String value) {
        return numbers.getOrDefault(value, NOTHING);
    }
}
