package dev.rehearsal.ui.rules;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.RuleFilter;
import dev.rehearsal.ui.links.RuleTask;
import dev.rehearsal.ui.links.RulesAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Titles the forms of rules, and says where they lead to. */
final class RuleTitles {

    private static final Messages MESSAGES = Messages.beside(RuleTitles.class);

    private RuleTitles() {}

    /** Returns text such as {@code #204 firefox-release}. */
    static String name(Rule rule) {
        return "#" + rule.id() + (rule.alias() == null ? "" : " " + rule.alias());
    }

    /** Returns why there is nothing to see of a rule that was asked for like this. */
    static String unknown(String id) {
        return MESSAGES.get(RuleRow.id(id).isPresent() ? "unknown" : "unknown.number", id);
    }

    /**
     * @param row null for a new rule
     * @param afterQueue whether the form begins with what the queue makes of the rule
     */
    static String heading(RuleTask task, @Nullable RuleRow row, boolean afterQueue) {
        if (afterQueue && row != null) {
            return MESSAGES.get("form.title.after", name(row.rule()));
        }
        return switch (task) {
            case ADD -> MESSAGES.get("form.title.new");
            case COPY ->
                MESSAGES.get(
                        "form.title.copy",
                        name(Objects.requireNonNull(row).row().current()));
            case EDIT ->
                MESSAGES.get(
                        "form.title.edit",
                        name(Objects.requireNonNull(row).row().current()));
        };
    }

    /**
     * The list, with the rule that the set has changed. A draft changes nothing that the list shows.
     *
     * @param row that was edited or copied; null where one was made
     */
    static RulesAddress afterSaving(ChangeSet set, @Nullable RuleRow row) {
        RuleId rule = row == null ? null : row.rule().id();
        boolean isDraft = set.state() instanceof ChangeSet.Draft;
        String shown = rule != null && changes(set, rule)
                ? rule.toString()
                : isDraft
                        ? ""
                        : set.changes().reversed().stream()
                                .filter(Change.RuleAddition.class::isInstance)
                                .map(change -> String.valueOf(ChangeSet.ruleOf(change)))
                                .findFirst()
                                .orElse("");
        return new RulesAddress(RuleFilter.NONE, shown, set.id().value());
    }

    private static boolean changes(ChangeSet set, RuleId rule) {
        return set.changes().stream().anyMatch(change -> rule.equals(ChangeSet.ruleOf(change)));
    }
}
