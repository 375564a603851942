package dev.rehearsal.ui.emergency;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.live.ShutoffService;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.links.EmergencyAddress;
import dev.rehearsal.ui.links.EmergencyNavigation;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.SavedNote;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A screen that shows which updates are stopped; stops others in two clicks, and lets them go on by way of whoever has
 * to sign that.
 */
@Route(value = EmergencyNavigation.PATH, layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("emergency.css")
class EmergencyView extends Main
        implements Addressed, BeforeEnterObserver, HasDynamicTitle, ConfigurationPanel.Listener {

    private static final Messages MESSAGES = Messages.beside(EmergencyView.class);
    private static final Paging LATEST = new Paging(1, 1);
    private static final int MOST_HELD = 200;

    private final EmergencyShutoffs shutoffs;
    private final ShutoffService shutoffService;
    private final Revisions revisions;
    private final ChangeSets changeSets;
    private final SnapshotKeeper snapshots;
    private final ProposalSession proposal;
    private final Clock clock;
    private final Div asOf = new Div();
    private final SavedNote saved = new SavedNote();
    private final Div list = new Div();
    private final ShutOffForm form = new ShutOffForm(this::ask);
    private final LiftPanel panel;
    private final Div body;
    private EmergencyAddress address = EmergencyAddress.PLAIN;

    EmergencyView(
            EmergencyShutoffs shutoffs,
            ShutoffService shutoffService,
            Revisions revisions,
            ChangeSets changeSets,
            SnapshotKeeper snapshots,
            ProposalSession proposal,
            OpenScreens openScreens,
            Clock clock) {
        this.shutoffs = shutoffs;
        this.shutoffService = shutoffService;
        this.revisions = revisions;
        this.changeSets = changeSets;
        this.snapshots = snapshots;
        this.proposal = proposal;
        this.clock = clock;
        this.panel = new LiftPanel(proposal, this);
        asOf.addClassName("facts");
        Header header = new Header(new H1(MESSAGES.get("emergency")), asOf);
        header.addClassName("screen-header");
        Div main = new Div(list, form);
        main.addClassName("emergency-main");
        body = new Div(main, panel);
        body.addClassName("with-panel");
        addClassName("emergency");
        add(header, saved, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = EmergencyAddress.of(entering.getLocation().getQueryParameters());
        form.empty();
        refresh();
        if (!address.lifting()) {
            form.prefill(address.product(), address.channel());
        }
    }

    @Override
    public AddressParameters parameters() {
        return EmergencyAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("title");
    }

    private void refresh() {
        NodeState state = snapshots.current();
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        List<ShutoffTable.Row> rows = rows(state);
        list.removeAll();
        list.add(rows.isEmpty() ? new EmptyState(MESSAGES.get("nothing-stopped")) : new ShutoffTable(rows));
        TreeSet<String> products = products(state);
        form.offer(products, channels(state));
        form.allow(proposal.whyNotAny(PermissionName.EMERGENCY_SHUTOFF, Action.CREATE, products));
        showPanel(rows);
        saved.show(Optional.ofNullable(address.saved())
                .flatMap(id -> proposal.find(new ChangeSetId(id)))
                .orElse(null));
    }

    private List<ShutoffTable.Row> rows(NodeState state) {
        List<ChangeSet> open = new ArrayList<>(state.queue());
        open.addAll(changeSets.inState("held", MOST_HELD));
        List<ShutoffLift> liftings = ShutoffLift.in(open);
        return shutoffs.all().stream()
                .sorted(Comparator.comparing(Shutoff::product).thenComparing(Shutoff::channel))
                .map(shutoff -> new ShutoffTable.Row(
                        shutoff,
                        revisions.ofShutoff(shutoff.product(), shutoff.channel(), LATEST).items().stream()
                                .findFirst()
                                .orElse(null),
                        liftings.stream()
                                .filter(lifting -> lifting.isOf(shutoff))
                                .toList()))
                .toList();
    }

    private static TreeSet<String> products(NodeState state) {
        TreeSet<String> products = new TreeSet<>();
        state.live().releases().values().forEach(release -> products.add(release.product()));
        state.live().rules().values().stream()
                .map(Rule::product)
                .flatMap(product -> Optional.ofNullable(product).stream())
                .forEach(products::add);
        return products;
    }

    private static TreeSet<String> channels(NodeState state) {
        TreeSet<String> channels = new TreeSet<>();
        state.live().rules().values().stream()
                .flatMap(rule -> Optional.ofNullable(rule.channel()).stream())
                .map(channel -> ChannelPattern.of(channel).stem())
                .forEach(channels::add);
        state.mappings().forEach(mapping -> {
            channels.add(mapping.liveChannel());
            channels.add(mapping.testChannel());
        });
        return channels;
    }

    private void showPanel(List<ShutoffTable.Row> rows) {
        panel.setVisible(address.lifting());
        body.setClassName("panel-open", address.lifting());
        if (address.lifting()) {
            rows.stream()
                    .filter(row -> row.shutoff().product().equals(address.product())
                            && row.shutoff().channel().equals(address.channel()))
                    .findFirst()
                    .ifPresentOrElse(panel::show, () -> panel.showUnknown(address.product(), address.channel()));
        }
    }

    private void ask(String product, String channel, String reason) {
        new ConfirmationDialog(
                        MESSAGES.get("shut-off.question", product, channel), MESSAGES.get("shut-off.confirm"), () -> {
                            shutoffService.stop(proposal.actor(), product, channel, reason);
                            Toast.say(MESSAGES.get("shut-off.done", product, channel));
                            open(EmergencyAddress.PLAIN);
                        })
                .saying(
                        MESSAGES.get("shut-off.consequence", product, channel),
                        MESSAGES.get("shut-off.way-back"),
                        MESSAGES.get("shut-off.reason", reason))
                .dangerous()
                .open();
    }

    @Override
    public void onSaved(ChangeSet set) {
        open(EmergencyAddress.saved(set.id().value()));
    }

    @Override
    public void onCancel() {
        open(EmergencyAddress.PLAIN);
    }

    @Override
    public boolean onProblem(Problem problem) {
        return false;
    }

    private void open(EmergencyAddress next) {
        EmergencyNavigation.open(getUI().orElseThrow(), next);
    }
}
