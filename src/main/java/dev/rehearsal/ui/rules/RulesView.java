package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.preview.RuleTables;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.RuleFilter;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.links.RulesAddress;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.SavedNote;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A screen with all rules, with what is pending in place; one of them looked at closely. */
@Route(value = "rules", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
class RulesView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(RulesView.class);

    private final RuleTables tables;
    private final ProposalSession proposal;
    private final Clock clock;
    private final RulesTraffic traffic;
    private final DisabledReasonButton add =
            new DisabledReasonButton(new Button(MESSAGES.get("list.new"), click -> add()));
    private final Div asOf = new Div();
    private final SavedNote saved = new SavedNote();
    private final RuleFilterBar bar = new RuleFilterBar(this::narrow);
    private final AllRulesGrid grid = new AllRulesGrid(() -> showPicked());
    private final PickedRulesBar picked;
    private final RulePanel panel;
    private final Div body;
    private RulesAddress address = RulesAddress.ALL;

    /** Whether the step before this one, in the browser's history, is the same list without the panel. */
    private boolean stepped;

    RulesView(
            RuleTables tables,
            ProposalSession proposal,
            LiveTraffic traffic,
            BackgroundWork work,
            OpenScreens openScreens,
            Clock clock) {
        this.tables = tables;
        this.proposal = proposal;
        this.clock = clock;
        this.traffic = new RulesTraffic(traffic, work, this::showTraffic);
        this.panel = new RulePanel(proposal, this::closePanel);
        this.picked = new PickedRulesBar(proposal, this::pickedIn, grid::shown);
        asOf.addClassName("facts");
        Header header = new Header(new H1(MESSAGES.get("list.title")), asOf, add);
        header.addClassName("screen-header");
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient()) {
                lookAt(change.getValue());
            }
        });
        Section table = new Section(bar, picked, grid);
        table.addClassNames("card", "table-panel");
        table.getElement().setAttribute("aria-label", MESSAGES.get("list.title"));
        body = new Div(table, panel);
        body.addClassName("with-panel");
        Shortcuts.addShortcutListener(this, this::closePanel, Key.ESCAPE).listenOn(this);
        addClassName("rules");
        addDetachListener(detached -> this.traffic.stop());
        add(header, saved, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = RulesAddress.of(entering.getLocation().getQueryParameters());
        stepped = false;
        RuleNavigation.remember(entering.getUI(), address.filter());
        refresh();
        RuleRow.find(address.rule(), tables.current()).ifPresent(grid::bringIntoView);
    }

    @Override
    public AddressParameters parameters() {
        return RulesAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", MESSAGES.get("list.title"));
    }

    private void refresh() {
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        RuleTable table = tables.current();
        Suggestions suggestions = Suggestions.of(table);
        bar.offer(suggestions);
        bar.show(address.filter());
        add.allow(proposal.whyNotAny(PermissionName.RULE, Action.CREATE, suggestions.products()));
        grid.show(table);
        bar.count(grid.filter(address.filter()), table);
        showPicked();
        showPanel(table);
        traffic.look(table.state());
        saved.show(Optional.ofNullable(address.saved())
                .flatMap(id -> proposal.find(new ChangeSetId(id)))
                .orElse(null));
    }

    private void showTraffic() {
        grid.showRequests(traffic.requests(clock.instant()));
        showPanel(tables.current());
    }

    private void showPicked() {
        picked.show();
    }

    private List<RuleRow> pickedIn() {
        RuleTable table = tables.current();
        return grid.picked().stream()
                .sorted()
                .flatMap(id -> table.find(id).stream())
                .map(row -> new RuleRow(row, table))
                .toList();
    }

    private void showPanel(RuleTable table) {
        boolean open = !address.rule().isEmpty();
        panel.setVisible(open);
        body.setClassName("panel-open", open);
        if (!open) {
            grid.deselectAll();
            return;
        }
        Optional<RuleRow> row = RuleRow.find(address.rule(), table);
        row.ifPresentOrElse(
                found -> panel.show(found, traffic.requests(clock.instant())), () -> panel.showUnknown(address.rule()));
        row.ifPresentOrElse(grid::select, grid::deselectAll);
    }

    private void narrow(RuleFilter filter) {
        stepped = false;
        RuleNavigation.remember(ui(), filter);
        moveTo(address.withFilter(filter));
    }

    private void lookAt(RuleRow row) {
        RulesAddress next = address.withRule(row == null ? "" : row.rule().id().toString());
        if (row == null) {
            closePanel();
        } else if (address.rule().isEmpty()) {
            address = next;
            RuleNavigation.step(ui(), next);
            stepped = true;
            refresh();
        } else {
            moveTo(next);
        }
    }

    private void closePanel() {
        if (address.rule().isEmpty()) {
            return;
        }
        if (stepped) {
            stepped = false;
            ui().getPage().getHistory().back();
            address = address.withRule("");
            refresh();
        } else {
            moveTo(address.withRule(""));
        }
    }

    private void moveTo(RulesAddress next) {
        address = next;
        RuleNavigation.note(ui(), next);
        refresh();
    }

    private void add() {
        RuleNavigation.add(ui(), address.filter());
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
