package dev.rehearsal.ui.channels;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChannelsMenu {

    private static final Messages MESSAGES = Messages.beside(ChannelsMenu.class);

    @Bean
    MenuEntry channelsEntry() {
        return new MenuEntry(MenuGroup.FIRST, 10, MenuIcon.CHANNELS, MESSAGES.get("channels.title"), "", false);
    }
}
