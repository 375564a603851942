package dev.rehearsal.ui.rollouts;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.RolloutNavigation;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts rollouts into the menu. */
@Configuration(proxyBeanMethods = false)
class RolloutMenu {

    private static final Messages MESSAGES = Messages.beside(RolloutMenu.class);

    @Bean
    MenuEntry rolloutsEntry() {
        return new MenuEntry(
                MenuGroup.SHIP, 37, MenuIcon.ROLLOUTS, MESSAGES.get("title"), RolloutNavigation.PATH, true);
    }

    @Bean
    SearchAction planRollout() {
        return new SearchAction(
                16, MESSAGES.get("action.plan"), MESSAGES.get("action.plan.words"), RolloutNavigation.NEW);
    }
}
