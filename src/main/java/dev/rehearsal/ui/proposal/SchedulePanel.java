package dev.rehearsal.ui.proposal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.DueChoice;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.ProblemList;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Unsaved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The panel below every form that ends in a change set: its title, when it goes live, with which other changes, and
 * saving.
 */
public class SchedulePanel extends Card {

    private static final Messages MESSAGES = Messages.beside(SchedulePanel.class);

    /** A listener does something with what was entered. */
    public interface Listener {

        /** Somebody chose another title, time or set. */
        void onChoice();

        void onSave(Schedule schedule);

        void onCancel();
    }

    /** @param set null for a new one */
    private record Target(@Nullable ChangeSet set) {

        String label() {
            if (set == null) {
                return MESSAGES.get("schedule.into.new");
            }
            return set.state() instanceof ChangeSet.Draft()
                    ? MESSAGES.get("schedule.into.draft", set.title())
                    : set.title();
        }
    }

    private final Listener listener;
    private final ChangePreviewCard prospect;
    private final Select<Target> target = new Select<>();
    private final TextField title = new TextField(MESSAGES.get("schedule.title"));
    private final DueChoice due;
    private final ProblemList problems = new ProblemList();
    private final Button save = new Button(MESSAGES.get("schedule.save"));
    private final DisabledReasonButton guardedSave = new DisabledReasonButton(save);
    private final Button draft = new Button(MESSAGES.get("schedule.draft"));
    private final Button cancel = new Button(MESSAGES.get("cancel"));
    private String suggestion = "";

    /** @param prospect where it stands what comes of saving */
    public SchedulePanel(Listener listener, ChangePreviewCard prospect) {
        super(MESSAGES.get("schedule"));
        this.listener = listener;
        this.prospect = prospect;
        this.due = new DueChoice(listener::onChoice);
        addClassName("schedule");
        target.setLabel(MESSAGES.get("schedule.into"));
        target.setItemLabelGenerator(Target::label);
        target.setItems(new Target(null));
        target.setValue(new Target(null));
        target.setVisible(false);
        // Kept without the target: which sets there are to choose from may be others when a draft is taken back.
        Unsaved.keep(title, "title");
        target.addValueChangeListener(change -> showTarget(change.isFromClient()));
        title.setMaxLength(200);
        title.setManualValidation(true);
        title.addValueChangeListener(change -> title.setInvalid(false));
        save.addThemeName("primary");
        save.setDisableOnClick(true);
        save.addClickListener(click -> submit(false));
        draft.addClickListener(click -> submit(true));
        cancel.addThemeName("tertiary");
        cancel.addClickListener(click -> listener.onCancel());
        Div buttons = new Div(guardedSave, draft, cancel);
        buttons.addClassName("buttons");
        show(target, title, due, problems, buttons);
    }

    /** Returns the set that the change is added to; null for a new one, and for the moment in which other sets are offered. */
    private @Nullable ChangeSet chosenSet() {
        Target chosen = target.getValue();
        return chosen == null ? null : chosen.set();
    }

    private void submit(boolean asDraft) {
        try {
            String missing = chosenSet() == null ? due.missing() : null;
            if (missing == null && !asDraft && !prospect.displaced().isEmpty()) {
                confirm(prospect.displaced());
            } else if (missing == null) {
                listener.onSave(schedule(asDraft));
            } else {
                due.showProblem(missing);
            }
        } finally {
            // What failed for a reason that is over may be tried again.
            save.setEnabled(true);
        }
    }

    /** Nobody takes the work of others off a test channel without having seen that. */
    private void confirm(List<ChangeSet> displaced) {
        new ConfirmationDialog(
                        MESSAGES.get("schedule.displaces"),
                        MESSAGES.get("schedule.displaces.confirm"),
                        () -> listener.onSave(schedule(false)))
                .saying(displaced.stream()
                        .map(set -> MESSAGES.get("schedule.displaces.set", set.title(), PersonName.of(set.author())))
                        .toArray(String[]::new))
                .saying(MESSAGES.get("schedule.displaces.then"))
                .open();
    }

    private void showTarget(boolean chosen) {
        ChangeSet set = chosenSet();
        title.setVisible(set == null);
        due.setVisible(set == null);
        draft.setVisible(set == null);
        save.setText(MESSAGES.get(set == null ? "schedule.save" : "schedule.add"));
        target.setHelperText(set == null ? null : MESSAGES.get("schedule.into.then"));
        if (chosen) {
            listener.onChoice();
        }
    }

    /** @param sets that more can be added to; with none there is nothing to choose */
    public void offer(List<ChangeSet> sets) {
        List<Target> targets = new ArrayList<>(List.of(new Target(null)));
        sets.forEach(set -> targets.add(new Target(set)));
        ChangeSet chosen = chosenSet();
        target.setItems(targets);
        target.setVisible(!sets.isEmpty());
        choose(set -> chosen != null && set.id().equals(chosen.id()));
    }

    /** Chooses the set that meets this, or a new one if none of those offered does. */
    public void choose(Predicate<ChangeSet> wanted) {
        target.setValue(target.getListDataView()
                .getItems()
                .filter(offered -> offered.set() != null && wanted.test(offered.set()))
                .findFirst()
                .orElse(new Target(null)));
        showTarget(false);
    }

    /** Fills in when to go live, which whoever schedules may change. */
    public void propose(Instant time) {
        due.propose(time);
    }

    /** The title of a set to which nobody gives another. */
    public void suggest(String titleIfEmpty) {
        suggestion = titleIfEmpty;
        title.setPlaceholder(titleIfEmpty);
    }

    /** As it stands, for those who look ahead. */
    public Schedule schedule() {
        return schedule(false);
    }

    private Schedule schedule(boolean asDraft) {
        String entered = title.getValue().isBlank() ? suggestion : title.getValue();
        return new Schedule(entered, due.due(), chosenSet(), asDraft);
    }

    /** @param whyNot null if it can be saved */
    public void allow(@Nullable String whyNot) {
        guardedSave.allow(whyNot);
        draft.setEnabled(whyNot == null);
    }

    /** Shows what is about title and time beside these. */
    public void show(RefusedException refused, Predicate<Problem> shownElsewhere) {
        List<String> others = new ArrayList<>();
        for (Problem problem : refused.problems()) {
            switch (problem.place()) {
                case "title" -> {
                    title.setInvalid(true);
                    title.setErrorMessage(Sentence.of(problem.sentence()));
                }
                case "when" -> due.showProblem(Sentence.of(problem.sentence()));
                default -> {
                    if (!shownElsewhere.test(problem)) {
                        others.add(Sentence.of(problem));
                    }
                }
            }
        }
        problems.show(others);
    }

    public void showNoProblem() {
        problems.show(List.of());
    }
}
