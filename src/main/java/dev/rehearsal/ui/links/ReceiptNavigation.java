package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Makes links to the screen of receipts. */
public final class ReceiptNavigation {

    public static final String PATH = "receipts";

    private ReceiptNavigation() {}

    public static RouterLink link(String text, ReceiptsAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, ReceiptsAddress address) {
        at(address).open(ui);
    }

    static Link at(ReceiptsAddress address) {
        return new Link(PATH, address.query());
    }
}
