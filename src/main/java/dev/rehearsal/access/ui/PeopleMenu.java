package dev.rehearsal.access.ui;

import dev.rehearsal.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleMenu {

    @Bean
    MenuEntry peopleEntry() {
        return new MenuEntry(90, "People", PeopleNavigation.PATH, true);
    }
}
