package dev.rehearsal.api.json;

import dev.rehearsal.history.ScheduledRevision;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Revisions in the form that Balrog gives them. */
public final class HistoryJson {

    private HistoryJson() {}

    /** Returns a list that is told as a whole. */
    public static Map<String, Object> list(String name, List<?> items) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", items.size());
        json.put(name, items);
        return json;
    }

    public static <T> Map<String, Object> page(String name, Page<T> page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", page.count());
        if (page.countsOn()) {
            json.put("more_than_count", true);
        }
        json.put(name, page.items());
        return json;
    }

    /** A rule's columns, with who wrote them and when. */
    public static Map<String, @Nullable Object> rule(Revision<Rule> revision) {
        return row(revision, RuleJson::of);
    }

    /** A row, with who wrote it and when. */
    public static <T> Map<String, @Nullable Object> row(
            Revision<T> revision, Function<T, Map<String, @Nullable Object>> columns) {
        Map<String, @Nullable Object> json =
                revision.contentIfAny().map(columns).orElseGet(LinkedHashMap::new);
        json.put("change_id", revision.changeId());
        json.put("changed_by", revision.by().name());
        json.put("timestamp", revision.at().toEpochMilli());
        return json;
    }

    /** The row as the change would leave it, as Balrog stores it: of a removal only which row it is. */
    public static Map<String, @Nullable Object> scheduled(ScheduledRevision<Rule> revision) {
        Map<String, @Nullable Object> json = ofAnyKind(revision);
        Rule base = revision.base();
        switch (revision.change()) {
            case Change.RuleAddition addition -> put(json, "insert", addition.rule(), null);
            case Change.RuleEdit edit
            when base != null -> put(json, "update", fields(edit).applyTo(base), base.dataVersion());
            case Change.RuleEdit edit -> {
                put(json, "update", null, null);
                edit.fields().forEach((field, set) -> json.put(field.wireName(), set.value()));
                json.put("rule_id", edit.rule().value());
            }
            case Change.RuleRemoval removal -> {
                put(json, "delete", null, base == null ? null : base.dataVersion());
                json.put("rule_id", removal.rule().value());
            }
            default -> throw new IllegalStateException("not a change of a rule: " + revision.change());
        }
        return json;
    }

    /** Returns what is told of a scheduled change whatever it is about. */
    public static Map<String, @Nullable Object> ofAnyKind(ScheduledRevision<?> revision) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("change_id", revision.changeId());
        json.put("changed_by", revision.by().name());
        json.put("timestamp", revision.at().toEpochMilli());
        json.put("sc_id", revision.change().id().value());
        json.put("scheduled_by", revision.scheduledBy().name());
        json.put("when", revision.due().toEpochMilli());
        json.put("sc_data_version", revision.dataVersion());
        json.put("complete", revision.isEnacted());
        List.of("telemetry_product", "telemetry_channel", "telemetry_uptake").forEach(never -> json.put(never, null));
        return json;
    }

    private static void put(
            Map<String, @Nullable Object> json, String changeType, @Nullable Rule rule, @Nullable Integer dataVersion) {
        json.put("change_type", changeType);
        json.put("rule_id", rule == null ? null : rule.id().value());
        for (RuleField field : RuleField.values()) {
            json.put(field.wireName(), rule == null ? null : field.read(rule));
        }
        json.put("data_version", dataVersion);
    }

    private static RuleFields fields(Change.RuleEdit edit) {
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        edit.fields().forEach((RuleField field, FieldEdit set) -> values.put(field, set.value()));
        return RuleFields.kept(values);
    }

    /** Balrog says no in its own words. */
    public static Paging paging(int page, int limit, String otherwise) {
        if (page < 1 || limit < 1) {
            throw RefusedException.invalid("", otherwise);
        }
        return new Paging(page, limit);
    }
}
