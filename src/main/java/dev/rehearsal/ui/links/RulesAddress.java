package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/**
 * The address of the list of rules: a link shows another person the same.
 *
 * @param rule the one that is looked at closely, as it was written; empty for none
 * @param saved the change set that was saved last; null for none
 */
public record RulesAddress(
        RuleFilter filter, String rule, @Nullable Long saved) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE
            .text("product", "channel", "release", "text", "rule")
            .flag("pending", "unreached")
            .number("saved");

    public static final RulesAddress ALL = new RulesAddress(RuleFilter.NONE, "", null);

    public static RulesAddress of(QueryParameters query) {
        return new RulesAddress(
                new RuleFilter(
                        Query.text(query, "product"),
                        Query.text(query, "channel"),
                        Query.text(query, "release"),
                        Query.text(query, "text"),
                        Query.flag(query, "pending"),
                        Query.flag(query, "unreached")),
                Query.text(query, "rule"),
                Query.number(query, "saved"));
    }

    QueryParameters query() {
        return new Query()
                .with("product", filter.product())
                .with("channel", filter.channel())
                .with("release", filter.release())
                .with("text", filter.text())
                .with("pending", filter.onlyPending() ? "1" : null)
                .with("unreached", filter.onlyUnreached() ? "1" : null)
                .with("rule", rule)
                .with("saved", saved)
                .parameters();
    }

    public RulesAddress withFilter(RuleFilter other) {
        return new RulesAddress(other, rule, saved);
    }

    public RulesAddress withRule(String other) {
        return new RulesAddress(filter, other, other.equals(rule) ? saved : null);
    }
}
