package dev.rehearsal.ui.mappings;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MappingMenu {

    private static final Messages MESSAGES = Messages.beside(MappingMenu.class);

    @Bean
    MenuEntry mappingsEntry() {
        return new MenuEntry(100, MESSAGES.get("menu"), "mappings", true);
    }
}
