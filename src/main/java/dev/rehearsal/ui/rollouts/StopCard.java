package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.enactment.rollout.Progress;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.enactment.rollout.StandingStep;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.GoBackAddress;
import java.util.List;
import java.util.Objects;

/** Stops a rollout, or lets it go on: the first thing on its page. */
class StopCard extends Section {

    private static final Messages MESSAGES = Messages.beside(StopCard.class);
    private static final int LONGEST_REASON = 300;

    private final RolloutDesk desk;

    StopCard(RolloutDesk desk) {
        this.desk = desk;
        addClassName("rollout-stop");
        getElement().setAttribute("aria-label", MESSAGES.get("stop.or-go"));
    }

    void show(RolloutDesk.Seen seen) {
        removeAll();
        RolloutPlan plan = seen.plan();
        Progress progress = seen.progress();
        Div said = new Div(new StateChip(plan.state()));
        said.addClassName("said");
        progress.next().ifPresent(next -> {
            if (plan.state() == RolloutPlan.State.GOING) {
                add(new DisabledReasonButton(stopButton(plan), desk.whyNotStop(plan)));
                said.add(new Div(MESSAGES.parts(
                        plan.letsGo(next.number()) ? "next.let-go" : "next.goes",
                        Integer.toString(next.percentage()),
                        next.step().channel(),
                        Moment.due(progress.earliest(next)))));
            } else if (plan.state() != RolloutPlan.State.OVER) {
                add(new DisabledReasonButton(goOnButton(plan, next), desk.whyNotWrite(plan)));
            }
        });
        addReason(said, plan);
        add(said);
        List<ChangeSetId> live = progress.steps().stream()
                .filter(StandingStep::isLive)
                .map(step -> step.set().id())
                .toList();
        if (!live.isEmpty()) {
            add(backButton(plan, live));
        }
    }

    private static void addReason(Div said, RolloutPlan plan) {
        RolloutPlan.Standing standing = plan.standing();
        switch (plan.state()) {
            case PAUSED -> said.add(new Paragraph(Sentence.of(Objects.requireNonNullElse(standing.reason(), ""))));
            case STOPPED ->
                said.add(new Paragraph(MESSAGES.parts(
                        "stopped.by",
                        standing.by().name(),
                        Moment.exact(standing.at()),
                        Objects.requireNonNullElse(standing.reason(), ""))));
            case OVER -> said.add(new Paragraph(MESSAGES.parts("over.since", Moment.exact(standing.at()))));
            case GOING -> {}
        }
    }

    private Button stopButton(RolloutPlan plan) {
        Button stop = new Button(MESSAGES.get("stop"), click -> {
            try {
                desk.stop(plan, "");
                Toast.say(MESSAGES.get("stop.done"));
            } catch (RefusedException refused) {
                Toast.refuse(refused);
            }
        });
        stop.addThemeNames("primary", "error");
        return stop;
    }

    private Button goOnButton(RolloutPlan plan, StandingStep next) {
        String what = MESSAGES.get("go-on", next.percentage());
        Button goOn = new Button(
                what,
                click -> new ConfirmationDialog(MESSAGES.get("go-on.title"), what, () -> {
                            desk.resume(plan, next.percentage());
                            Toast.say(MESSAGES.get("go-on.done"));
                        })
                        .saying(
                                MESSAGES.get(
                                        "go-on.then",
                                        next.percentage(),
                                        next.step().channel()),
                                MESSAGES.get("go-on.needs"))
                        .open());
        goOn.addThemeNames("primary");
        return goOn;
    }

    /** Nothing more shall come while somebody goes back. */
    private Button backButton(RolloutPlan plan, List<ChangeSetId> live) {
        TextField why = new TextField(MESSAGES.get("back.why"));
        why.setMaxLength(LONGEST_REASON);
        why.setWidthFull();
        return new Button(MESSAGES.get("back"), click -> {
            if (plan.state() == RolloutPlan.State.OVER) {
                openBack(live);
            } else {
                new ConfirmationDialog(MESSAGES.get("back.title"), MESSAGES.get("back"), () -> {
                            desk.stop(plan, why.getValue());
                            openBack(live);
                        })
                        .saying(MESSAGES.get("back.then"))
                        .with(why)
                        .open();
            }
        });
    }

    private void openBack(List<ChangeSetId> live) {
        getUI().ifPresent(ui -> ChangesNavigation.openBack(ui, new GoBackAddress(live)));
    }
}
