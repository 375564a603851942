package dev.rehearsal.api.own;

import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.ledger.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what must be tested, and what came of it. */
final class GateJson {

    private GateJson() {}

    static Map<String, @Nullable Object> of(GateFinding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("gate", finding.gate().id());
        json.put("product", finding.state().product());
        json.put("live_channel", finding.state().liveChannel());
        json.put("fingerprint", finding.state().fingerprint().value());
        json.put("role", finding.gate().role().name());
        json.put("open", finding.isOpen());
        switch (finding.result()) {
            case GateFinding.Passed(var by) -> json.put("passed_by", names(by));
            case GateFinding.ServedBefore() -> json.put("served_before", true);
            case GateFinding.Failed(var by) -> json.put("failed_by", names(by));
            case GateFinding.Untested(Map<String, Integer> missing) -> json.put("missing", missing);
        }
        json.put("sentence", finding.sentence());
        return json;
    }

    private static List<String> names(List<Actor> people) {
        return people.stream().map(Actor::name).toList();
    }
}
