package dev.rehearsal.rule.ui;

import dev.rehearsal.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleMenu {

    @Bean
    MenuEntry rulesEntry() {
        return new MenuEntry(30, "Rules", "rules", true);
    }
}
