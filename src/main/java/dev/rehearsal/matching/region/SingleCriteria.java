package dev.rehearsal.matching.region;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Judges queries by one criterion of a rule alone, as the evaluation judges a rule that asks for nothing else. */
final class SingleCriteria {

    enum Verdict {
        MET,
        MISSED,
        FAILS
    }

    private record Asked(RuleField field, Object value) {}

    private final Map<Asked, RuleSet> known = new ConcurrentHashMap<>();

    Verdict judge(Criterion criterion, Object asked, UpdateQuery query) {
        try {
            RuleSet alone = known.computeIfAbsent(new Asked(criterion.field(), asked), SingleCriteria::alone);
            return alone.firstMatch(query) == null ? Verdict.MISSED : Verdict.MET;
        } catch (BadQueryException | UnanswerableException failure) {
            return Verdict.FAILS;
        }
    }

    private static RuleSet alone(Asked asked) {
        Rule rule = RuleFields.kept(
                        Map.of(RuleField.UPDATE_TYPE, UpdateType.MINOR.wireName(), asked.field(), asked.value()))
                .toRule(new RuleId(1), 1);
        return RuleSet.of(List.of(rule));
    }
}
