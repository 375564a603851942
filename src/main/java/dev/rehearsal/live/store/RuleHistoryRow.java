package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("rules_history")
record RuleHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        @Nullable Long changeSetId,
        long ruleId,
        @Embedded.Nullable @Nullable RuleFieldsRow fields,
        @Nullable Integer dataVersion) {

    static RuleHistoryRow written(Write write, Rule rule) {
        return new RuleHistoryRow(
                null,
                write.by().name(),
                write.at().toEpochMilli(),
                write.changeSet(),
                rule.id().value(),
                RuleFieldsRow.of(rule),
                rule.dataVersion());
    }

    /** Empty where the rule was removed. */
    Optional<Rule> toRule() {
        return fields == null || dataVersion == null
                ? Optional.empty()
                : Optional.of(fields.toRule(ruleId, dataVersion));
    }

    static RuleHistoryRow removed(Write write, RuleId id) {
        return new RuleHistoryRow(
                null, write.by().name(), write.at().toEpochMilli(), write.changeSet(), id.value(), null, null);
    }
}
