package dev.rehearsal.ui.probes;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProbeMenu {

    private static final Messages MESSAGES = Messages.beside(ProbeMenu.class);

    @Bean
    MenuEntry probesEntry() {
        return new MenuEntry(MenuGroup.LOOK, 60, MenuIcon.PROBES, MESSAGES.get("title"), "probes", true);
    }
}
