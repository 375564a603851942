package dev.rehearsal.history.receipt;

import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.ledger.Actor;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells what a gate said of what went live, and whose passes opened it. Pure. */
final class GateFacts {

    private GateFacts() {}

    /** @param verdicts on a state, in any order */
    static Map<String, @Nullable Object> of(GateFinding finding, Function<TestedState, List<Verdict>> verdicts) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("product", finding.state().product());
        told.put("channel", finding.state().liveChannel());
        told.put("role", finding.gate().role().name());
        told.put("fingerprint", finding.state().fingerprint().value());
        told.put("open", finding.isOpen());
        told.put("said", finding.sentence());
        told.put(
                "passes",
                finding.result() instanceof GateFinding.Passed(List<Actor> passed)
                        ? passes(verdicts.apply(finding.state()), passed)
                        : List.of());
        return told;
    }

    private static List<Map<String, Object>> passes(List<Verdict> verdicts, Collection<Actor> by) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.PASS && by.contains(verdict.by()))
                .sorted(Comparator.comparingLong(Verdict::id))
                .map(verdict -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("person", verdict.by().name());
                    told.put("at", EnactmentFacts.time(verdict.at()));
                    told.put("testChannel", verdict.testChannel());
                    return told;
                })
                .toList();
    }
}
