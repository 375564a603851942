package dev.rehearsal.signoff.ui;

import dev.rehearsal.shell.MenuEntry;
import dev.rehearsal.shell.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignoffMenu {

    private static final Messages MESSAGES = Messages.beside(SignoffMenu.class);

    @Bean
    MenuEntry signoffsEntry() {
        return new MenuEntry(110, MESSAGES.get("menu"), "signoffs", true);
    }
}
