package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
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
        RouterLink link = new RouterLink(text, RulesView.class);
        link.setQueryParameters(RulesAddress.ALL.withRule(rule.toString()).query());
        return link;
    }

    /** The list, narrowed to what clients of a product on a channel may match; null for any. */
    public static RouterLink linkTo(String text, @Nullable String product, @Nullable String channel) {
        RouterLink link = new RouterLink(text, RulesView.class);
        link.setQueryParameters(
                new Query().with("product", product).with("channel", channel).parameters());
        return link;
    }

    /** The same, relative to the root of the application. */
    static String path(RuleId rule) {
        return new Location(
                        RouteConfiguration.forSessionScope().getUrl(RulesView.class),
                        RulesAddress.ALL.withRule(rule.toString()).query())
                .getPathWithQueryParameters();
    }

    /** What the rule was, newest first. */
    static RouterLink linkToHistory(String text, RuleId rule, RuleHistoryAddress address) {
        RouterLink link = new RouterLink(text, RuleHistoryView.class, new RouteParameters(RULE, rule.toString()));
        link.setQueryParameters(address.query());
        return link;
    }

    static void openHistory(UI ui, RuleId rule, RuleHistoryAddress address) {
        ui.navigate(RuleHistoryView.class, new RouteParameters(RULE, rule.toString()), address.query());
    }

    static void open(UI ui, RulesAddress address) {
        ui.navigate(RulesView.class, address.query());
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, RulesAddress address) {
        String path = RouteConfiguration.forSessionScope().getUrl(RulesView.class);
        ui.getPage().getHistory().replaceState(null, new Location(path, address.query()));
    }

    static void add(UI ui, RuleFilter prefilled) {
        ui.navigate(
                RuleFormView.class,
                new Query()
                        .with("product", prefilled.product())
                        .with("channel", prefilled.channel())
                        .parameters());
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
        ui.navigate(RuleRemovalView.class, new RouteParameters(new RouteParam(RULE, rule.toString())));
    }

    private static void form(UI ui, RuleId rule, RuleTask task, QueryParameters query) {
        ui.navigate(
                RuleFormView.class,
                new RouteParameters(new RouteParam(RULE, rule.toString()), new RouteParam(TASK, task.wireName())),
                query);
    }
}
