package dev.rehearsal.change.ui;

import dev.rehearsal.shell.MenuEntry;
import dev.rehearsal.shell.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangesMenu {

    private static final Messages MESSAGES = Messages.beside(ChangesMenu.class);

    @Bean
    MenuEntry changesEntry() {
        return new MenuEntry(40, MESSAGES.get("menu"), "changes", true);
    }
}
