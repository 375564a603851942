package dev.rehearsal.ui.links;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes links to the time machine. */
public final class TimeMachineNavigation {

    private TimeMachineNavigation() {}

    /** Links to a moment of a test channel by anything that says where it leads. */
    public static RouterLink linkTo(String testChannel, @Nullable String product, Instant at, Component... content) {
        return link(
                new TimeMachineAddress(testChannel, Objects.requireNonNullElse(product, ""), at, null, ""), content);
    }

    public static RouterLink link(TimeMachineAddress address, Component... content) {
        return at(address).around(content);
    }

    public static void open(UI ui, TimeMachineAddress address) {
        at(address).open(ui);
    }

    static Link at(TimeMachineAddress address) {
        return new Link("time-machine", address.query());
    }
}
