package dev.rehearsal.ui.people;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.DemoPeople;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.SignIn;
import dev.rehearsal.access.Town;
import dev.rehearsal.ui.frame.ViewsByHand;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInViewTest {

    private static final String PASSWORD = "correct horse battery";

    private final Town town = new Town(TestDatabase.H2.emptied());

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void theFirstAdministratorComesInWithTheBootstrapToken() {
        open();
        begin(Town.BOOTSTRAP_TOKEN, " ada ", PASSWORD);

        assertThat(text()).contains("ada is an administrator now: sign in above with the new password.");
        assertThat(town.accounts.hasPassword("ada")).isTrue();
        assertThat(town.permission("ada", PermissionName.ADMIN)).isNotNull();
    }

    @Test
    void aWrongTokenIsTold() {
        open();
        begin("guessed", "eve", PASSWORD);

        assertThat(text()).contains("is not the one that this server was started with");
        assertThat(town.person("eve").isKnown()).isFalse();
    }

    @Test
    void theFirstStartIsOfferedToNobodyOnceSomebodyCanSignIn() {
        town.accounts.setPassword(Town.ADMIN, Town.ADMIN.name(), PASSWORD);

        open();

        assertThat(_find(FirstStartSection.class)).isEmpty();
    }

    private void open() {
        ViewsByHand.open(
                Map.of(
                        SignInView.class,
                        () -> new SignInView(
                                new DemoPeople(Map.of()), town.people, town.firstStart(), OidcOptions.NONE)),
                SignInView.class);
        UI.getCurrent().navigate(SignIn.PAGE);
    }

    private static void begin(String token, String name, String password) {
        _get(PasswordField.class, field -> field.withLabel("Bootstrap token")).setValue(token);
        _get(TextField.class, field -> field.withLabel("Your name")).setValue(name);
        _get(PasswordField.class, field -> field.withLabel("Your new password")).setValue(password);
        _click(_get(Button.class, button -> button.withText("Make me the first administrator")));
    }

    private static String text() {
        return PeopleScreen.textOf(_get(SignInView.class));
    }
}
