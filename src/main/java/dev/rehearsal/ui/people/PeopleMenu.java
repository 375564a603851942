package dev.rehearsal.ui.people;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PeopleNavigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleMenu {

    private static final Messages MESSAGES = Messages.beside(PeopleMenu.class);

    @Bean
    MenuEntry peopleEntry() {
        return new MenuEntry(MenuGroup.SET_UP, 115, MenuIcon.PEOPLE, MESSAGES.get("menu"), PeopleNavigation.PATH, true);
    }
}
