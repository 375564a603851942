package dev.rehearsal.ui.links;

import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Several rules as an address names them: numbers and ranges, such as {@code 7.12-15}.
 *
 * @param ids in their order
 */
public record PickedRules(List<RuleId> ids) {

    /** How many can be changed at a time: their numbers stand in an address. */
    public static final int MOST = 1_000;

    public PickedRules {
        ids = List.copyOf(ids);
    }

    public static PickedRules of(Collection<RuleId> picked) {
        return new PickedRules(picked.stream().sorted().distinct().toList());
    }

    /** Reads what {@link #text} wrote; leaves out what is no number, and what is too much. */
    public static PickedRules parse(String text) {
        SortedSet<RuleId> ids = new TreeSet<>();
        for (String range : text.split("[.,]", -1)) {
            int dash = range.indexOf('-');
            try {
                long first = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
                long last = dash < 0 ? first : Long.parseLong(range.substring(dash + 1));
                LongStream.rangeClosed(first, last)
                        .limit(MOST - ids.size())
                        .mapToObj(RuleId::new)
                        .forEach(ids::add);
            } catch (NumberFormatException noNumber) {
                // Names no rule.
            }
        }
        return new PickedRules(List.copyOf(ids));
    }

    public String text() {
        List<String> ranges = new ArrayList<>();
        for (int at = 0; at < ids.size(); ) {
            long first = ids.get(at).value();
            long last = first;
            for (at++; at < ids.size() && ids.get(at).value() == last + 1; at++) {
                last++;
            }
            ranges.add(first == last ? Long.toString(first) : first + "-" + last);
        }
        return String.join(".", ranges);
    }
}
