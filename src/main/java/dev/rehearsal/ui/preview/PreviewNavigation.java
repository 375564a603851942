package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;

/** Ways to the preview of a test channel. */
public final class PreviewNavigation {

    static final String TEST_CHANNEL = "testChannel";

    private PreviewNavigation() {}

    /** @param product null for that of the mapping */
    public static RouterLink linkTo(String testChannel, @Nullable String product) {
        return linkTo(testChannel, PreviewAddress.of(testChannel, product));
    }

    static RouterLink linkTo(String text, PreviewAddress address) {
        RouterLink link = new RouterLink(text, PreviewView.class, parameters(address));
        link.setQueryParameters(address.query());
        return link;
    }

    /** Goes there, as a step that the browser's back button takes back. */
    static void open(UI ui, PreviewAddress address) {
        ui.navigate(PreviewView.class, parameters(address), address.query());
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, PreviewAddress address) {
        String path = RouteConfiguration.forSessionScope().getUrl(PreviewView.class, parameters(address));
        ui.getPage().getHistory().replaceState(null, new Location(path, address.query()));
    }

    private static RouteParameters parameters(PreviewAddress address) {
        return new RouteParameters(TEST_CHANNEL, address.testChannel());
    }
}
