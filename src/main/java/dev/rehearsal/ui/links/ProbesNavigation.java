package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Messages;
import org.jspecify.annotations.Nullable;

/** Makes links to the screen of probes. */
public final class ProbesNavigation {

    private static final Messages MESSAGES = Messages.beside(ProbesNavigation.class);

    static final String COMPARE = "probes/compare";

    private ProbesNavigation() {}

    /**
     * Links to the form that keeps a question.
     *
     * @param url of the live channel
     * @param release that it would get; null for no update
     */
    public static RouterLink linkToKeep(String url, @Nullable ReleaseName release) {
        return link(
                MESSAGES.get("keep"),
                ProbesAddress.ALL.doing(new ProbesAddress.Task.Add(url, release == null ? "" : release.value())));
    }

    /** Links to the form that changes this probe. */
    public static RouterLink linkTo(String text, long probe) {
        return link(text, ProbesAddress.ALL.doing(new ProbesAddress.Task.Change(Long.toString(probe))));
    }

    /** Links to the probes of one product on one live channel. */
    public static RouterLink linkTo(String text, String product, String liveChannel) {
        return link(text, ProbesAddress.ALL.about(product, liveChannel, ""));
    }

    public static RouterLink link(String text, ProbesAddress address) {
        return at(address).saying(text);
    }

    /** Links to the comparison of a test channel with its live channel. */
    public static RouterLink linkToCompare(String text) {
        return new Link(COMPARE).saying(text);
    }

    public static void open(UI ui, ProbesAddress address) {
        at(address).open(ui);
    }

    /** Says in the address bar what is shown already. */
    public static void note(UI ui, ProbesAddress address) {
        at(address).note(ui);
    }

    static Link at(ProbesAddress address) {
        return new Link("probes", address.query());
    }
}
