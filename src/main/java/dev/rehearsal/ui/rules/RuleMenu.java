package dev.rehearsal.ui.rules;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleMenu {

    private static final Messages MESSAGES = Messages.beside(RuleMenu.class);

    @Bean
    MenuEntry rulesEntry() {
        return new MenuEntry(30, MESSAGES.get("list.title"), "rules", true);
    }
}
