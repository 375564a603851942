package dev.rehearsal.ui.changes;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.Messages;
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
