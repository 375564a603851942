package dev.rehearsal.dataset;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sheet of some rules as a file to work with elsewhere, under the names of Balrog's columns. */
public record RuleSheet(List<Rule> rules) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RuleSheet {
        rules = List.copyOf(rules);
    }

    /** Returns a rule by its columns: its id, what can be set, its data version. */
    public static Map<String, @Nullable Object> row(Rule rule) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("rule_id", rule.id().value());
        for (RuleField field : RuleField.values()) {
            row.put(field.wireName(), field.read(rule));
        }
        row.put("data_version", rule.dataVersion());
        return row;
    }

    /** Returns a line of column names and a line for each rule, in UTF-8. */
    public byte[] csv() {
        CsvText text = new CsvText().line(columns());
        rules.forEach(rule -> text.line(new ArrayList<>(row(rule).values())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("rule_id"));
        for (RuleField field : RuleField.values()) {
            columns.add(field.wireName());
        }
        columns.add("data_version");
        return columns;
    }

    /** Returns the rules as Balrog's API lists them. */
    public Map<String, Object> listed() {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("count", rules.size());
        listed.put("rules", rules.stream().map(RuleSheet::row).toList());
        return listed;
    }

    /** Returns {@link #listed} as a file. */
    public byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(listed());
    }

    /** Returns the columns of a rule that a row of Balrog sets, as they were sent. */
    public static Map<String, @Nullable Object> sentFields(ObjectNode row) {
        return RuleObjects.sentFields(row);
    }
}
