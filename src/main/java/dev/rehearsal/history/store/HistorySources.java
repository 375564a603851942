package dev.rehearsal.history.store;

import dev.rehearsal.matching.RuleField;
import java.util.List;

/** Every history table that the journal tells of: a new one is told of once it stands here. */
final class HistorySources {

    static final String RELEASE = "release";
    static final String CHANGE = "change";

    static final List<HistorySource> ALL = List.of(
            rule(),
            HistorySource.of(RELEASE, "releases_history", "name")
                    .telling("product", "read_only", "content")
                    .ofProduct("product"),
            HistorySource.of("pin", "pins_history", "product", "channel", "version")
                    .telling("mapping")
                    .ofProduct("product")
                    .onChannels("channel"),
            HistorySource.of("shutoff", "shutoffs_history", "product", "channel")
                    .telling("comment")
                    .ofProduct("product")
                    .onChannels("channel"),
            HistorySource.of("channel_mapping", "channel_mappings_history", "mapping_id")
                    .telling("product", "live_channel", "test_channel", "scope")
                    .ofProduct("product")
                    .onChannels("live_channel", "test_channel"),
            HistorySource.of("change_set", "change_sets_history", "set_id")
                    .telling("title", "author")
                    .tellingAs("due", "when")
                    .telling("state")
                    .inChangeSet("set_id"),
            HistorySource.of(CHANGE, "changes_history", "sc_id")
                    .telling("object", "change_type", "target", "place")
                    .inChangeSet("set_id"),
            HistorySource.of("signoff", "signoffs_history", "set_id", "person")
                    .telling("role")
                    .presentWhere("role")
                    .eachAnew()
                    .inChangeSet("set_id"),
            HistorySource.ofAppended("comment", "comments", new HistorySource.Columns("id", "person", "at"))
                    .telling("kind", "answers", "ends")
                    .tellingAs("change_id", "change")
                    .telling("field")
                    .tellingAs("said", "text")
                    .inChangeSet("set_id"),
            HistorySource.ofAppended("verdict", "verdicts", new HistorySource.Columns("id", "person", "given_at"))
                    .telling("product", "live_channel", "test_channel", "fingerprint", "outcome", "note")
                    .ofProduct("product")
                    .onChannels("live_channel", "test_channel"),
            HistorySource.ofAppended("plan", "plan_events", new HistorySource.Columns("id", "person", "at"))
                    .telling("plan_id", "act", "step", "percentage", "note", "product", "live_channel")
                    .ofProduct("product")
                    .onChannels("live_channel"),
            HistorySource.ofAppended("break_glass", "break_glass", new HistorySource.Columns("id", "person", "at"))
                    .telling("reason", "passed_over")
                    .inChangeSet("set_id"),
            HistorySource.ofAppended("exempt_use", "exempt_uses", new HistorySource.Columns("id", "person", "at"))
                    .telling("product", "live_channel")
                    .ofProduct("product")
                    .onChannels("live_channel")
                    .inChangeSet("set_id"),
            HistorySource.of("gate", "gates_history", "gate_id")
                    .telling("product", "live_channel", "role", "passes_required", "test_channels")
                    .ofProduct("product")
                    .onChannels("live_channel"),
            HistorySource.of("freeze_window", "freeze_windows_history", "window_id")
                    .telling("title", "product", "live_channel", "effect", "cron", "duration", "zone")
                    .ofProduct("product")
                    .onChannels("live_channel"),
            HistorySource.ofAppended("rail_finding", "rail_findings", new HistorySource.Columns("id", "person", "at"))
                    .telling("product", "live_channel", "terms", "result", "reasons")
                    .ofProduct("product")
                    .onChannels("live_channel"),
            HistorySource.ofAppended("rail_pass", "rail_passes", new HistorySource.Columns("id", "person", "at"))
                    .telling("act", "product", "live_channel", "rail_id", "terms", "finding", "note")
                    .ofProduct("product")
                    .onChannels("live_channel")
                    .inChangeSet("set_id"),
            HistorySource.of("guard_rail", "guard_rails_history", "rail_id")
                    .telling("product", "live_channel", "kind", "percent", "mode", "cannot_say_blocks", "passed_by")
                    .ofProduct("product")
                    .onChannels("live_channel"),
            HistorySource.of("probe", "probes_history", "probe_id")
                    .telling("name", "url", "product", "channel")
                    .tellingAs("expects", "expect")
                    .telling("answer", "note")
                    .ofProduct("product")
                    .onChannels("channel"),
            HistorySource.of("traffic_list", "traffic_lists_history", "list_id")
                    .telling("name")
                    .tellingAs("covers_from", "from")
                    .tellingAs("covers_until", "until")
                    .telling("channels"),
            HistorySource.of("required_signoff", "required_signoffs_history", "product", "channel", "role")
                    .telling("signoffs_required")
                    .ofProduct("product")
                    .onChannels("channel"),
            HistorySource.of("urgent_role", "urgent_roles_history", "product", "channel", "role")
                    .ofProduct("product")
                    .onChannels("channel"),
            HistorySource.of("permission_signoff", "permission_signoffs_history", "product", "role")
                    .telling("signoffs_required")
                    .ofProduct("product"),
            HistorySource.of("permission", "permissions_history", "person", "permission")
                    .telling("options"),
            HistorySource.of("role", "user_roles_history", "person", "role"),
            HistorySource.ofAppended("security", "security_events", new HistorySource.Columns("id", "person", "at"))
                    .telling("event", "about", "detail", "address"));

    private HistorySources() {}

    private static HistorySource rule() {
        HistorySource rule = HistorySource.of("rule", "rules_history", "rule_id")
                .ofProduct("product")
                .onChannels("channel");
        for (RuleField field : RuleField.values()) {
            rule = rule.tellingAs(RuleRows.column(field), field.wireName());
        }
        return rule;
    }
}
