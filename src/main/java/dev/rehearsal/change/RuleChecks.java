package dev.rehearsal.change;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleColumn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Placeholder. */
final class RuleChecks {

    private RuleChecks() {}

    static void checkNew(Map<RuleColumn, Object> values, String place) {}

    static void checkEdit(Rule base, Map<RuleColumn, @Nullable Object> fields, String place) {}
}
