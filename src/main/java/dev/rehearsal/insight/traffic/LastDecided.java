package dev.rehearsal.insight.traffic;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Says when rules decided for somebody last, as they are now. */
final class LastDecided {

    private LastDecided() {}

    /**
     * @param wanted of which rules to say it
     * @param spans the newest first; no more are read than it takes
     * @return when the span began; nothing of rules that decided for nobody
     */
    static Map<RuleId, Instant> of(RuleSet rules, Collection<RuleId> wanted, Stream<Population> spans) {
        Map<RuleId, Instant> found = new HashMap<>();
        Set<RuleId> missing = new HashSet<>(wanted);
        Iterator<Population> next = spans.iterator();
        while (!missing.isEmpty() && next.hasNext()) {
            Population span = next.next();
            Thread.yield();
            for (RequestClass asked : span.classes()) {
                Rule rule = rules.decidingFor(asked.query());
                if (rule != null && missing.remove(rule.id())) {
                    found.put(rule.id(), span.from());
                }
            }
        }
        return found;
    }
}
