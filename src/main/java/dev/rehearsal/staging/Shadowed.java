package dev.rehearsal.staging;

import dev.rehearsal.matching.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hand-made rules for a test channel, which are not served while the channel is mapped. */
public final class Shadowed {

    private Shadowed() {}

    /** The rules that match the test channel, or its partners, but not the live one. */
    public static List<Rule> rules(Tables tables, @Nullable String product, String live, String test) {
        return tables.ruleSet().inOrder().stream()
                .filter(rule -> isShadowed(rule, product, live, test))
                .toList();
    }

    private static boolean isShadowed(Rule rule, @Nullable String product, String live, String test) {
        return StagedRules.canMatch(rule, product, test) && !StagedRules.canMatch(rule, product, live);
    }
}
