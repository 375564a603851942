package dev.rehearsal.ui.waiting;

import dev.rehearsal.access.SignedIn;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WaitingMenu {

    private static final Messages MESSAGES = Messages.beside(WaitingMenu.class);

    @Bean
    MenuEntry waitingEntry(WaitingForMe waiting, SnapshotKeeper snapshots, SignedIn signedIn) {
        return new MenuEntry(MenuGroup.FIRST, 50, MenuIcon.WAITING, MESSAGES.get("menu"), "waiting", false, () -> {
            Actor viewer = signedIn.actor();
            return () -> waiting.count(snapshots.current(), viewer);
        });
    }
}
