package dev.rehearsal.ui.traffic;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.TrafficNavigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrafficMenu {

    private static final Messages MESSAGES = Messages.beside(TrafficMenu.class);

    @Bean
    MenuEntry trafficEntry() {
        return new MenuEntry(MenuGroup.LOOK, 95, MenuIcon.TRAFFIC, MESSAGES.get("title"), TrafficNavigation.PATH, true);
    }
}
