package dev.rehearsal.ui.pins;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
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
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.PinTable;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.ChannelOffers;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.PinNavigation;
import dev.rehearsal.ui.links.PinsAddress;
import dev.rehearsal.ui.links.PinsAddress.Task;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.SavedNote;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A screen that shows which release holds back clients that are pinned to a version, and what is queued for that. */
@Route(value = "pins", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("mappings.css")
class PinsView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(PinsView.class);

    private final SnapshotKeeper snapshots;
    private final ProposalSession proposal;
    private final Clock clock;
    private final DisabledReasonButton add =
            new DisabledReasonButton(new Button(MESSAGES.get("add"), click -> open(PinsAddress.doing(new Task.Add()))));
    private final Div asOf = new Div();
    private final SavedNote saved = new SavedNote();
    private final Div list = new Div();
    private final PinPanel panel;
    private final Div body;
    private PinsAddress address = PinsAddress.LIST;

    PinsView(SnapshotKeeper snapshots, ProposalSession proposal, OpenScreens openScreens, Clock clock) {
        this.snapshots = snapshots;
        this.proposal = proposal;
        this.clock = clock;
        this.panel = new PinPanel(proposal, this::saved, this::close);
        asOf.addClassName("facts");
        Header header = new Header(new H1(MESSAGES.get("pins")), asOf, add);
        header.addClassName("screen-header");
        body = new Div(list, panel);
        body.addClassName("with-panel");
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE).listenOn(this);
        addClassName("mappings");
        Paragraph meaning = new Paragraph(MESSAGES.get("meaning"));
        meaning.addClassName("facts");
        add(header, meaning, saved, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = PinsAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return PinsAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", MESSAGES.get("pins"));
    }

    private void refresh() {
        NodeState state = snapshots.current();
        PinTable table = PinTable.of(state);
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        add.allow(proposal.whyNotAny(
                PermissionName.PINNABLE_RELEASE,
                Action.CREATE,
                ChannelOffers.of(state).products()));
        list.removeAll();
        list.add(
                table.rows().isEmpty()
                        ? new EmptyState(MESSAGES.get("none"), new Paragraph(MESSAGES.get("none.next")))
                        : new PinRows(table, chosen()));
        boolean open = !(address.task() instanceof Task.None);
        panel.setVisible(open);
        body.setClassName("panel-open", open);
        panel.show(address.task(), table, state);
        saved.show(Optional.ofNullable(address.saved())
                .flatMap(id -> proposal.find(new ChangeSetId(id)))
                .orElse(null));
    }

    private Pins.@Nullable Key chosen() {
        return switch (address.task()) {
            case Task.None _, Task.Add _ -> null;
            case Task.Change(Pins.Key pin) -> pin;
            case Task.Remove(Pins.Key pin) -> pin;
        };
    }

    private void saved(ChangeSet set) {
        open(new PinsAddress(new Task.None(), set.id().value()));
    }

    private void close() {
        if (!(address.task() instanceof Task.None)) {
            open(PinsAddress.LIST);
        }
    }

    private void open(PinsAddress next) {
        PinNavigation.open(getUI().orElseThrow(), next);
    }
}
