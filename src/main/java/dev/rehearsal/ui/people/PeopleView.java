package dev.rehearsal.ui.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.Person;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.PeopleNavigation;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** A screen of the people: for one of them what they may do, hold and sign in with. */
@Route(value = PeopleNavigation.PATH + "/:" + PeopleNavigation.NAME + "?", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("people.css")
class PeopleView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(PeopleView.class);

    private final PeopleDesk desk;
    private final PeopleTable table;
    private final Aside aside = new Aside();
    private @Nullable PersonPanel panel;
    private String name = "";

    PeopleView(PeopleDesk desk, OpenScreens openScreens) {
        this.desk = desk;
        this.table = new PeopleTable(
                filter -> PeopleNavigation.note(ui(), name, filter), person -> PeopleNavigation.open(ui(), person, ""));
        addClassName("people");
        Div body = new Div(table, aside);
        body.addClassName("people-body");
        add(new Header(new H1(MESSAGES.get("title"))), body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        name = entering.getRouteParameters().get(PeopleNavigation.NAME).orElse("");
        table.narrow(entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(PeopleNavigation.FILTER)
                .orElse(""));
        panel = null;
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return PeopleNavigation.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", name.isEmpty() ? MESSAGES.get("menu") : name);
    }

    private void refresh() {
        table.show(desk.visible(), name, desk.whyNot(Action.VIEW), desk.whyNot(Action.CREATE));
        String instead = insteadOfPanel();
        if (instead != null) {
            panel = null;
            aside.removeAll();
            aside.add(new EmptyState(instead));
            return;
        }
        Person person = desk.find(name);
        if (panel == null) {
            panel = new PersonPanel(desk, name, this::refresh);
            aside.removeAll();
            aside.add(panel);
        }
        panel.show(person);
    }

    private @Nullable String insteadOfPanel() {
        if (name.isEmpty()) {
            return MESSAGES.get("nobody.chosen");
        }
        String hidden = desk.whyNot(Action.VIEW, name);
        if (hidden != null) {
            return MESSAGES.get("nobody.hidden", name, hidden);
        }
        if (!desk.isMyself(name) && !Person.canBeCalled(name)) {
            return MESSAGES.get("nobody.impossible", name);
        }
        return desk.find(name).isKnown() || desk.whyNot(Action.CREATE) == null
                ? null
                : MESSAGES.get("nobody.unknown", name);
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
