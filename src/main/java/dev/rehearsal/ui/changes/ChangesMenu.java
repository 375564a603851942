package dev.rehearsal.ui.changes;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangesMenu {

    private static final Messages MESSAGES = Messages.beside(ChangesMenu.class);

    @Bean
    MenuEntry changesEntry() {
        return new MenuEntry(MenuGroup.SHIP, 35, MenuIcon.CHANGES, MESSAGES.get("menu"), "changes", true);
    }

    @Bean
    SearchAction goBack() {
        return new SearchAction(75, MESSAGES.get("action.back"), MESSAGES.get("action.back.words"), "changes/back");
    }

    @Bean
    SearchAction seeQueue() {
        return new SearchAction(77, MESSAGES.get("action.queue"), MESSAGES.get("action.queue.words"), "changes");
    }
}
