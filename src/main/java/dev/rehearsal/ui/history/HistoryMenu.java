package dev.rehearsal.ui.history;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryMenu {

    private static final Messages MESSAGES = Messages.beside(HistoryMenu.class);

    @Bean
    MenuEntry historyEntry() {
        return new MenuEntry(MenuGroup.LOOK, 75, MenuIcon.HISTORY, MESSAGES.get("title"), "history", true);
    }

    @Bean
    SearchAction seeHistory() {
        return new SearchAction(80, MESSAGES.get("action.see"), MESSAGES.get("action.see.words"), "history");
    }
}
