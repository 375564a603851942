package dev.rehearsal.ui.following;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.FollowingNavigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FollowingMenu {

    private static final Messages MESSAGES = Messages.beside(FollowingMenu.class);

    @Bean
    MenuEntry followingEntry() {
        return new MenuEntry(
                MenuGroup.SET_UP, 119, MenuIcon.FOLLOWING, MESSAGES.get("following"), FollowingNavigation.PATH, true);
    }
}
