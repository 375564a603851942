package dev.rehearsal.ui.releases;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.Messages;
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
