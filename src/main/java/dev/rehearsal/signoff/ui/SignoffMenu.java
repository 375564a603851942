package dev.rehearsal.signoff.ui;

import dev.rehearsal.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignoffMenu {

    @Bean
    MenuEntry signoffsEntry() {
        return new MenuEntry(110, "Signoffs & gates", "signoffs", true);
    }
}
