package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.enactment.rollout.StandingStep;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.ui.changeset.SignoffDialogs;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.RolloutNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** One rollout: stop or go on first, then its timeline, who must sign what, checks, and what was done. */
@Route(value = RolloutNavigation.PATH + "/:id", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
@StyleSheet("changes.css")
@StyleSheet("rollouts.css")
class RolloutView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(RolloutView.class);

    private final RolloutDesk desk;
    private final H1 heading = new H1();
    private final Span facts = new Span();
    private final StopCard stop;
    private final TimelineCard timeline;
    private final StepsCard steps;
    private final ChecksCard checks = new ChecksCard();
    private final ReachCard reach = new ReachCard();
    private final EventsCard events = new EventsCard();
    private final Div body = new Div();
    private final Div none = new Div();
    private long id;

    RolloutView(RolloutDesk desk, SignoffDialogs signing, PartTexts texts, OpenScreens openScreens) {
        this.desk = desk;
        this.stop = new StopCard(desk);
        this.timeline = new TimelineCard(desk);
        this.steps = new StepsCard(desk, signing, texts);
        Header header = new Header(heading, facts);
        header.addClassName("screen-header");
        facts.addClassName("facts");
        Div main = new Div(timeline, steps);
        main.addClassName("main-column");
        Div side = new Div(checks, reach, events);
        side.addClassName("side-column");
        body.add(main, side);
        body.addClassName("rollout-body");
        addClassName("rollout");
        add(header, stop, body, none);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        id = entering.getRouteParameters()
                .get(RolloutNavigation.ID)
                .map(RolloutView::number)
                .orElse(0L);
        refresh();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page.of", heading.getText());
    }

    private void refresh() {
        Optional<RolloutDesk.Seen> found = desk.look(id);
        body.setVisible(found.isPresent());
        stop.setVisible(found.isPresent());
        none.removeAll();
        facts.removeAll();
        found.ifPresentOrElse(this::show, () -> {
            heading.setText(MESSAGES.get("unknown"));
            none.add(new EmptyState(MESSAGES.get("unknown.why"), RolloutNavigation.linkToAll(MESSAGES.get("all"))));
        });
    }

    private void show(RolloutDesk.Seen seen) {
        heading.setText(seen.plan().title());
        facts.add(MESSAGES.parts(
                "release.on",
                ReleaseNavigation.linkTo(seen.plan().release()),
                seen.plan().product(),
                seen.plan().liveChannel()));
        stop.show(seen);
        timeline.show(seen);
        steps.show(seen);
        checks.show(seen);
        reach.show(
                seen.progress().steps().stream().map(StandingStep::percentage).toList());
        events.show(seen.events());
    }
}
