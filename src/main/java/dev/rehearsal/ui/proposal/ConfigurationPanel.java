package dev.rehearsal.ui.proposal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.insight.preview.ChangePreview;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ProblemList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The panel below every form of configuration: what it needs, and saving. Where nothing is needed it takes effect at
 * once, after a question that names the consequence; otherwise it becomes a change set.
 */
public class ConfigurationPanel extends Div implements SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(ConfigurationPanel.class);

    /** A listener is told what becomes of the panel. */
    public interface Listener {

        void onSaved(ChangeSet set);

        void onCancel();

        /** @return whether it is shown beside a field */
        boolean onProblem(Problem problem);
    }

    /**
     * A change of the configuration as somebody has entered it.
     *
     * @param title of the set that it makes
     * @param consequence in whole sentences
     */
    public record Entered(String title, String consequence, List<Proposal> changes) {}

    private final ProposalSession proposal;
    private final Listener listener;
    private final Paragraph consequence = new Paragraph();
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final ProblemList problems = new ProblemList();
    private final Button save = new Button(MESSAGES.get("at-once"));
    private final DisabledReasonButton guardedSave = new DisabledReasonButton(save);
    private final Div atOnce;
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private @Nullable Entered entered;

    public ConfigurationPanel(ProposalSession proposal, Listener listener) {
        this.proposal = proposal;
        this.listener = listener;
        addClassName("configuration");
        consequence.addClassName("consequence");
        save.addThemeName("primary");
        save.addClickListener(click -> ask());
        Button cancel = new Button(MESSAGES.get("cancel"), click -> listener.onCancel());
        cancel.addThemeName("tertiary");
        Div buttons = new Div(guardedSave, cancel);
        buttons.addClassName("buttons");
        atOnce = new Div(problems, buttons);
        add(consequence, prospect, atOnce, schedule);
        showNothing("");
    }

    /** @param why nothing can be saved yet */
    public void showNothing(String why) {
        entered = null;
        consequence.setVisible(false);
        prospect.showNothing(why);
        prospect.setVisible(!why.isEmpty());
        schedule.setVisible(false);
        atOnce.setVisible(true);
        guardedSave.allow(why);
        problems.show(List.of());
    }

    public void show(Entered next) {
        entered = next;
        consequence.setVisible(true);
        consequence.setText(next.consequence());
        schedule.suggest(next.title());
        lookAhead(next);
    }

    private void lookAhead(Entered now) {
        try {
            ChangePreview found = proposal.lookAhead(schedule.schedule(), now.changes());
            prospect.setVisible(true);
            prospect.show(found, List.of());
            boolean needsOthers = found.standing().obstacles().stream().anyMatch(ConfigurationPanel::needsOthers);
            schedule.setVisible(needsOthers);
            atOnce.setVisible(!needsOthers);
            allow(mayNot(found.standing()));
        } catch (RefusedException refused) {
            prospect.setVisible(false);
            schedule.setVisible(false);
            atOnce.setVisible(true);
            problems.show(unplaced(refused));
            guardedSave.allow(
                    refused.problems().isEmpty()
                            ? null
                            : refused.problems().getFirst().sentence());
        }
    }

    private static boolean needsOthers(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.SignoffsMissing _,
                    Obstacle.TooFewSigners _,
                    Obstacle.OthersGoAlong _,
                    Obstacle.GateClosed _,
                    Obstacle.RailInTheWay _,
                    Obstacle.ChangesRequested _,
                    Obstacle.PlanWaits _,
                    Obstacle.Frozen _,
                    Obstacle.TooFewUrgent _ -> true;
            case Obstacle.InConflict _, Obstacle.RowMoved _, Obstacle.MayNot _, Obstacle.Unmeetable _ -> false;
        };
    }

    private static @Nullable String mayNot(Readiness readiness) {
        return readiness.obstacles().stream()
                .filter(Obstacle.MayNot.class::isInstance)
                .findFirst()
                .map(Obstacle::sentence)
                .orElse(null);
    }

    private void allow(@Nullable String whyNot) {
        problems.show(List.of());
        guardedSave.allow(whyNot);
        schedule.allow(whyNot);
    }

    private void ask() {
        Entered now = entered;
        if (now == null) {
            return;
        }
        ConfirmDialog question = new ConfirmDialog(
                MESSAGES.get("at-once.title", now.title()),
                MESSAGES.get("at-once.consequence", now.consequence()),
                MESSAGES.get("at-once"),
                confirmed -> save(() -> proposal.enactAtOnce(now.title(), now.changes())));
        question.setCancelable(true);
        question.open();
    }

    private void save(Supplier<ChangeSet> saving) {
        try {
            listener.onSaved(saving.get());
        } catch (RefusedException refused) {
            problems.show(unplaced(refused));
            schedule.show(refused, listener::onProblem);
        }
    }

    private List<String> unplaced(RefusedException refused) {
        List<String> sentences = new ArrayList<>();
        for (Problem problem : refused.problems()) {
            if (!listener.onProblem(problem)) {
                sentences.add(problem.sentence());
            }
        }
        return sentences;
    }

    @Override
    public void onChoice() {
        if (entered != null) {
            lookAhead(entered);
        }
    }

    @Override
    public void onSave(Schedule chosen) {
        if (entered != null) {
            List<Proposal> changes = entered.changes();
            save(() -> proposal.save(chosen, changes));
        }
    }

    @Override
    public void onCancel() {
        listener.onCancel();
    }
}
