package dev.rehearsal.ui.rules;

import dev.rehearsal.ui.links.Link;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/** Ways to the list of rules and to the forms that change them. */
public final class RuleNavigation {

    static final String RULE = "rule";
    static final String TASK = "task";
    static final String INTO = "set";

    private RuleNavigation() {}

    /** The list, with this rule looked at closely. */
    public static RouterLink linkTo(String text, RuleId rule) {
        return to(rule).saying(text);
    }

    /** The list, narrowed to what clients of a product on a channel may match; null for any. */
    public static RouterLink linkTo(String text, @Nullable String product, @Nullable String channel) {
        return new Link(
                        "rules",
                        new Query()
                                .with("product", product)
                                .with("channel", channel)
                                .parameters())
                .saying(text);
    }

    /** Returns the address of the list with this rule looked at closely, relative to the root of the application. */
    static String path(RuleId rule) {
        return to(rule).pathWithQuery();
    }

    /** What the rule was, newest first. */
    static RouterLink linkToHistory(String text, RuleId rule, RuleHistoryAddress address) {
        return historyOf(rule, address).saying(text);
    }

    static void openHistory(UI ui, RuleId rule, RuleHistoryAddress address) {
        historyOf(rule, address).open(ui);
    }

    static void open(UI ui, RulesAddress address) {
        at(address).open(ui);
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, RulesAddress address) {
        at(address).note(ui);
    }

    static void add(UI ui, RuleFilter prefilled) {
        new Link(
                        "rules/new",
                        new Query()
                                .with("product", prefilled.product())
                                .with("channel", prefilled.channel())
                                .parameters())
                .open(ui);
    }

    /** @param into the set whose change of the rule is edited; null for a new change */
    static void edit(UI ui, RuleId rule, @Nullable ChangeSet into) {
        form(
                ui,
                rule,
                RuleTask.EDIT,
                new Query().with(INTO, into == null ? null : into.id()).parameters());
    }

    static void copy(UI ui, RuleId rule) {
        form(ui, rule, RuleTask.COPY, QueryParameters.empty());
    }

    static void remove(UI ui, RuleId rule) {
        new Link("rules/" + rule + "/remove").open(ui);
    }

    private static void form(UI ui, RuleId rule, RuleTask task, QueryParameters query) {
        new Link("rules/" + rule + "/" + task.wireName(), query).open(ui);
    }

    private static Link to(RuleId rule) {
        return at(RulesAddress.ALL.withRule(rule.toString()));
    }

    private static Link historyOf(RuleId rule, RuleHistoryAddress address) {
        return new Link("rules/" + rule + "/history", address.query());
    }

    private static Link at(RulesAddress address) {
        return new Link("rules", address.query());
    }
}
