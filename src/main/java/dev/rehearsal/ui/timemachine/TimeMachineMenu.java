package dev.rehearsal.ui.timemachine;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeMachineMenu {

    private static final Messages MESSAGES = Messages.beside(TimeMachineMenu.class);

    @Bean
    MenuEntry timeMachineEntry() {
        return new MenuEntry(MenuGroup.LOOK, 70, MenuIcon.TIME_MACHINE, MESSAGES.get("title"), "time-machine", true);
    }
}
