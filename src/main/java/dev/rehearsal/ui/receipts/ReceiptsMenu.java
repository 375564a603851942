package dev.rehearsal.ui.receipts;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ReceiptNavigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceiptsMenu {

    private static final Messages MESSAGES = Messages.beside(ReceiptsMenu.class);

    @Bean
    MenuEntry receiptsEntry() {
        return new MenuEntry(
                MenuGroup.LOOK, 77, MenuIcon.RECEIPTS, MESSAGES.get("title"), ReceiptNavigation.PATH, true);
    }
}
