package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.UrgentRoles;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.ExemptUses;
import dev.rehearsal.enactment.RefusedDirectEdits;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.SignoffNavigation;
import dev.rehearsal.ui.links.SignoffsAddress;
import dev.rehearsal.ui.links.SignoffsAddress.Task;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.SavedNote;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A screen that shows what changes need before they go live, by product and channel: who signs, and who tests. */
@Route(value = "signoffs", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("signoffs.css")
class SignoffsView extends Main
        implements Addressed, BeforeEnterObserver, HasDynamicTitle, ConfigurationPanel.Listener {

    private static final Messages MESSAGES = Messages.beside(SignoffsView.class);

    private static final String ALL = "";
    private static final Duration LATELY = Duration.ofDays(30);

    private final SnapshotKeeper snapshots;
    private final ProposalSession proposal;
    private final ExemptUses exemptUses;
    private final Clock clock;
    private final Select<String> product = new Select<>();
    private final DisabledReasonButton forChannel = guarded(MESSAGES.get("require"), new Task.ForChannel("", ""));
    private final DisabledReasonButton forPermissions =
            guarded(MESSAGES.get("require.permissions"), new Task.ForPermissions(""));
    private final DisabledReasonButton newGate = guarded(MESSAGES.get("require.gate"), new Task.NewGate("", ""));
    private final DisabledReasonButton newWindow = guarded(MESSAGES.get("require.window"), new Task.NewWindow());
    private final DisabledReasonButton newRail = guarded(MESSAGES.get("require.rail"), new Task.NewRail());
    private final Div asOf = new Div();
    private final SavedNote saved = new SavedNote();
    private final Div list = new Div();
    private final RefusedEditsDetails refused;
    private final NeedPanel panel;
    private final Div body;
    private SignoffsAddress address = new SignoffsAddress(ALL, new Task.None(), null);
    private List<String> offered = List.of();

    SignoffsView(
            SnapshotKeeper snapshots,
            RequiredSignoffs requirements,
            Gates gates,
            FreezeWindows windows,
            UrgentRoles urgentRoles,
            ProposalSession proposal,
            ExemptUses exemptUses,
            RefusedDirectEdits refusedEdits,
            OpenScreens openScreens,
            Clock clock) {
        this.snapshots = snapshots;
        this.proposal = proposal;
        this.exemptUses = exemptUses;
        this.clock = clock;
        this.refused = new RefusedEditsDetails(() ->
                refusedEdits.of(snapshots.current().live(), snapshots.current().circumstances(), clock.instant()));
        this.panel = new NeedPanel(requirements, gates, windows, urgentRoles, proposal, this);
        product.setAriaLabel(MESSAGES.get("product"));
        product.setItemLabelGenerator(name -> name.equals(ALL) ? MESSAGES.get("product.every") : name);
        product.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(address.about(change.getValue()));
            }
        });
        asOf.addClassName("facts");
        Header header = new Header(
                new H1(MESSAGES.get("title")), product, asOf, forChannel, forPermissions, newGate, newRail, newWindow);
        header.addClassName("screen-header");
        body = new Div(new Div(list, refused), panel);
        body.addClassName("with-panel");
        addClassName("signoffs");
        add(header, saved, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    private DisabledReasonButton guarded(String text, Task task) {
        return new DisabledReasonButton(new Button(text, click -> open(address.doing(task))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = SignoffsAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return SignoffsAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page-title");
    }

    private void refresh() {
        NodeState state = snapshots.current();
        SortedSet<String> products = GateCheck.productsNamedIn(state.live());
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        offerProducts(products);
        forChannel.allow(proposal.whyNotAny(PermissionName.REQUIRED_SIGNOFF, Action.CREATE, products));
        forPermissions.allow(proposal.whyNotAny(PermissionName.REQUIRED_SIGNOFF, Action.CREATE, products));
        newGate.allow(proposal.whyNotAny(PermissionName.GATE, Action.CREATE, products));
        newRail.allow(proposal.whyNotAny(PermissionName.GATE, Action.CREATE, products));
        newWindow.allow(proposal.whyNotAny(PermissionName.GATE, Action.CREATE, products));
        list.removeAll();
        list.add(
                list(state),
                new RailTable(state.circumstances().rails(), address),
                new FreezeTable(freezes(state), address));
        boolean open = !(address.task() instanceof Task.None);
        panel.setVisible(open);
        body.setClassName("panel-open", open);
        panel.show(address.task(), state, products);
        saved.show(Optional.ofNullable(address.saved())
                .flatMap(id -> proposal.find(new ChangeSetId(id)))
                .orElse(null));
    }

    private Freezes freezes(NodeState state) {
        return state.circumstances().at(clock.instant()).freezes();
    }

    private Component list(NodeState state) {
        List<Need> needs = Need.of(state).stream()
                .filter(need -> address.product().equals(ALL)
                        || need.about().product() == null
                        || address.product().equals(need.about().product()))
                .toList();
        if (!needs.isEmpty()) {
            return new Div(
                    unsignedPermissions(needs),
                    new NeedTable(
                            needs,
                            address,
                            state.circumstances(),
                            exemptUses.countsSince(clock.instant().minus(LATELY))));
        }
        return new EmptyState(
                address.product().equals(ALL)
                        ? MESSAGES.get("empty")
                        : MESSAGES.get("empty.product", address.product()));
    }

    /** Who makes signers decides who signs. */
    private static Component unsignedPermissions(List<Need> needs) {
        Paragraph warning = new Paragraph(
                new Chip(Tone.CAREFUL, "!", MESSAGES.get("unsigned-permissions.short")),
                new Text(" " + MESSAGES.get("unsigned-permissions")));
        warning.setVisible(needs.stream()
                .noneMatch(need -> need.isForPermissions() && !need.signoffs().isEmpty()));
        return warning;
    }

    private void offerProducts(SortedSet<String> products) {
        List<String> next = new ArrayList<>(List.of(ALL));
        next.addAll(products);
        if (!next.contains(address.product())) {
            next.add(address.product());
        }
        if (!next.equals(offered)) {
            offered = next;
            product.setItems(next);
        }
        product.setValue(address.product());
    }

    @Override
    public void onSaved(ChangeSet set) {
        open(address.saved(set.id().value()));
    }

    @Override
    public void onCancel() {
        open(address.doing(new Task.None()));
    }

    @Override
    public boolean onProblem(Problem problem) {
        return panel.showProblem(problem);
    }

    private void open(SignoffsAddress next) {
        SignoffNavigation.open(getUI().orElseThrow(), next);
    }
}
