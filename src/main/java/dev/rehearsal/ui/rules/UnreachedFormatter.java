package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.region.Turn;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.RuleNavigation;
import java.util.List;
import java.util.stream.Collectors;

/** Says why no client reaches a rule, with a link to each of those that come first. */
final class UnreachedFormatter {

    private static final Messages MESSAGES = Messages.beside(UnreachedFormatter.class);

    private static final int MOST = 5;
    private static final int MOST_BRIEFLY = 2;

    private UnreachedFormatter() {}

    static Component[] parts(Turn.Never never, Rule rule) {
        if (!never.failing().isEmpty()) {
            return MESSAGES.parts("unreached.failing", links(never.failing()));
        }
        return switch (never.before().size()) {
            case 0 -> MESSAGES.parts("unreached.impossible");
            case 1 ->
                MESSAGES.parts(
                        never.before().getFirst().priority() == rule.priority() ? "unreached.tied" : "unreached.one",
                        links(never.before()));
            default -> MESSAGES.parts("unreached.several", links(never.before()));
        };
    }

    /** In a few words, such as {@code cannot match: #204 comes first}. */
    static String brief(Turn.Never never) {
        if (!never.failing().isEmpty()) {
            return MESSAGES.get("unreached.brief.failing");
        }
        List<Rule> before = never.before();
        if (before.isEmpty()) {
            return MESSAGES.get("unreached.brief.impossible");
        }
        String named =
                before.stream().limit(MOST_BRIEFLY).map(rule -> "#" + rule.id()).collect(Collectors.joining(", "));
        return before.size() > MOST_BRIEFLY
                ? MESSAGES.get("unreached.brief.more", before.size(), named, before.size() - MOST_BRIEFLY)
                : MESSAGES.get("unreached.brief", before.size(), named);
    }

    private static Component links(List<Rule> rules) {
        Span links = new Span();
        rules.stream().limit(MOST).forEach(rule -> {
            if (links.getComponentCount() > 0) {
                links.add(new Span(", "));
            }
            links.add(RuleNavigation.linkTo(RuleTitles.name(rule), rule.id()));
        });
        if (rules.size() > MOST) {
            links.add(new Span(MESSAGES.get("unreached.more", rules.size() - MOST)));
        }
        return links;
    }
}
