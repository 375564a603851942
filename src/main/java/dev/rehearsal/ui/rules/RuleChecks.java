package dev.rehearsal.ui.rules;

import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.ui.frame.Messages;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a rule against the others; saving checks it again, but knows no field to show it at. */
final class RuleChecks {

    private static final Messages MESSAGES = Messages.beside(RuleChecks.class);

    private RuleChecks() {}

    /** By the field to blame. */
    static Map<RuleField, String> problems(Rule rule, RuleTable table) {
        Map<RuleField, String> problems = new EnumMap<>(RuleField.class);
        addMissing(RuleField.MAPPING, rule.mapping(), table, problems);
        addMissing(RuleField.FALLBACK_MAPPING, rule.fallbackMapping(), table, problems);
        String alias = rule.alias();
        if (alias != null) {
            table.rows().stream()
                    .map(RuleTable.Row::rule)
                    .filter(other -> alias.equals(other.alias()) && !other.id().equals(rule.id()))
                    .findFirst()
                    .ifPresent(other -> problems.put(
                            RuleField.ALIAS,
                            MESSAGES.get("problem.alias", alias, other.id().toString())));
        }
        return problems;
    }

    private static void addMissing(
            RuleField field, @Nullable ReleaseName release, RuleTable table, Map<RuleField, String> problems) {
        if (release == null) {
            return;
        }
        boolean known = table.state().live().releases().containsKey(release)
                || table.state().stages().wholeQueue().staged().releases().containsKey(release);
        if (!known) {
            problems.put(field, MESSAGES.get("problem.release", release));
        }
    }
}
