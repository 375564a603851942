package dev.rehearsal.ui.people;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PeopleNavigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleMenu {

    private static final Messages MESSAGES = Messages.beside(PeopleMenu.class);

    @Bean
    MenuEntry peopleEntry() {
        return new MenuEntry(90, MESSAGES.get("menu"), PeopleNavigation.PATH, true);
    }
}
