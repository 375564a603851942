package dev.rehearsal.ui.webhooks;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.WebhookNavigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookMenu {

    private static final Messages MESSAGES = Messages.beside(WebhookMenu.class);

    @Bean
    MenuEntry webhooksEntry() {
        return new MenuEntry(
                MenuGroup.SET_UP, 118, MenuIcon.MESSAGES, MESSAGES.get("title"), WebhookNavigation.PATH, true);
    }
}
