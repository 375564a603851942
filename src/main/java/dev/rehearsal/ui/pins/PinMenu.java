package dev.rehearsal.ui.pins;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PinMenu {

    private static final Messages MESSAGES = Messages.beside(PinMenu.class);

    @Bean
    MenuEntry pinsEntry() {
        return new MenuEntry(MenuGroup.SHIP, 65, MenuIcon.PINS, MESSAGES.get("pins"), "pins", true);
    }

    @Bean
    SearchAction setPin() {
        return new SearchAction(45, MESSAGES.get("action.set"), MESSAGES.get("action.set.words"), "pins?do=add");
    }
}
