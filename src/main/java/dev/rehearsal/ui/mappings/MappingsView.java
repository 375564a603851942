package dev.rehearsal.ui.mappings;

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
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.live.MappingSuggestion;
import dev.rehearsal.problem.Problem;
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
import dev.rehearsal.ui.links.AdoptionNavigation;
import dev.rehearsal.ui.links.MappingNavigation;
import dev.rehearsal.ui.links.MappingsAddress;
import dev.rehearsal.ui.links.MappingsAddress.Task;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.SavedNote;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A screen that shows which test channel shows which live channel. */
@Route(value = "mappings", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("mappings.css")
class MappingsView extends Main
        implements Addressed, BeforeEnterObserver, HasDynamicTitle, ConfigurationPanel.Listener {

    private static final Messages MESSAGES = Messages.beside(MappingsView.class);

    private final SnapshotKeeper snapshots;
    private final ChannelOverview overview;
    private final ProposalSession proposal;
    private final Clock clock;
    private final DisabledReasonButton add = new DisabledReasonButton(
            new Button(MESSAGES.get("map"), click -> open(MappingsAddress.doing(new Task.Add("", "", "")))));
    private final Div asOf = new Div();
    private final SavedNote saved = new SavedNote();
    private final Div list = new Div();
    private final MappingPanel panel;
    private final Div body;
    private MappingsAddress address = MappingsAddress.LIST;

    MappingsView(
            SnapshotKeeper snapshots,
            ChannelOverview overview,
            ProposalSession proposal,
            OpenScreens openScreens,
            Clock clock) {
        this.snapshots = snapshots;
        this.overview = overview;
        this.proposal = proposal;
        this.clock = clock;
        this.panel = new MappingPanel(overview, proposal, this);
        asOf.addClassName("facts");
        Header header = new Header(
                new H1(MESSAGES.get("mappings")), asOf, AdoptionNavigation.linkTo(MESSAGES.get("adoption.link")), add);
        header.addClassName("screen-header");
        body = new Div(list, panel);
        body.addClassName("with-panel");
        addClassName("mappings");
        add(header, saved, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = MappingsAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return MappingsAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", MESSAGES.get("menu"));
    }

    private void refresh() {
        NodeState state = snapshots.current();
        ChannelOffers offers = ChannelOffers.of(state);
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        add.allow(proposal.whyNotAny(PermissionName.CHANNEL_MAPPING, Action.CREATE, offers.products()));
        showList(state);
        boolean open = !(address.task() instanceof Task.None);
        panel.setVisible(open);
        body.setClassName("panel-open", open);
        panel.show(address.task(), state, offers);
        saved.show(Optional.ofNullable(address.saved())
                .flatMap(id -> proposal.find(new ChangeSetId(id)))
                .orElse(null));
    }

    private void showList(NodeState state) {
        String chosen = switch (address.task()) {
            case Task.None _, Task.Add _ -> "";
            case Task.Change(String mapping) -> mapping;
            case Task.Remove(String mapping) -> mapping;
        };
        list.removeAll();
        list.add(
                state.mappings().isEmpty()
                                && PendingMappings.in(state).additions().isEmpty()
                        ? new EmptyState(
                                MESSAGES.get("mappings.none"), new Paragraph(MESSAGES.get("mappings.none.meaning")))
                        : new MappingTable(state, overview.liveChannels(), chosen));
        List<MappingSuggestion> suggestions =
                MappingSuggestion.among(state.live().ruleSet().inOrder(), state.mappings());
        if (!suggestions.isEmpty()) {
            list.add(new SuggestedMappings(suggestions));
        }
    }

    @Override
    public void onSaved(ChangeSet set) {
        open(new MappingsAddress(new Task.None(), set.id().value()));
    }

    @Override
    public void onCancel() {
        open(MappingsAddress.LIST);
    }

    @Override
    public boolean onProblem(Problem problem) {
        return panel.showProblem(problem);
    }

    private void open(MappingsAddress next) {
        MappingNavigation.open(getUI().orElseThrow(), next);
    }
}
