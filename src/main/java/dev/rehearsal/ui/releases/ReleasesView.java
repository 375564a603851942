package dev.rehearsal.ui.releases;

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
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseTables;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.CompareAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.ReleasesAddress;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.SavedNote;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A screen with all releases, and who needs each; no blob is read. */
@Route(value = "releases", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rule-grid.css")
@StyleSheet("releases.css")
class ReleasesView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ReleasesView.class);

    private final ReleaseTables tables;
    private final ProposalSession proposal;
    private final Clock clock;
    private final DisabledReasonButton add =
            new DisabledReasonButton(new Button(MESSAGES.get("upload.new"), click -> ReleaseNavigation.upload(ui())));
    private final Div asOf = new Div();
    private final SavedNote saved = new SavedNote();
    private final ReleaseFilterBar bar;
    private final ReleaseGrid grid = new ReleaseGrid(sort -> moveTo(this.address.sortedBy(sort)));
    private ReleasesAddress address = ReleasesAddress.ALL;

    ReleasesView(ReleaseTables tables, ProposalSession proposal, OpenScreens openScreens, Clock clock) {
        this.tables = tables;
        this.proposal = proposal;
        this.clock = clock;
        this.bar = new ReleaseFilterBar((product, name, usage) -> moveTo(address.narrowedTo(product, name, usage)));
        asOf.addClassName("facts");
        RouterLink cleanUp = ReleaseNavigation.linkToCleanUp(MESSAGES.get("clean-up"));
        RouterLink compare = ReleaseNavigation.linkToCompare(MESSAGES.get("compare.any"), CompareAddress.NOTHING);
        Header header = new Header(new H1(MESSAGES.get("releases")), asOf, cleanUp, compare, add);
        header.addClassName("screen-header");
        Section table = new Section(bar, grid);
        table.addClassNames("card", "table-panel");
        table.getElement().setAttribute("aria-label", MESSAGES.get("releases"));
        addClassName("releases");
        add(header, saved, table);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = ReleasesAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return ReleasesAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("title", MESSAGES.get("releases"));
    }

    private void refresh() {
        ReleaseTable table = tables.current();
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        List<String> products = table.rows().stream()
                .map(row -> row.release().product())
                .distinct()
                .toList();
        add.allow(proposal.whyNotAny(PermissionName.RELEASE, Action.CREATE, products));
        bar.show(address, table, grid.show(table, address));
        saved.show(Optional.ofNullable(address.saved())
                .flatMap(id -> proposal.find(new ChangeSetId(id)))
                .orElse(null));
    }

    private void moveTo(ReleasesAddress next) {
        address = next;
        ReleaseNavigation.note(ui(), next);
        refresh();
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
