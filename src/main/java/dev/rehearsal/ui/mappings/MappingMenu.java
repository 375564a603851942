package dev.rehearsal.ui.mappings;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.MappingNavigation;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MappingMenu {

    private static final Messages MESSAGES = Messages.beside(MappingMenu.class);

    @Bean
    MenuEntry mappingsEntry() {
        return new MenuEntry(MenuGroup.SET_UP, 80, MenuIcon.MAPPINGS, MESSAGES.get("menu"), "mappings", true);
    }

    @Bean
    SearchAction newMapping() {
        return new SearchAction(
                50, MESSAGES.get("action.new"), MESSAGES.get("action.new.words"), MappingNavigation.pathToAdd());
    }
}
