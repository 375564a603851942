package dev.rehearsal.history.store;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rules from rows of their history. */
final class RuleRows {

    private RuleRows() {}

    static Rule rule(ResultSet row) throws SQLException {
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        for (RuleField field : RuleField.values()) {
            values.put(field, value(field, row));
        }
        return RuleFields.kept(values).toRule(new RuleId(row.getLong("rule_id")), row.getInt("data_version"));
    }

    /** Returns text such as {@code build_target}. */
    static String column(RuleField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(RuleField field, ResultSet row) throws SQLException {
        String column = column(field);
        return switch (field.kind()) {
            case TEXT -> row.getString(column);
            case NUMBER -> row.getObject(column, Integer.class);
            case FLAG -> row.getObject(column, Boolean.class);
        };
    }
}
