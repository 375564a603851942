package dev.rehearsal.ui.rules;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleMenu {

    private static final Messages MESSAGES = Messages.beside(RuleMenu.class);

    @Bean
    MenuEntry rulesEntry() {
        return new MenuEntry(MenuGroup.SHIP, 30, MenuIcon.RULES, MESSAGES.get("list.title"), "rules", true);
    }

    @Bean
    SearchAction newRule() {
        return new SearchAction(
                10, MESSAGES.get("action.new"), MESSAGES.get("action.new.words"), RuleNavigation.pathToAdd());
    }

    @Bean
    SearchAction manyRules() {
        return new SearchAction(
                12, MESSAGES.get("action.many"), MESSAGES.get("action.many.words"), RuleNavigation.pathToAll());
    }

    @Bean
    SearchAction unreachedRules() {
        return new SearchAction(
                14,
                MESSAGES.get("action.unreached"),
                MESSAGES.get("action.unreached.words"),
                RuleNavigation.pathToUnreached());
    }
}
