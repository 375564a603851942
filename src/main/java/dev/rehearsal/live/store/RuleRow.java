package dev.rehearsal.live.store;

import dev.rehearsal.matching.Rule;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("rules")
record RuleRow(@Id long ruleId, @Embedded.Empty RuleFieldsRow fields, int dataVersion) {

    static RuleRow of(Rule rule) {
        return new RuleRow(rule.id().value(), RuleFieldsRow.of(rule), rule.dataVersion());
    }

    Rule toRule() {
        return fields.toRule(ruleId, dataVersion);
    }
}
