package dev.rehearsal.ui.receipts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.history.receipt.Receipt;
import dev.rehearsal.history.receipt.ReceiptState;
import dev.rehearsal.history.receipt.Receipts;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.PageLinks;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.ReceiptNavigation;
import dev.rehearsal.ui.links.ReceiptsAddress;
import jakarta.annotation.security.PermitAll;

/** Lists the receipts of enacted sets, newest first, and opens one with its files. */
@Route(value = ReceiptNavigation.PATH, layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("receipts.css")
class ReceiptsView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ReceiptsView.class);
    private static final int ENTRIES = 50;

    private final Receipts receipts;
    private final Div ways = new Div();
    private final Div list = new Div();
    private final PageLinks pages = new PageLinks(ENTRIES);
    private final ReceiptPanel panel;
    private final Div body;
    private ReceiptsAddress address = ReceiptsAddress.ALL;

    ReceiptsView(Receipts receipts, SignedIn signedIn, OpenScreens openScreens) {
        this.receipts = receipts;
        this.panel = new ReceiptPanel(
                receipts, signedIn.actor(), () -> ReceiptNavigation.open(getUI().orElseThrow(), address.opening(null)));
        ways.addClassName("ways");
        list.addClassName("lists");
        Header header = new Header(new H1(MESSAGES.get("title")));
        header.addClassName("screen-header");
        body = new Div(list, panel);
        body.addClassName("with-panel");
        addClassName("receipts");
        add(header, ways, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = ReceiptsAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return ReceiptsAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page");
    }

    private void refresh() {
        showWays(receipts.state());
        Page<Receipt> found = found();
        list.removeAll();
        if (found.items().isEmpty()) {
            list.add(found.count() > 0 ? beyondTheLast() : nothing());
        } else {
            list.add(new ReceiptTable(found.items().stream().map(receipts::told).toList(), address), pages);
            pages.show(address.page(), found, (text, page) -> ReceiptNavigation.link(text, address.at(page)));
        }
        Long open = address.receipt();
        panel.setVisible(open != null);
        body.setClassName("panel-open", open != null);
        if (open != null) {
            panel.show(open);
        }
    }

    private Page<Receipt> found() {
        Paging paging = new Paging(address.page(), ENTRIES);
        Long set = address.set();
        return set == null
                ? receipts.page(paging)
                : Page.of(receipts.of(new ChangeSetId(set)).reversed(), paging);
    }

    /** Says how receipts are signed here, and what to do where they are not. */
    private void showWays(ReceiptState state) {
        ways.removeAll();
        String key = state.key();
        ways.add(
                key == null
                        ? new Paragraph(MESSAGES.get("way.no-key"))
                        : new Paragraph(MESSAGES.parts("way.key", new Code(key.substring(0, 16)))));
        if (state.trouble() != null) {
            ways.add(new Paragraph(MESSAGES.get("way.trouble", state.trouble())));
        }
        if (key != null && state.unsigned() > 0) {
            ways.add(new Paragraph(MESSAGES.get("way.unsigned", state.unsigned())));
        }
        if (state.waiting() > 0) {
            ways.add(new Paragraph(MESSAGES.get("way.waiting", state.waiting())));
        }
        receipts.head()
                .ifPresent(head -> ways.add(new Paragraph(
                        MESSAGES.parts("way.head", Long.toString(head.number()), new Code(head.digest())))));
        Long set = address.set();
        if (set != null) {
            ways.add(new Paragraph(MESSAGES.parts(
                    "way.set",
                    ChangesNavigation.linkTo(new ChangeSetId(set), "#" + set),
                    ReceiptNavigation.link(MESSAGES.get("way.all"), ReceiptsAddress.ALL))));
        }
    }

    private Component beyondTheLast() {
        return new EmptyState(
                MESSAGES.get("none.beyond"), ReceiptNavigation.link(MESSAGES.get("none.newest"), address.at(1)));
    }

    private Component nothing() {
        Long set = address.set();
        if (set == null) {
            return new EmptyState(MESSAGES.get("none"), new Paragraph(MESSAGES.get("none.next")));
        }
        boolean willBe = receipts.areKeptOf(new ChangeSetId(set));
        return new EmptyState(MESSAGES.get(willBe ? "none.yet" : "none.of-set"));
    }
}
