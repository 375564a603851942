package dev.rehearsal.api;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.ledger.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be tested, and what came of it. */
final class GateJson {

    static final Set<String> FIELDS = Set.of("product", "live_channel", "role", "passes_required", "test_channels");

    private GateJson() {}

    static Map<String, @Nullable Object> of(Gate gate) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", gate.id());
        json.putAll(content(gate));
        json.put("data_version", gate.dataVersion());
        return json;
    }

    static Map<String, @Nullable Object> content(Gate gate) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", gate.product());
        json.put("live_channel", gate.liveChannel());
        json.put("role", gate.role().name());
        json.put("passes_required", gate.passesRequired());
        json.put("test_channels", gate.testChannels());
        return json;
    }

    /** What the gate shall say; its own id and data version say nothing. */
    static Gate read(JsonFields fields) {
        return new Gate(
                0,
                fields.optionalText("product"),
                fields.text("live_channel"),
                new Role(fields.text("role")),
                fields.integer("passes_required"),
                fields.texts("test_channels"),
                0);
    }

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
