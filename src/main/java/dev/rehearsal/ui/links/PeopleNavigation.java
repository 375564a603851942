package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;

/** Makes links to people. */
public final class PeopleNavigation {

    public static final String PATH = "people";
    public static final String NAME = "name";
    public static final String FILTER = "filter";

    public static final AddressParameters PARAMETERS = AddressParameters.NONE.text(FILTER);

    private PeopleNavigation() {}

    public static RouterLink linkTo(String person) {
        return linkTo(person, "");
    }

    public static RouterLink linkTo(String person, String filter) {
        return at(person, filter).saying(person);
    }

    public static RouterLink linkToAll(String text) {
        return at("", "").saying(text);
    }

    /** Goes there, as a step that the browser's back button takes back. */
    public static void open(UI ui, String person, String filter) {
        at(person, filter).open(ui);
    }

    /** Says in the address bar what is shown already. */
    public static void note(UI ui, String person, String filter) {
        at(person, filter).note(ui);
    }

    /** Returns the address of this person, relative to the root of the application; of all people if the name is empty. */
    public static String path(String person) {
        return person.isEmpty() ? PATH : PATH + "/" + person;
    }

    static Link at(String person, String filter) {
        return new Link(path(person), new Query().with(FILTER, filter).parameters());
    }
}
