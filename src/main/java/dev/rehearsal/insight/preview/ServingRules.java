package dev.rehearsal.insight.preview;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rules that could serve a release, those for most clients first. */
public final class ServingRules {

    /** Fields that ask nothing of a client. */
    private static final Set<RuleField> ASK_NOTHING = EnumSet.of(
            RuleField.ALIAS,
            RuleField.PRIORITY,
            RuleField.MAPPING,
            RuleField.FALLBACK_MAPPING,
            RuleField.BACKGROUND_RATE,
            RuleField.UPDATE_TYPE,
            RuleField.COMMENT);

    private ServingRules() {}

    /** Returns those that name a product and stay, by how much they ask of a client, then in evaluation order. */
    public static List<Rule> of(RuleTable table, String product) {
        return table.rows().stream()
                .filter(row -> row.fate() != RuleTable.Fate.REMOVED && row.shadowedBy() == null)
                .map(RuleTable.Row::current)
                .filter(rule -> product.equals(rule.product()))
                .sorted(Comparator.comparingInt(ServingRules::conditions))
                .toList();
    }

    private static int conditions(Rule rule) {
        int conditions = 0;
        for (RuleField field : RuleField.values()) {
            if (!ASK_NOTHING.contains(field) && field.read(rule) != null) {
                conditions++;
            }
        }
        return conditions;
    }
}
