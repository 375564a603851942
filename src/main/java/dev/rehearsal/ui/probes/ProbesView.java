package dev.rehearsal.ui.probes;

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
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeService;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.ProbesAddress;
import dev.rehearsal.ui.links.ProbesAddress.Task;
import dev.rehearsal.ui.links.ProbesNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Saved update queries, what each must get, and what it gets. */
@Route(value = "probes", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("probes.css")
class ProbesView extends Main implements Addressed, BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ProbesView.class);

    /** More at once are no list that anybody reads. */
    private static final int MOST = 500;

    private final SnapshotKeeper snapshots;
    private final Probes probes;
    private final ProbeService probeService;
    private final ProbeFilter filter = new ProbeFilter(this::narrow);
    private final Div list = new Div();
    private final Div body;
    private final RunBar runs;
    private final ProbePanel panel;
    private ProbesAddress address = ProbesAddress.ALL;

    ProbesView(
            SnapshotKeeper snapshots,
            Probes probes,
            ProbeService probeService,
            SignedIn signedIn,
            BackgroundWork work,
            OpenScreens openScreens) {
        this.snapshots = snapshots;
        this.probes = probes;
        this.probeService = probeService;
        this.runs = new RunBar(probes, probeService, snapshots, work, this::refresh);
        this.panel = new ProbePanel(probes, probeService, signedIn, this::close);
        Button add = new Button(MESSAGES.get("add"), click -> open(address.doing(new Task.Add("", ""))));
        add.addThemeNames("primary", "small");
        Header header = new Header(
                new H1(MESSAGES.get("title")),
                filter,
                ProbesNavigation.linkToCompare(MESSAGES.get("compare.link")),
                add);
        header.addClassName("screen-header");
        body = new Div(list, panel);
        body.addClassName("with-panel");
        addClassName("probes");
        add(header, runs, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = ProbesAddress.of(entering.getLocation().getQueryParameters());
        runs.startIfStale(snapshots.current());
        refresh();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        panel.askBefore(leaving);
    }

    @Override
    public AddressParameters parameters() {
        return ProbesAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page-title");
    }

    private void refresh() {
        NodeState state = snapshots.current();
        List<Probe> all = probes.all();
        filter.show(all, address);
        filter.setVisible(!all.isEmpty());
        runs.show(state, !all.isEmpty());
        showList(all);
        boolean open = !(address.task() instanceof Task.None);
        panel.setVisible(open);
        body.setClassName("panel-open", open);
        panel.show(address.task(), state);
    }

    private void showList(List<Probe> all) {
        list.removeAll();
        List<Probe> wanted = ProbeFilter.wanted(all, address);
        if (all.isEmpty()) {
            list.add(new EmptyState(
                    MESSAGES.get("none"),
                    new Paragraph(MESSAGES.get("none.why")),
                    new Paragraph(MESSAGES.get("none.how"))));
        } else if (wanted.isEmpty()) {
            list.add(new EmptyState(
                    MESSAGES.get("none-left"), ProbesNavigation.link(MESSAGES.get("show-all"), ProbesAddress.ALL)));
        } else {
            list.add(new ProbeTable(
                    wanted.stream().limit(MOST).toList(), probeService.latest().orElse(null), address));
            if (wanted.size() > MOST) {
                list.add(new Paragraph(MESSAGES.get("more", wanted.size() - MOST)));
            }
        }
    }

    private void narrow(String product, String channel, String text) {
        address = address.about(product, channel, text);
        ProbesNavigation.note(ui(), address);
        refresh();
    }

    private void close() {
        open(address.doing(new Task.None()));
    }

    private void open(ProbesAddress next) {
        ProbesNavigation.open(ui(), next);
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
