package dev.rehearsal.ui.emergency;

import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.EmergencyNavigation;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmergencyMenu {

    private static final Messages MESSAGES = Messages.beside(EmergencyMenu.class);

    /** With how many products and channels are shut off. */
    @Bean
    MenuEntry emergencyEntry(SnapshotKeeper snapshots) {
        return new MenuEntry(
                MenuGroup.SET_UP,
                120,
                MenuIcon.EMERGENCY,
                MESSAGES.get("emergency"),
                EmergencyNavigation.PATH,
                false,
                () -> () -> snapshots.current().shutoffs().stopped().size());
    }

    @Bean
    SearchAction shutOff() {
        return new SearchAction(
                70, MESSAGES.get("action.shut-off"), MESSAGES.get("action.shut-off.words"), EmergencyNavigation.PATH);
    }
}
