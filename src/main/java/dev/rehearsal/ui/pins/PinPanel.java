package dev.rehearsal.ui.pins;

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
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.SidePanel;
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
class PinPanel extends SidePanel implements SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(PinPanel.class);

    private final ProposalSession proposal;
    private final Consumer<ChangeSet> onSaved;
    private final PinForm form = new PinForm(this::lookAhead);
    private final Paragraph consequence = new Paragraph();
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private Task doing = new Task.None();
    private PinTable table = new PinTable(List.of());

    PinPanel(ProposalSession proposal, Consumer<ChangeSet> onSaved, Runnable onClose) {
        super(MESSAGES.get("panel"), MESSAGES.get("panel.close"), onClose);
        this.proposal = proposal;
        this.onSaved = onSaved;
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
        switch (task) {
            case Task.None() -> removeAll();
            case Task.Add() -> {
                entitle(MESSAGES.get("panel.add"));
                form.start(null, null);
                place(form, prospect, schedule);
            }
            case Task.Change(Pins.Key pin) -> {
                entitle(MESSAGES.get("panel.change", pin));
                PinTable.Row row = table.find(pin).orElse(null);
                if (row == null) {
                    place(new EmptyState(MESSAGES.get("unknown", pin)));
                } else {
                    form.start(pin, row.staged() == null ? row.live() : row.staged());
                    place(form, prospect, schedule);
                }
            }
            case Task.Remove(Pins.Key pin) -> {
                entitle(MESSAGES.get("panel.remove", pin));
                if (table.find(pin).isEmpty()) {
                    place(new EmptyState(MESSAGES.get("unknown", pin)));
                } else {
                    consequence.setText(MESSAGES.get("remove.consequence", pin.version()));
                    place(consequence, prospect, schedule);
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
            String why = Sentence.of(refused);
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
        close();
    }
}
