package dev.rehearsal.timemachine.ui;

import dev.rehearsal.shell.MenuEntry;
import dev.rehearsal.shell.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeMachineMenu {

    private static final Messages MESSAGES = Messages.beside(TimeMachineMenu.class);

    @Bean
    MenuEntry timeMachineEntry() {
        return new MenuEntry(70, MESSAGES.get("title"), "time-machine", true);
    }
}
