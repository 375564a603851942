package dev.rehearsal.ui.people;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.access.Town.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentitySectionTest {

    private static final String BEN = "ben@example.org";

    private final TestDatabase database = TestDatabase.H2.emptied();
    private final Town town = new Town(database);

    @RegisterExtension
    final PeopleScreen screen = new PeopleScreen(database, town);

    @BeforeEach
    void settle() {
        town.with(BEN, Town.rule());
    }

    @Test
    void isNotThereWithoutAnIssuer() {
        screen.open(ADMIN.name(), "people/" + BEN);

        assertThat(_find(IdentitySection.class)).isEmpty();
    }

    @Test
    void anAdministratorBindsSomebodyToAnAccount() {
        screen.openWithIssuer(ADMIN.name(), "people/" + BEN);

        _get(
                        TextField.class,
                        field -> field.withPredicate(one -> one.getAriaLabel()
                                .filter(label -> label.startsWith("Account"))
                                .isPresent()))
                .setValue("S1");
        _click(_get(Button.class, button -> button.withText("Bind")));

        assertThat(screen.panel()).contains("Signs in as the account S1");
    }

    @Test
    void nobodyIsOfferedToBindThemselves() {
        screen.openWithIssuer(ADMIN.name(), "people/" + ADMIN.name());

        assertThat(screen.panel()).contains("Nobody binds themselves");
    }
}
