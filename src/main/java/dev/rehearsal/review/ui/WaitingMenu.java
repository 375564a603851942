package dev.rehearsal.review.ui;

import dev.rehearsal.access.SignedIn;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.review.WaitingForMe;
import dev.rehearsal.shell.MenuEntry;
import dev.rehearsal.shell.Messages;
import dev.rehearsal.snapshot.SnapshotKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WaitingMenu {

    private static final Messages MESSAGES = Messages.beside(WaitingMenu.class);

    @Bean
    MenuEntry waitingEntry(WaitingForMe waiting, SnapshotKeeper snapshots, SignedIn signedIn) {
        return new MenuEntry(50, MESSAGES.get("menu"), "waiting", false, () -> {
            Actor viewer = signedIn.actor();
            return () -> waiting.count(snapshots.current(), viewer);
        });
    }
}
