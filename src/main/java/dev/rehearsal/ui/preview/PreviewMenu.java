package dev.rehearsal.ui.preview;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.AskAddress;
import dev.rehearsal.ui.links.AskNavigation;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PreviewMenu {

    private static final Messages MESSAGES = Messages.beside(PreviewMenu.class);

    @Bean
    MenuEntry previewEntry() {
        return new MenuEntry(MenuGroup.LOOK, 20, MenuIcon.PREVIEW, MESSAGES.get("preview.title"), "channels", true);
    }

    @Bean
    SearchAction ask() {
        return new SearchAction(
                60,
                MESSAGES.get("action.ask"),
                MESSAGES.get("action.ask.words"),
                AskNavigation.path(new AskAddress("", null)));
    }
}
