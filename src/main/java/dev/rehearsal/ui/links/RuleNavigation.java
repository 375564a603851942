package dev.rehearsal.ui.links;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes links to the list of rules and to the forms that change them. */
public final class RuleNavigation {

    public static final String RULE = "rule";
    public static final String TASK = "task";
    public static final String INTO = "set";
    public static final String RULES = "rules";
    public static final String MAPPING = "mapping";
    public static final String AFTER = "after";
    public static final String QUEUE = "queue";

    public static final AddressParameters OF_FORM = AddressParameters.NONE
            .text("product", "channel", MAPPING)
            .number(INTO)
            .choice(AFTER, List.of(QUEUE));

    public static final AddressParameters OF_MANY = AddressParameters.NONE.numbers(RULES);

    private RuleNavigation() {}

    /** The list, with this rule looked at closely. */
    public static RouterLink linkTo(String text, RuleId rule) {
        return to(rule).saying(text);
    }

    /** The list, narrowed to what clients of a product on a channel may match; null for any. */
    public static RouterLink linkTo(String text, @Nullable String product, @Nullable String channel) {
        return at(RulesAddress.ALL.withFilter(new RuleFilter(
                        Objects.requireNonNullElse(product, ""),
                        Objects.requireNonNullElse(channel, ""),
                        "",
                        "",
                        false,
                        false)))
                .saying(text);
    }

    /** Returns the address of the list with this rule looked at closely, relative to the root of the application. */
    public static String path(RuleId rule) {
        return to(rule).pathWithQuery();
    }

    /** Returns what the rule was, newest first. */
    public static RouterLink linkToHistory(String text, RuleId rule, RuleHistoryAddress address) {
        return historyOf(rule, address).saying(text);
    }

    public static void openHistory(UI ui, RuleId rule, RuleHistoryAddress address) {
        historyOf(rule, address).open(ui);
    }

    /** Links to the form that adds a rule, with nothing filled in. */
    public static RouterLink linkToAdd(String text) {
        return new Link("rules/new").saying(text);
    }

    /** Returns the address of the list, not narrowed. */
    public static String pathToAll() {
        return at(RulesAddress.ALL).pathWithQuery();
    }

    /** Returns the address of the list of the rules that no client reaches. */
    public static String pathToUnreached() {
        return at(RulesAddress.ALL.withFilter(new RuleFilter("", "", "", "", false, true)))
                .pathWithQuery();
    }

    /** Returns the address of the form that adds a rule, with nothing filled in. */
    public static String pathToAdd() {
        return new Link("rules/new").pathWithQuery();
    }

    public static void open(UI ui, RulesAddress address) {
        at(address).open(ui);
    }

    /** Goes back to the list as it was narrowed down on this page, with a rule looked at closely; empty for none. */
    public static void openAgain(UI ui, RulesAddress address) {
        RuleFilter filter = ComponentUtil.getData(ui, RuleFilter.class);
        open(ui, filter == null ? address : address.withFilter(filter));
    }

    /** Keeps what the list is narrowed down to, for whoever comes back to it from a form. */
    public static void remember(UI ui, RuleFilter filter) {
        ComponentUtil.setData(ui, RuleFilter.class, filter);
    }

    /** Says in the address bar what is shown already. */
    public static void note(UI ui, RulesAddress address) {
        at(address).note(ui);
    }

    /** Says so as a step that the browser's back button takes back. */
    public static void step(UI ui, RulesAddress address) {
        at(address).step(ui);
    }

    public static void add(UI ui, RuleFilter prefilled) {
        adding(prefilled).open(ui);
    }

    /** @param into the set whose change of the rule is edited; null for a new change */
    public static void edit(UI ui, RuleId rule, @Nullable ChangeSet into) {
        form(
                        rule,
                        RuleTask.EDIT,
                        new Query().with(INTO, into == null ? null : into.id()).parameters())
                .open(ui);
    }

    /** What becomes of a rule once all that is queued for it is live. */
    public static void editAfterQueue(UI ui, RuleId rule) {
        form(rule, RuleTask.EDIT, new Query().with(AFTER, QUEUE).parameters()).open(ui);
    }

    public static void copy(UI ui, RuleId rule) {
        form(rule, RuleTask.COPY, QueryParameters.empty()).open(ui);
    }

    public static void remove(UI ui, RuleId rule) {
        removal(rule).open(ui);
    }

    /** Goes to the form that does something to all of these. */
    public static void many(UI ui, ManyRulesTask task, PickedRules rules) {
        many(task, rules).open(ui);
    }

    /** Links to the form that changes a rule, with this release filled in as what it serves. */
    public static RouterLink linkToServe(String text, RuleId rule, ReleaseName release) {
        return form(
                        rule,
                        RuleTask.EDIT,
                        new Query().with(MAPPING, release.value()).parameters())
                .saying(text);
    }

    /** Links to the form that adds a rule which serves this release. */
    public static RouterLink linkToServeAnew(String text, String product, ReleaseName release) {
        return new Link(
                        "rules/new",
                        new Query()
                                .with("product", product)
                                .with(MAPPING, release.value())
                                .parameters())
                .saying(text);
    }

    static Link many(ManyRulesTask task, PickedRules rules) {
        return new Link(
                "rules/many/" + task.wireName(),
                new Query().with(RULES, rules.text()).parameters());
    }

    static Link adding(RuleFilter prefilled) {
        return new Link(
                "rules/new",
                new Query()
                        .with("product", prefilled.product())
                        .with("channel", prefilled.channel())
                        .parameters());
    }

    static Link form(RuleId rule, RuleTask task, QueryParameters query) {
        return new Link("rules/" + rule + "/" + task.wireName(), query);
    }

    static Link removal(RuleId rule) {
        return new Link("rules/" + rule + "/remove");
    }

    static Link to(RuleId rule) {
        return at(RulesAddress.ALL.withRule(rule.toString()));
    }

    static Link historyOf(RuleId rule, RuleHistoryAddress address) {
        return new Link("rules/" + rule + "/history", address.query());
    }

    static Link at(RulesAddress address) {
        return new Link("rules", address.query());
    }
}
