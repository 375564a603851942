package dev.rehearsal.ui.traffic;

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
import dev.rehearsal.traffic.LoadedList;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.TrafficNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Shows how many requests came on which channel, and which lists stand for the sample; loads and removes these. */
@Route(value = TrafficNavigation.PATH, layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("traffic.css")
class TrafficView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(TrafficView.class);

    private final TrafficDesk desk;
    private final Paragraph sampled = new Paragraph();
    private final Div channels = new Div();
    private final Div lists = new Div();

    TrafficView(TrafficDesk desk, OpenScreens openScreens) {
        this.desk = desk;
        Header header = new Header(new H1(MESSAGES.get("title")));
        header.addClassName("screen-header");
        Paragraph requests = new Paragraph(MESSAGES.get("requests"));
        sampled.addClassName("about");
        requests.addClassName("about");
        addClassName("traffic");
        add(header, requests, sampled, channels, lists);
        String whyNot = desk.lists().whyNot(desk.actor());
        add(whyNot == null ? new ListForm(desk, this::refresh) : new Paragraph(MESSAGES.get("load.not", whyNot)));
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page");
    }

    private void refresh() {
        sampled.setText(about());
        List<LoadedList> loaded = desk.lists().all();
        List<ChannelTable.Row> rows = ChannelTable.rows(desk.counts(), loaded);
        channels.removeAll();
        channels.add(
                rows.isEmpty()
                        ? new EmptyState(MESSAGES.get("none"), new Paragraph(MESSAGES.get("none.next")))
                        : new ChannelTable(rows));
        lists.removeAll();
        if (!loaded.isEmpty()) {
            lists.add(new ListTable(desk, loaded, this::refresh));
        }
    }

    private String about() {
        if (!desk.options().sample()) {
            return MESSAGES.get("sample.off");
        }
        String kept = MESSAGES.get(
                "sample.on", desk.options().perChannel(), desk.options().keep().toDays());
        return desk.options().without().isEmpty()
                ? kept
                : kept + " "
                        + MESSAGES.get(
                                "sample.without",
                                String.join(", ", desk.options().without()));
    }
}
