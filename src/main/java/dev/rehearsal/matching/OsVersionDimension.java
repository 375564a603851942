package dev.rehearsal.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terms of which any number may occur in the query's operating system. */
final class OsVersionDimension implements Dimension.Keys {

    private final PrefixMap<Integer> terms;

    OsVersionDimension(List<RuleMatcher> rules) {
        Map<String, Integer> numbers = new HashMap<>();
        for (RuleMatcher rule : rules) {
            Collection<String> wanted = rule.osVersionTerms();
            if (wanted != null) {
                wanted.forEach(term -> numbers.putIfAbsent(term, numbers.size()));
            }
        }
        this.terms = PrefixMap.of(numbers);
    }

    @Override
    public int @Nullable [] wantedBy(RuleMatcher rule) {
        Collection<String> wanted = rule.osVersionTerms();
        if (wanted == null) {
            return null;
        }
        Numbers numbers = new Numbers();
        for (String term : wanted) {
            Integer number = terms.get(term);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers.toArray();
    }

    @Override
    public int[] offeredBy(PreparedQuery asked) {
        String osVersion = asked.query().osVersion();
        Numbers offered = new Numbers();
        for (int start = 0; start < osVersion.length(); start++) {
            for (int i = terms.longestOf(osVersion, start); i >= 0; i = terms.nextShorter(i)) {
                offered.addOnce(terms.value(i));
            }
        }
        return offered.toArray();
    }
}
