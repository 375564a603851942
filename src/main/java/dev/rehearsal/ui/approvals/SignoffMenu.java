package dev.rehearsal.ui.approvals;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignoffMenu {

    private static final Messages MESSAGES = Messages.beside(SignoffMenu.class);

    @Bean
    MenuEntry signoffsEntry() {
        return new MenuEntry(MenuGroup.SET_UP, 110, MenuIcon.SIGNOFFS, MESSAGES.get("menu"), "signoffs", true);
    }
}
