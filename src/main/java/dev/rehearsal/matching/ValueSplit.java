package dev.rehearsal.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules told apart by values of which the query must have one. */
final class ValueSplit extends IndexNode {

    /** @param wanted the values that a rule names; null where it asks for none */
    record By(
            Function<RuleMatcher, @Nullable Collection<String>> wanted, Function<PreparedQuery, @Nullable String> sent)
            implements Dimension {

        @Override
        public boolean concerns(RuleMatcher rule) {
            return wanted.apply(rule) != null;
        }

        @Override
        public IndexNode split(Positions places, IndexBuilder.Branch branch) {
            Map<String, Positions> byValue = new HashMap<>();
            Positions others = new Positions();
            for (int i = 0; i < places.size(); i++) {
                int place = places.get(i);
                Collection<String> values = wanted.apply(branch.rule(place));
                if (values == null) {
                    others.add(place);
                } else {
                    values.forEach(value ->
                            byValue.computeIfAbsent(value, _ -> new Positions()).add(place));
                }
            }
            return new ValueSplit(places.get(0), branch.buildAll(byValue), branch.build(others), sent);
        }
    }

    private final Map<String, IndexNode> byValue;
    private final @Nullable IndexNode others;
    private final Function<PreparedQuery, @Nullable String> sent;

    private ValueSplit(
            int lowest,
            Map<String, IndexNode> byValue,
            @Nullable IndexNode others,
            Function<PreparedQuery, @Nullable String> sent) {
        super(lowest);
        this.byValue = byValue;
        this.others = others;
        this.sent = sent;
    }

    @Override
    int first(Search search, int best) {
        String value = sent.apply(search.asked());
        int found = value == null ? best : first(byValue.get(value), search, best);
        return first(others, search, found);
    }
}
