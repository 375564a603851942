package dev.rehearsal.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.BootstrapToken;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.access.Town;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class BootstrapNoticeTest {

    private final Town town = new Town(TestDatabase.H2.emptied());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void administratorsAreToldWhileTheTokenIsSet() {
        assertThat(seenBy(Town.ADMIN.name(), Town.BOOTSTRAP_TOKEN))
                .singleElement()
                .satisfies(notice -> assertThat(PeopleScreen.textOf(notice)).contains("bootstrap token is still set"));
        assertThat(seenBy(Town.ADMIN.name(), "")).isEmpty();
    }

    @Test
    void nobodyElseIsTold() {
        town.with("ben", Town.rule());

        assertThat(seenBy("ben", Town.BOOTSTRAP_TOKEN)).isEmpty();
    }

    private List<Component> seenBy(String person, String token) {
        town.signIn(person);
        return new BootstrapNotice(new BootstrapToken(token), town.people, new SignedIn()).current();
    }
}
