package dev.rehearsal.ui.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;

/** Ways to people. */
public final class PeopleNavigation {

    static final String PATH = "people";
    static final String NAME = "name";
    static final String FILTER = "filter";

    private PeopleNavigation() {}

    public static RouterLink linkTo(String person) {
        return linkTo(person, "");
    }

    static RouterLink linkTo(String person, String filter) {
        RouterLink link = new RouterLink(person, PeopleView.class, new RouteParameters(NAME, person));
        link.setQueryParameters(query(filter));
        return link;
    }

    /** Goes there, as a step that the browser's back button takes back. */
    static void open(UI ui, String person, String filter) {
        ui.navigate(PeopleView.class, new RouteParameters(NAME, person), query(filter));
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, String person, String filter) {
        RouteParameters parameters = person.isEmpty() ? RouteParameters.empty() : new RouteParameters(NAME, person);
        String path = RouteConfiguration.forSessionScope().getUrl(PeopleView.class, parameters);
        ui.getPage().getHistory().replaceState(null, new Location(path, query(filter)));
    }

    private static QueryParameters query(String filter) {
        return filter.isEmpty() ? QueryParameters.empty() : QueryParameters.of(FILTER, filter);
    }
}
