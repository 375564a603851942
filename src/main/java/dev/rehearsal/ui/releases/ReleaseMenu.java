package dev.rehearsal.ui.releases;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.MenuGroup;
import dev.rehearsal.ui.frame.MenuIcon;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.search.SearchAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReleaseMenu {

    private static final Messages MESSAGES = Messages.beside(ReleaseMenu.class);

    @Bean
    MenuEntry releasesEntry() {
        return new MenuEntry(MenuGroup.SHIP, 40, MenuIcon.RELEASES, MESSAGES.get("releases"), "releases", true);
    }

    @Bean
    SearchAction newRelease() {
        return new SearchAction(
                20, MESSAGES.get("action.new"), MESSAGES.get("action.new.words"), ReleaseNavigation.pathToUpload());
    }

    @Bean
    SearchAction compareReleases() {
        return new SearchAction(
                30,
                MESSAGES.get("action.compare"),
                MESSAGES.get("action.compare.words"),
                ReleaseNavigation.pathToCompare());
    }

    @Bean
    SearchAction cleanUpReleases() {
        return new SearchAction(
                40,
                MESSAGES.get("action.clean-up"),
                MESSAGES.get("action.clean-up.words"),
                ReleaseNavigation.pathToCleanUp());
    }

    @Bean
    SearchAction shipRelease() {
        return new SearchAction(
                18, MESSAGES.get("action.ship"), MESSAGES.get("action.ship.words"), ReleaseNavigation.pathToAll());
    }
}
