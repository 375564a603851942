package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeLeaveEvent;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.probe.ProbeService;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ProblemList;
import dev.rehearsal.ui.frame.SidePanel;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.frame.Unsaved;
import dev.rehearsal.ui.links.ProbesAddress.Task;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds, changes or removes one probe. */
class ProbePanel extends SidePanel {

    private static final Messages MESSAGES = Messages.beside(ProbePanel.class);

    private final Probes probes;
    private final SignedIn signedIn;
    private final Unsaved unsaved = new Unsaved();
    private final ProbeForm form = new ProbeForm(this::entered);
    private final GotNow got;
    private final ProblemList problems = new ProblemList();
    private final DisabledReasonButton save;
    private final DisabledReasonButton remove;
    private final Div buttons;
    private Task doing = new Task.None();
    private @Nullable Probe seen;
    private @Nullable NodeState state;

    ProbePanel(Probes probes, ProbeService probeService, SignedIn signedIn, Runnable onClose) {
        super(MESSAGES.get("probe"), MESSAGES.get("close"), onClose);
        this.probes = probes;
        this.signedIn = signedIn;
        this.got = new GotNow(probeService, form::expect);
        Button saving = new Button(MESSAGES.get("save"), click -> save());
        saving.addThemeNames("primary");
        save = new DisabledReasonButton(saving);
        Button removing = new Button(MESSAGES.get("remove"), click -> askToRemove());
        removing.addThemeNames("error");
        remove = new DisabledReasonButton(removing);
        buttons = new Div(save, remove, new Button(MESSAGES.get("cancel"), click -> close()));
        buttons.addClassName("buttons");
        addClassName("probe-panel");
    }

    void askBefore(BeforeLeaveEvent leaving) {
        unsaved.askBefore(leaving);
    }

    /** What is being entered stays as long as the task does. */
    void show(Task task, NodeState now) {
        boolean anew = !task.equals(doing);
        doing = task;
        state = now;
        switch (task) {
            case Task.None() -> removeAll();
            case Task.Add(String url, String release) -> {
                seen = null;
                entitle(MESSAGES.get("new"));
                if (anew) {
                    Expectation expected = release.isEmpty() && !url.isEmpty()
                            ? new Expectation.NoUpdate()
                            : Expectation.Kind.RELEASE.of(release);
                    begin("new", new ProbeDraft("", url, expected, null));
                }
                place(unsaved.offer(), form, got, problems, buttons);
            }
            case Task.Change(String id) -> find(id).ifPresentOrElse(probe -> change(probe, anew), () -> unknown(id));
        }
        showGot();
        guard();
    }

    private Optional<Probe> find(String id) {
        return id.matches("\\d{1,18}") ? probes.find(Long.parseLong(id)) : Optional.empty();
    }

    private void change(Probe probe, boolean anew) {
        boolean moved = seen == null || seen.id() != probe.id() || seen.dataVersion() != probe.dataVersion();
        seen = probe;
        entitle(probe.name());
        if (anew || moved) {
            begin(Long.toString(probe.id()), new ProbeDraft(probe.name(), probe.url(), probe.expected(), probe.note()));
        }
        place(unsaved.offer(), form, got, problems, buttons);
    }

    private void unknown(String id) {
        seen = null;
        entitle(MESSAGES.get("probe"));
        place(new EmptyState(MESSAGES.get("unknown", id)));
    }

    private void entered() {
        unsaved.note();
        showGot();
        guard();
    }

    private void begin(String name, ProbeDraft draft) {
        form.show(draft);
        unsaved.begin(signedIn.actor(), "probe-" + name);
        problems.show(List.of());
        form.showProblems(List.of());
    }

    private void showGot() {
        if (state != null && !(doing instanceof Task.None)) {
            got.show(state, form.entered());
        }
    }

    private void guard() {
        ProbeDraft draft = form.entered();
        String product =
                draft.problems().stream().noneMatch(problem -> problem.place().equals("url"))
                        ? draft.as(0, 0).product()
                        : null;
        Probe before = seen;
        remove.setVisible(before != null);
        if (before != null) {
            save.allow(probes.whyNot(signedIn.actor(), Action.MODIFY, before.product()));
            remove.allow(probes.whyNot(signedIn.actor(), Action.DELETE, before.product()));
        } else {
            save.allow(product == null ? null : probes.whyNot(signedIn.actor(), Action.CREATE, product));
        }
    }

    private void save() {
        ProbeDraft draft = form.entered();
        Probe before = seen;
        try {
            if (before == null) {
                probes.add(signedIn.actor(), draft);
            } else {
                probes.replace(signedIn.actor(), before.id(), before.dataVersion(), draft);
            }
            Toast.say(MESSAGES.get("saved", draft.name()));
            close();
        } catch (RefusedException refused) {
            problems.show(form.showProblems(refused.problems()));
        }
    }

    private void askToRemove() {
        Probe before = seen;
        if (before == null) {
            return;
        }
        new ConfirmationDialog(MESSAGES.get("remove.title", before.name()), MESSAGES.get("remove"), () -> {
                    probes.remove(signedIn.actor(), before.id(), before.dataVersion());
                    Toast.say(MESSAGES.get("removed", before.name()));
                    close();
                })
                .dangerous()
                .saying(MESSAGES.get(
                        "remove.consequence",
                        before.product(),
                        before.channel(),
                        ProbeFormatter.said(before.expected())))
                .open();
    }

    @Override
    protected void close() {
        unsaved.forget();
        super.close();
    }
}
