package dev.rehearsal.ui.pins;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PinMenu {

    private static final Messages MESSAGES = Messages.beside(PinMenu.class);

    @Bean
    MenuEntry pinsEntry() {
        return new MenuEntry(65, MESSAGES.get("pins"), "pins", true);
    }
}
