package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.preview.ReleaseTables;
import dev.rehearsal.insight.preview.UnusedReleases;
import dev.rehearsal.insight.preview.UnusedReleases.Unused;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.CleanUpAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.ReleasesAddress;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Deletes releases that nobody needs, by how long they have stayed as they are: as one change set. */
@Route(value = "releases/cleanup", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rule-grid.css")
@StyleSheet("rules.css")
@StyleSheet("releases.css")
class CleanUpView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle, SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(CleanUpView.class);

    private static final int MOST = 1_000;

    private final UnusedReleases unused;
    private final ReleaseTables tables;
    private final ProposalSession proposal;
    private final Clock clock;
    private final IntegerField days = new IntegerField(MESSAGES.get("clean-up.days"));
    private final ComboBox<String> product = new ComboBox<>(MESSAGES.get("product"));
    private final Span count = new Span();
    private final UnusedGrid grid = new UnusedGrid(this::lookAhead);
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private boolean none;
    private CleanUpAddress address = CleanUpAddress.PLAIN;

    CleanUpView(
            UnusedReleases unused,
            ReleaseTables tables,
            ProposalSession proposal,
            OpenScreens openScreens,
            Clock clock) {
        this.unused = unused;
        this.tables = tables;
        this.proposal = proposal;
        this.clock = clock;
        days.setMin(0);
        days.setSuffixComponent(new Span(MESSAGES.get("clean-up.days.unit")));
        days.setValueChangeMode(ValueChangeMode.LAZY);
        days.addValueChangeListener(change -> narrowed(change.isFromClient()));
        product.setPlaceholder(MESSAGES.get("every-product"));
        product.setClearButtonVisible(true);
        product.addValueChangeListener(change -> narrowed(change.isFromClient()));
        count.addClassName("counts");
        count.getElement().setAttribute("role", "status");
        Div bar = new Div(days, product, count);
        bar.addClassName("bar");
        Section table = new Section(bar, grid);
        table.addClassNames("card", "table-panel");
        table.getElement().setAttribute("aria-label", MESSAGES.get("clean-up.title"));
        Div body = new Div(table, new Aside(prospect, schedule));
        body.addClassName("form-body");
        Header header = new Header(
                new H1(MESSAGES.get("clean-up.title")), ReleaseNavigation.linkToAll(MESSAGES.get("all-releases")));
        header.addClassName("screen-header");
        addClassNames("rule-form-view", "clean-up");
        add(header, new Paragraph(MESSAGES.get("clean-up.what")), body);
        openScreens.keepCurrent(this, () -> refresh(false));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = CleanUpAddress.of(entering.getLocation().getQueryParameters());
        SortedSet<String> products = ReleaseWork.products(tables.current());
        product.setItems(products);
        product.setValue(products.contains(address.product()) ? address.product() : null);
        days.setValue(address.days());
        schedule.offer(proposal.ownSets());
        refresh(true);
    }

    @Override
    public AddressParameters parameters() {
        return CleanUpAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("title", MESSAGES.get("clean-up.title"));
    }

    private void narrowed(boolean byHand) {
        if (byHand && days.getValue() != null) {
            ReleaseNavigation.open(
                    ui(), new CleanUpAddress(Objects.requireNonNullElse(product.getValue(), ""), days.getValue()));
        }
    }

    /** @param anew whether others are asked for: then all of them that can be deleted are picked */
    private void refresh(boolean anew) {
        List<Unused> found = unused.list(
                address.product().isEmpty() ? null : address.product(),
                clock.instant().minus(Duration.ofDays(address.days())));
        grid.show(found, address.days());
        none = found.isEmpty();
        if (anew) {
            grid.pickAll(MOST);
        }
        count.setText(MESSAGES.get("clean-up.count", found.size()));
        lookAhead();
    }

    private List<Proposal> proposals() {
        return grid.picked().stream()
                .<Proposal>map(picked -> new Proposal.RemoveRelease(
                        picked.row().name(), picked.row().release().dataVersion()))
                .toList();
    }

    private void lookAhead() {
        List<Proposal> proposals = proposals();
        schedule.suggest(MESSAGES.get("clean-up.set", proposals.size()));
        String missing = missing(proposals.size());
        schedule.allow(missing);
        if (missing != null) {
            prospect.showNothing(missing);
            return;
        }
        try {
            prospect.show(proposal.lookAhead(schedule.schedule(), proposals), List.of());
        } catch (RefusedException refused) {
            prospect.showNothing(Sentence.of(refused));
        }
    }

    private @Nullable String missing(int picked) {
        return picked == 0
                ? MESSAGES.get(none ? "clean-up.none-there" : "clean-up.none")
                : picked > MOST ? MESSAGES.get("clean-up.too-many", MOST) : null;
    }

    @Override
    public void onChoice() {
        lookAhead();
    }

    @Override
    public void onSave(Schedule chosen) {
        schedule.showNoProblem();
        try {
            ChangeSet set = proposal.save(chosen, proposals());
            ReleaseNavigation.open(
                    ui(), new ReleasesAddress("", "", null, "", set.id().value()));
        } catch (RefusedException refused) {
            schedule.show(refused, problem -> false);
        }
    }

    @Override
    public void onCancel() {
        ReleaseNavigation.open(ui(), ReleasesAddress.ALL);
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
