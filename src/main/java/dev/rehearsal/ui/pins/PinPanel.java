package dev.rehearsal.ui.pins;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.preview.PinTable;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PinsAddress.Task;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets or removes one pin, in a change set of its own or together with others. */
class PinPanel extends Aside implements SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(PinPanel.class);

    private final ProposalSession proposal;
    private final Consumer<ChangeSet> onSaved;
    private final Runnable onClose;
    private final H2 title = new H2();
    private final Div heading;
    private final PinForm form = new PinForm(this::lookAhead);
    private final Paragraph consequence = new Paragraph();
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private Task doing = new Task.None();
    private PinTable table = new PinTable(List.of());

    PinPanel(ProposalSession proposal, Consumer<ChangeSet> onSaved, Runnable onClose) {
        this.proposal = proposal;
        this.onSaved = onSaved;
        this.onClose = onClose;
        Button close = new Button("×", click -> onClose.run());
        close.setAriaLabel(MESSAGES.get("panel.close"));
        close.addThemeNames("tertiary", "icon");
        heading = new Div(title, close);
        heading.addClassName("panel-heading");
        addClassNames("card", "panel");
        getElement().setAttribute("aria-label", MESSAGES.get("panel"));
    }

    /** What is being entered stays as long as the task does. */
    void show(Task task, PinTable current, NodeState now) {
        boolean anew = !task.equals(doing);
        doing = task;
        table = current;
        form.offer(now);
        if (anew) {
            schedule.offer(proposal.ownSets());
            begin(task);
        }
        if (!(task instanceof Task.None) && schedule.getParent().isPresent()) {
            lookAhead();
        }
    }

    private void begin(Task task) {
        removeAll();
        switch (task) {
            case Task.None() -> {}
            case Task.Add() -> {
                title.setText(MESSAGES.get("panel.add"));
                form.start(null, null);
                add(heading, form, prospect, schedule);
            }
            case Task.Change(Pins.Key pin) -> {
                title.setText(MESSAGES.get("panel.change", pin));
                PinTable.Row row = table.find(pin).orElse(null);
                if (row == null) {
                    add(heading, new EmptyState(MESSAGES.get("unknown", pin)));
                } else {
                    form.start(pin, row.staged() == null ? row.live() : row.staged());
                    add(heading, form, prospect, schedule);
                }
            }
            case Task.Remove(Pins.Key pin) -> {
                title.setText(MESSAGES.get("panel.remove", pin));
                if (table.find(pin).isEmpty()) {
                    add(heading, new EmptyState(MESSAGES.get("unknown", pin)));
                } else {
                    consequence.setText(MESSAGES.get("remove.consequence", pin.version()));
                    add(heading, consequence, prospect, schedule);
                }
            }
        }
    }

    private Optional<Proposal.SetPin> proposal() {
        return switch (doing) {
            case Task.None() -> Optional.empty();
            case Task.Remove(Pins.Key pin) -> Optional.of(new Proposal.SetPin(pin, null));
            case Task.Add _, Task.Change _ ->
                form.pin().flatMap(pin -> form.release().map(release -> new Proposal.SetPin(pin, release)));
        };
    }

    private void lookAhead() {
        Proposal.SetPin asked = proposal().orElse(null);
        if (asked == null) {
            prospect.showNothing(MESSAGES.get("incomplete"));
            schedule.allow(MESSAGES.get("incomplete"));
            return;
        }
        ReleaseName release = asked.mapping();
        schedule.suggest(
                release == null
                        ? MESSAGES.get("title.remove", asked.pin())
                        : MESSAGES.get("title.set", asked.pin(), release.value()));
        try {
            prospect.show(proposal.lookAhead(schedule.schedule(), List.of(asked)), List.of());
            schedule.allow(whyNot(asked));
        } catch (RefusedException refused) {
            String why = String.valueOf(refused.getMessage());
            prospect.showNothing(why);
            schedule.allow(why);
        }
    }

    private @Nullable String whyNot(Proposal.SetPin asked) {
        boolean there =
                table.find(asked.pin()).filter(row -> row.live() != null).isPresent();
        Action action = asked.mapping() == null ? Action.DELETE : there ? Action.MODIFY : Action.CREATE;
        return proposal.whyNot(
                PermissionName.PINNABLE_RELEASE, action, asked.pin().product());
    }

    @Override
    public void onChoice() {
        lookAhead();
    }

    @Override
    public void onSave(Schedule chosen) {
        schedule.showNoProblem();
        proposal().ifPresent(asked -> {
            try {
                onSaved.accept(proposal.save(chosen, List.of(asked)));
            } catch (RefusedException refused) {
                schedule.show(refused, problem -> false);
            }
        });
    }

    @Override
    public void onCancel() {
        onClose.run();
    }
}
