package dev.rehearsal.history.receipt;

import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailJudgement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a guard rail found of what went live, and who passed over it. Pure. */
final class RailFacts {

    private RailFacts() {}

    static Map<String, @Nullable Object> of(RailFinding finding) {
        RailJudgement judgement = finding.judgement();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("product", finding.step().product());
        told.put("channel", finding.step().liveChannel());
        told.put("terms", finding.rail().terms());
        told.put("mode", finding.rail().mode().wireName());
        told.put("result", judgement == null ? null : judgement.result().wireName());
        told.put("sample", judgement == null ? null : judgement.sample());
        told.put("open", finding.isOpen());
        told.put("said", finding.sentence());
        told.put(
                "passes",
                finding.passes().stream()
                        .map(pass -> {
                            Map<String, @Nullable Object> passed = new LinkedHashMap<>();
                            passed.put("person", pass.by().name());
                            passed.put("role", pass.role().name());
                            passed.put("at", EnactmentFacts.time(pass.at()));
                            passed.put("note", pass.note());
                            return passed;
                        })
                        .toList());
        return told;
    }
}
