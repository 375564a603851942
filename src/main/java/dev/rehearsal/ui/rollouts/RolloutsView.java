package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.enactment.rollout.Plans;
import dev.rehearsal.enactment.rollout.Progress;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.enactment.rollout.StandingStep;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.ChannelOffers;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.NewRolloutAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.RolloutNavigation;
import dev.rehearsal.ui.proposal.ProposalSession;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Lists rollouts, the latest first: how far each has come, and when it goes on. */
@Route(value = RolloutNavigation.PATH, layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rollouts.css")
class RolloutsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(RolloutsView.class);
    private static final int MOST = 100;

    private final Plans plans;
    private final Div body = new Div();

    RolloutsView(Plans plans, ProposalSession proposal, SnapshotKeeper snapshots, OpenScreens openScreens) {
        this.plans = plans;
        Button add = new Button(
                MESSAGES.get("plan"),
                click -> click.getSource()
                        .getUI()
                        .ifPresent(ui -> RolloutNavigation.open(ui, NewRolloutAddress.NOTHING)));
        add.addThemeNames("primary", "small");
        Header header = new Header(
                new H1(MESSAGES.get("title")),
                new DisabledReasonButton(
                        add,
                        proposal.whyNotAny(
                                PermissionName.RULE,
                                Action.MODIFY,
                                ChannelOffers.of(snapshots.current()).products())));
        header.addClassName("screen-header");
        addClassName("rollouts");
        add(header, body);
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
        body.removeAll();
        List<Progress> latest = plans.latest(0, MOST);
        body.add(
                latest.isEmpty()
                        ? new EmptyState(
                                MESSAGES.get("none"),
                                new Paragraph(MESSAGES.parts(
                                        "none.next", ReleaseNavigation.linkToAll(MESSAGES.get("none.releases")))))
                        : table(latest));
        long count = plans.count();
        if (count > MOST) {
            body.add(new Paragraph(MESSAGES.get("more", count - MOST)));
        }
    }

    private static Component table(List<Progress> latest) {
        NativeTable table = new NativeTable();
        table.addClassNames("card", "plain-table");
        table.setCaptionText(MESSAGES.get("title"));
        NativeTableRow head = table.getHead().addRow();
        for (String column : List.of("title", "state", "release", "reached", "next")) {
            head.addHeaderCell().setText(MESSAGES.get("column." + column));
        }
        latest.forEach(progress -> addRow(table.getBody().addRow(), progress));
        Div scrolls = new Div(table);
        scrolls.addClassName("scrolls");
        return scrolls;
    }

    private static void addRow(NativeTableRow row, Progress progress) {
        RolloutPlan plan = progress.plan();
        NativeTableHeaderCell head = row.addHeaderCell();
        head.getElement().setAttribute("scope", "row");
        head.add(RolloutNavigation.linkTo(plan.title(), plan.id()));
        row.addDataCell().add(new StateChip(plan.state()));
        row.addDataCell()
                .add(new Div(MESSAGES.parts(
                        "release.on", ReleaseNavigation.linkTo(plan.release()), plan.product(), plan.liveChannel())));
        row.addDataCell()
                .setText(MESSAGES.get(
                        "percent",
                        progress.reached().map(StandingStep::percentage).orElse(0)));
        var next = row.addDataCell();
        progress.next()
                .filter(step -> plan.state() == RolloutPlan.State.GOING)
                .ifPresent(step -> next.add(new Div(MESSAGES.parts(
                        "next",
                        Integer.toString(step.percentage()),
                        step.step().channel(),
                        Moment.due(progress.earliest(step))))));
    }
}
