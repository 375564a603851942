package dev.rehearsal.ui.links;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;

/**
 * An address within the application, which knows nothing of the screen that is shown there.
 *
 * @param path relative to the root of the application, as it reads before it is encoded
 */
public record Link(String path, QueryParameters query) {

    public Link(String path) {
        this(path, QueryParameters.empty());
    }

    /** Returns a way to this address that says where it leads. */
    public RouterLink saying(String text) {
        RouterLink link = new RouterLink();
        link.setText(text);
        lead(link);
        return link;
    }

    /** Returns a way to this address with anything in it that says where it leads. */
    public RouterLink around(Component... content) {
        RouterLink link = new RouterLink();
        link.add(content);
        lead(link);
        return link;
    }

    /** Sets the path first, as a link encodes its path when it is given a query. */
    private void lead(RouterLink link) {
        link.getElement().setAttribute("href", path);
        link.setQueryParameters(query);
    }

    /** Goes there, as a step that the browser's back button takes back. */
    public void open(UI ui) {
        ui.navigate(path, query);
    }

    /** Says in the address bar what is shown already. */
    public void note(UI ui) {
        ui.getPage().getHistory().replaceState(null, location());
    }

    /** Says in the address bar what is shown already, as a step that the browser's back button takes back. */
    public void step(UI ui) {
        ui.getPage().getHistory().pushState(null, location());
    }

    /** Returns path and query in one, as the browser's address bar shows them after the root of the application. */
    public String pathWithQuery() {
        return location().getPathWithQueryParameters();
    }

    private Location location() {
        return new Location(path, query);
    }
}
