package dev.rehearsal.release.ui;

import dev.rehearsal.shell.MenuEntry;
import dev.rehearsal.shell.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReleaseMenu {

    private static final Messages MESSAGES = Messages.beside(ReleaseMenu.class);

    @Bean
    MenuEntry releasesEntry() {
        return new MenuEntry(60, MESSAGES.get("releases"), "releases", true);
    }
}
