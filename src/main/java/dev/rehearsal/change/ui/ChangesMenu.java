package dev.rehearsal.change.ui;

import dev.rehearsal.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangesMenu {

    @Bean
    MenuEntry changesEntry() {
        return new MenuEntry(40, "Changes", "changes", true);
    }
}
