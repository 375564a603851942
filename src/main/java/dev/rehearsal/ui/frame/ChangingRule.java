package dev.rehearsal.ui.frame;

import dev.rehearsal.matching.Rule;
import org.jspecify.annotations.Nullable;

/** A row that shows a rule, as it is or as it was and becomes. */
public interface ChangingRule {

    /** As it becomes; where nothing changes, as it is. */
    Rule rule();

    /** Returns the rule before; null where nothing changes. */
    @Nullable
    Rule was();

    /** A rule by itself. */
    static ChangingRule of(Rule rule) {
        return from(null, rule);
    }

    /** @param was null for a rule that is new */
    static ChangingRule from(@Nullable Rule was, Rule becomes) {
        record Shown(Rule rule, @Nullable Rule was) implements ChangingRule {}
        return new Shown(becomes, was);
    }
}
