package dev.rehearsal.ui.people;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.Location;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.access.Town;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.StateReplaced;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.notice.NoticeWishes;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.RefusalLine;
import dev.rehearsal.ui.frame.Viewer;
import dev.rehearsal.ui.frame.ViewsByHand;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The screen of people over one town, without a browser. */
final class PeopleScreen implements AfterEachCallback {

    private final TestDatabase database;
    private final Town town;
    private final OpenScreens openScreens = new OpenScreens(Runnable::run);

    PeopleScreen(TestDatabase database, Town town) {
        this.database = database;
        this.town = town;
    }

    /** What somebody sees who is signed in and goes there. */
    PeopleScreen open(String viewer, String location) {
        return openWith(town.accounts, viewer, location);
    }

    /** What they see where an issuer says who people are. */
    PeopleScreen openWithIssuer(String viewer, String location) {
        return openWith(Town.ISSUER, town.accounts, viewer, location);
    }

    /** What they see where these accounts are. */
    PeopleScreen openWith(Accounts accounts, String viewer, String location) {
        return openWith(OidcOptions.NONE, accounts, viewer, location);
    }

    private PeopleScreen openWith(OidcOptions issuer, Accounts accounts, String viewer, String location) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(new Actor(viewer), null, List.of()));
        PeopleDesk desk = new PeopleDesk(
                new SignedIn(),
                town.people,
                town.access,
                town.grants,
                town.tokens,
                accounts,
                town.secrets,
                town.sessions,
                town.identities,
                issuer,
                database.bean(ChangeSets.class),
                database.bean(NoticeWishes.class),
                database.bean(TestClock.class));
        Map<Class<?>, Supplier<?>> made = Map.of(
                MainLayout.class,
                        () -> new MainLayout(
                                List.of(new PeopleMenu().peopleEntry()),
                                List.of(),
                                ViewsByHand.NODE,
                                new Somebody(viewer),
                                List.of(),
                                openScreens),
                PeopleView.class, () -> new PeopleView(desk, openScreens));
        ViewsByHand.open(made, PeopleView.class);
        go(location);
        return this;
    }

    void go(String location) {
        Location parsed = new Location(location);
        UI.getCurrent().navigate(parsed.getPath(), parsed.getQueryParameters());
    }

    List<String> rows() {
        return LocatorJ._find(LocatorJ._get(NativeTableBody.class), NativeTableRow.class).stream()
                .map(row -> String.join(
                        " | ",
                        row.getChildren()
                                .map(PeopleScreen::textOf)
                                .map(String::strip)
                                .toList()))
                .toList();
    }

    /** What the panel of one person says. */
    String panel() {
        return textOf(LocatorJ._get(Aside.class));
    }

    String text() {
        return textOf(LocatorJ._get(PeopleView.class));
    }

    String refusals() {
        return String.join(
                "",
                LocatorJ._find(RefusalLine.class).stream()
                        .map(PeopleScreen::textOf)
                        .toList());
    }

    /** What is asked before something is done, and what is said when it is refused then. */
    String question() {
        return textOf(LocatorJ._get(ConfirmationDialog.class));
    }

    void press(String label) {
        LocatorJ._click(button(label));
    }

    /** The reason beside a button; empty where it can be pressed. */
    String whyNot(String label) {
        return button(label).isEnabled()
                ? ""
                : textOf(button(label).getParent().orElseThrow())
                        .replaceFirst("^" + button(label).getText(), "")
                        .strip();
    }

    private static Button button(String label) {
        return LocatorJ._find(Button.class).stream()
                .filter(button -> label.equals(button.getAriaLabel().orElse(button.getText())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no button " + label));
    }

    /** As if somebody typed or chose it. */
    <C extends AbstractField<C, V>, V> void enter(Class<C> type, String label, V value) {
        C field = LocatorJ._find(type).stream()
                .filter(candidate -> label.equals(candidate.getElement().getProperty("accessibleName"))
                        || label.equals(candidate.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no field " + label));
        field.setValue(value);
        LocatorJ._fireValueChange(field, true);
    }

    /** Others have changed something; this node serves it now. */
    void stateIsReplaced() {
        openScreens.onStateReplaced(
                new StateReplaced(database.bean(WriteLock.class).version()));
        MockVaadin.clientRoundtrip(false);
    }

    static String textOf(Component component) {
        if (component instanceof Text text) {
            return text.getText();
        }
        if (!component.isVisible()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        List<Component> children = component.getChildren().toList();
        if (children.isEmpty()) {
            text.append(component.getElement().getTextRecursively());
        }
        children.forEach(child -> text.append(textOf(child)).append(' '));
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    private record Somebody(String name) implements Viewer {

        @Override
        public void signOut() {
            throw new UnsupportedOperationException("Nobody signs out here");
        }
    }
}
