package dev.rehearsal.channel.ui;

import dev.rehearsal.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MappingMenu {

    @Bean
    MenuEntry mappingsEntry() {
        return new MenuEntry(100, "Mappings", "mappings", true);
    }
}
