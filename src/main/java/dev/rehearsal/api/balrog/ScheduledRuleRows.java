package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.RuleJson;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Scheduled changes of rules in Balrog's shape: the row as it would be if this change alone were enacted, with the data
 * version of the row as it is. A removal has nothing but that and the id (a Balrog fact).
 */
@Component
class ScheduledRuleRows {

    private final Rules rules;
    private final SnapshotKeeper snapshots;
    private final ScheduledRow scheduledRow;

    ScheduledRuleRows(Rules rules, SnapshotKeeper snapshots, ScheduledRow scheduledRow) {
        this.rules = rules;
        this.snapshots = snapshots;
        this.scheduledRow = scheduledRow;
    }

    List<Map<String, @Nullable Object>> of(List<ScheduledChange> scheduled) {
        NodeState state = snapshots.current();
        Map<Long, List<Rule>> written = rules.writtenBy(scheduled.stream()
                .filter(ScheduledChange::isComplete)
                .map(change -> change.set().id().value())
                .distinct()
                .toList());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (ScheduledChange change : scheduled) {
            rows.add(row(change, state, written.getOrDefault(change.set().id().value(), List.of())));
        }
        return rows;
    }

    private Map<String, @Nullable Object> row(ScheduledChange scheduled, NodeState state, List<Rule> written) {
        Map<String, @Nullable Object> row = switch (scheduled.change()) {
            case Change.RuleAddition(var _, Rule added, var _) ->
                columns(find(written, added.id()).orElse(added), null);
            case Change.RuleEdit edit ->
                scheduled.isComplete() ? enacted(edit, written) : laidOver(edit, base(edit.rule(), state));
            case Change.RuleRemoval removal -> removed(removal, state);
            case Change.ReleaseAddition _,
                    Change.ReleaseEdit _,
                    Change.ReleaseRemoval _,
                    Change.PinEdit _,
                    Change.Unstaged _ ->
                throw new IllegalStateException("not a change of a rule: " + scheduled.change());
        };
        scheduledRow.addTo(row, scheduled, PartTree.changeType(scheduled.change()));
        row.put("telemetry_product", null);
        row.put("telemetry_channel", null);
        row.put("telemetry_uptake", null);
        return row;
    }

    private static Map<String, @Nullable Object> laidOver(Change.RuleEdit edit, @Nullable Rule base) {
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        edit.fields().forEach((field, value) -> values.put(field, value.value()));
        if (base == null) {
            Map<String, @Nullable Object> row = nothing(edit.rule(), null);
            values.forEach((field, value) -> row.put(field.wireName(), value));
            return row;
        }
        return columns(RuleFields.kept(values).applyTo(base), base.dataVersion());
    }

    /** Balrog keeps the data version that the change was made for. */
    private static Map<String, @Nullable Object> enacted(Change.RuleEdit edit, List<Rule> written) {
        return find(written, edit.rule())
                .map(rule -> columns(rule, rule.dataVersion() - 1))
                .orElseGet(() -> laidOver(edit, null));
    }

    private static Map<String, @Nullable Object> removed(Change.RuleRemoval removal, NodeState state) {
        Rule base = base(removal.rule(), state);
        Rule known = base == null ? removal.seen().getLast() : base;
        return nothing(removal.rule(), known.dataVersion());
    }

    /** The live row, or that of a rule which only the queue adds. */
    private static @Nullable Rule base(RuleId id, NodeState state) {
        Rule live = state.live().rules().get(id);
        return live == null ? added(id, state) : live;
    }

    private static @Nullable Rule added(RuleId id, NodeState state) {
        for (ChangeSet set : state.queue()) {
            for (Change change : set.changes()) {
                if (change instanceof Change.RuleAddition(var _, Rule rule, var _)
                        && rule.id().equals(id)) {
                    return rule;
                }
            }
        }
        return null;
    }

    private static Optional<Rule> find(List<Rule> rules, RuleId id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static Map<String, @Nullable Object> columns(Rule rule, @Nullable Integer dataVersion) {
        Map<String, @Nullable Object> row = RuleJson.of(rule);
        row.put("data_version", dataVersion);
        return row;
    }

    private static Map<String, @Nullable Object> nothing(RuleId id, @Nullable Integer dataVersion) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("rule_id", id.value());
        for (RuleField field : RuleField.values()) {
            row.put(field.wireName(), null);
        }
        row.put("data_version", dataVersion);
        return row;
    }
}
