package dev.rehearsal.ui.adoption;

import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.ui.links.RuleNavigation;

/** Names a rule as the wizard does: {@code #204 firefox-release}. */
final class RuleNames {

    private RuleNames() {}

    static String of(Rule rule) {
        return "#" + rule.id() + (rule.alias() == null ? "" : " " + rule.alias());
    }

    static RouterLink link(Rule rule) {
        return RuleNavigation.linkTo(of(rule), rule.id());
    }
}
