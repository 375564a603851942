package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.ui.links.SignoffsAddress.Task;

/** Makes links to the screen of signoffs and gates. */
public final class SignoffNavigation {

    private SignoffNavigation() {}

    /** Returns what changes of this product need. */
    public static RouterLink linkTo(String text, String product) {
        return link(text, new SignoffsAddress(product, new Task.None(), null));
    }

    /** The form that changes this gate. */
    public static RouterLink linkToGate(String text, long gate) {
        return link(text, new SignoffsAddress("", new Task.ChangeGate(Long.toString(gate)), null));
    }

    /** The form that changes this freeze window. */
    public static RouterLink linkToWindow(String text, long window) {
        return link(text, new SignoffsAddress("", new Task.ChangeWindow(Long.toString(window)), null));
    }

    /** The form that changes this guard rail. */
    public static RouterLink linkToRail(String text, long rail) {
        return link(text, new SignoffsAddress("", new Task.ChangeRail(Long.toString(rail)), null));
    }

    public static RouterLink link(String text, SignoffsAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, SignoffsAddress address) {
        at(address).open(ui);
    }

    static Link at(SignoffsAddress address) {
        return new Link("signoffs", address.query());
    }
}
