package dev.rehearsal.api.own;

import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailJudgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what guard rails say, and who passes over them. */
final class RailJson {

    private RailJson() {}

    static Map<String, @Nullable Object> of(RailFinding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        RailJudgement judgement = finding.judgement();
        json.put("rail", finding.rail().id());
        json.put("product", finding.step().product());
        json.put("live_channel", finding.step().liveChannel());
        json.put("state", finding.step().digest());
        json.put("mode", finding.rail().mode().wireName());
        json.put("open", finding.isOpen());
        json.put("result", judgement == null ? null : judgement.result().wireName());
        json.put("reasons", judgement == null ? List.of() : judgement.reasons());
        json.put("sample", judgement == null ? null : judgement.sample());
        json.put("judged_at", judgement == null ? null : judgement.at().toEpochMilli());
        json.put("passed_by", finding.rail().passedBy().name());
        json.put(
                "passed_over_by",
                finding.passes().stream().map(pass -> pass.by().name()).toList());
        json.put("sentence", finding.sentence());
        return json;
    }
}
