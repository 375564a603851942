package dev.rehearsal.probe.ui;

import dev.rehearsal.shell.MenuEntry;
import dev.rehearsal.shell.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProbeMenu {

    private static final Messages MESSAGES = Messages.beside(ProbeMenu.class);

    @Bean
    MenuEntry probesEntry() {
        return new MenuEntry(60, MESSAGES.get("title"), "probes", true);
    }
}
