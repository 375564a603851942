package dev.rehearsal.history.ui;

import dev.rehearsal.shell.MenuEntry;
import dev.rehearsal.shell.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryMenu {

    private static final Messages MESSAGES = Messages.beside(HistoryMenu.class);

    @Bean
    MenuEntry historyEntry() {
        return new MenuEntry(75, MESSAGES.get("title"), "history", true);
    }
}
