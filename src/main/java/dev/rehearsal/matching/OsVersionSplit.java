package dev.rehearsal.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules told apart by terms of which one must occur in the query's operating system. */
final class OsVersionSplit extends IndexNode {

    record By() implements Dimension {

        @Override
        public boolean concerns(RuleMatcher rule) {
            return rule.osVersionTerms() != null;
        }

        @Override
        public IndexNode split(Positions places, IndexBuilder.Branch branch) {
            Map<String, Positions> byTerm = new HashMap<>();
            Positions others = new Positions();
            for (int i = 0; i < places.size(); i++) {
                int place = places.get(i);
                Collection<String> terms = branch.rule(place).osVersionTerms();
                if (terms == null) {
                    others.add(place);
                } else {
                    terms.forEach(term ->
                            byTerm.computeIfAbsent(term, _ -> new Positions()).add(place));
                }
            }
            return new OsVersionSplit(places.get(0), PrefixMap.of(branch.buildAll(byTerm)), branch.build(others));
        }
    }

    private final PrefixMap<IndexNode> byTerm;
    private final @Nullable IndexNode others;

    private OsVersionSplit(int lowest, PrefixMap<IndexNode> byTerm, @Nullable IndexNode others) {
        super(lowest);
        this.byTerm = byTerm;
        this.others = others;
    }

    @Override
    int first(Search search, int best) {
        String osVersion = search.asked().query().osVersion();
        int found = best;
        for (int start = 0; start < osVersion.length(); start++) {
            for (int i = byTerm.longestOf(osVersion, start); i >= 0; i = byTerm.nextShorter(i)) {
                found = first(byTerm.value(i), search, found);
            }
        }
        return first(others, search, found);
    }
}
