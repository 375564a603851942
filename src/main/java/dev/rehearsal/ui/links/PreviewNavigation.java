package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;

/** Makes links to the preview of a test channel. */
public final class PreviewNavigation {

    public static final String TEST_CHANNEL = "testChannel";

    private PreviewNavigation() {}

    /** @param product null for that of the mapping */
    public static RouterLink linkTo(String testChannel, @Nullable String product) {
        return linkTo(testChannel, PreviewAddress.of(testChannel, product));
    }

    /** Returns a way home, where all live channels stand with their test channels. */
    public static RouterLink linkToAll(String text) {
        return new Link("").saying(text);
    }

    public static RouterLink linkTo(String text, PreviewAddress address) {
        return at(address).saying(text);
    }

    /** Goes there, as a step that the browser's back button takes back. */
    public static void open(UI ui, PreviewAddress address) {
        at(address).open(ui);
    }

    /** Says in the address bar what is shown already. */
    public static void note(UI ui, PreviewAddress address) {
        at(address).note(ui);
    }

    /** Returns the address, relative to the root of the application. */
    public static String path(PreviewAddress address) {
        return at(address).pathWithQuery();
    }

    static Link at(PreviewAddress address) {
        String channel = address.testChannel();
        return new Link(channel.isEmpty() ? "channels" : "channels/" + channel, address.query());
    }
}
