package dev.rehearsal.ui.webhooks;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.WebhookNavigation;
import dev.rehearsal.ui.links.WebhooksAddress;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Shows where notices of the installation go, what is on its way, and what was given up. */
@Route(value = WebhookNavigation.PATH, layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("webhooks.css")
class WebhooksView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(WebhooksView.class);

    private final WebhookDesk desk;
    private final Button add =
            new Button(MESSAGES.get("add"), click -> open(address().at(WebhooksAddress.NEW)));
    private final Div ways = new Div();
    private final Div list = new Div();
    private final WebhookPanel panel;
    private final Div body;
    private WebhooksAddress address = WebhooksAddress.LIST;

    WebhooksView(WebhookDesk desk, OpenScreens openScreens) {
        this.desk = desk;
        this.panel = new WebhookPanel(desk, this::refresh, () -> open(address.at("")));
        add.addThemeNames("primary", "small");
        ways.addClassName("ways");
        list.addClassName("lists");
        Header header = new Header(new H1(MESSAGES.get("title")), add);
        header.addClassName("screen-header");
        body = new Div(list, panel);
        body.addClassName("with-panel");
        addClassName("webhooks");
        add(header, ways, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = WebhooksAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return WebhooksAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page");
    }

    private WebhooksAddress address() {
        return address;
    }

    private void refresh() {
        String whyNot = desk.whyNot();
        list.removeAll();
        ways.removeAll();
        add.setVisible(whyNot == null);
        panel.setVisible(whyNot == null && !address.webhook().isEmpty());
        body.setClassName("panel-open", panel.isVisible());
        if (whyNot != null) {
            list.add(new EmptyState(MESSAGES.get("hidden", whyNot)));
            return;
        }
        showWays();
        List<Webhook> all = desk.webhooks().all(desk.actor());
        list.add(
                all.isEmpty()
                        ? new EmptyState(MESSAGES.get("none"), new Paragraph(MESSAGES.get("none.next")))
                        : new WebhookTable(all, address));
        list.add(new DeliveryList(desk, address, this::refresh));
        panel.show(address.webhook());
    }

    /** What has to be set before anything can leave, where it is not. */
    private void showWays() {
        ways.add(new Paragraph(
                desk.options().webhookHosts().isEmpty()
                        ? MESSAGES.get("way.no-hosts")
                        : MESSAGES.get(
                                "way.hosts", String.join(", ", desk.options().webhookHosts()))));
        ways.add(new Paragraph(MESSAGES.get(desk.wishes().areMailed() ? "way.mail" : "way.no-mail")));
        if (!desk.address().isKnown()) {
            ways.add(new Paragraph(MESSAGES.get("way.no-address")));
        }
    }

    private void open(WebhooksAddress next) {
        WebhookNavigation.open(ui(), next);
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
